import { type Editor, useEditorState } from '@tiptap/react'
import { closeHistory } from 'prosemirror-history'
import { type CommandHandlers, useCommands } from '../ui/commands.ts'
import {
  type TextCommandId,
  textCommandIds,
  textCommandStates,
  textCommands,
} from './commands/text-commands.ts'

/** Handles the commands of the Edit, Insert and Format menus on a briefing's text while mounted. */
export function useEditorCommands(editor: Editor): void {
  const states = useEditorState({ editor, selector: () => textCommandStates(editor.state) })
  const handlers: CommandHandlers = Object.fromEntries(
    textCommandIds.map(id => [id, { run: () => runTextCommand(editor, id), ...states[id] }]),
  )
  useCommands(handlers)
}

/** Runs a command on the text and gives the text the keyboard. */
export function runTextCommand(editor: Editor, id: TextCommandId): void {
  const { view } = editor
  if (id !== 'format.link') view.focus()
  const inHistory = id === 'edit.undo' || id === 'edit.redo'
  // What a command does is a step of undo by itself, also right behind typing.
  textCommands[id].run(view.state, inHistory ? view.dispatch : tr => view.dispatch(closeHistory(tr)), view)
}
