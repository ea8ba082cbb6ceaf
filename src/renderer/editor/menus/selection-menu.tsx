import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  CaseUpper,
  Check,
  Heading2,
  Italic,
  Link,
  type LucideIcon,
  MessageSquarePlus,
  Quote,
  RemoveFormatting,
  Subscript,
  Superscript,
  X,
} from 'lucide-react'
import { TextSelection } from 'prosemirror-state'
import { Fragment, useEffect, useState } from 'react'
import type { CommandId } from '../../../contract/commands.ts'
import { runCommand, useCommandStates } from '../../ui/commands.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { TextCommandId } from '../commands/text-commands.ts'
import { editedLink } from '../links/link-editing.ts'
import { suggestionsAt } from '../review/decide.ts'
import { isWritable } from '../review/review-state.ts'
import { EditorButton } from './editor-button.tsx'
import styles from './floating.module.css'
import { anchorOf, Floating } from './floating.tsx'

const groups: readonly (readonly [TextCommandId, string, LucideIcon][])[] = [
  [
    ['format.bold', 'Bold', Bold],
    ['format.italic', 'Italic', Italic],
    ['format.superscript', 'Superscript', Superscript],
    ['format.subscript', 'Subscript', Subscript],
    ['format.link', 'Link', Link],
  ],
  [
    ['insert.lead-in', 'Lead-in', CaseUpper],
    ['insert.section', 'Section heading', Heading2],
    ['insert.pull-quote', 'Pull quote', Quote],
    ['format.clear', 'Clear formatting', RemoveFormatting],
  ],
]

const reviewButtons: readonly (readonly [CommandId, string, LucideIcon])[] = [
  ['review.accept', 'Accept', Check],
  ['review.reject', 'Reject', X],
  ['review.comment', 'Comment', MessageSquarePlus],
]

/**
 * What can be done with selected words, floating over them for the mouse. The keyboard has the same commands by
 * their keys and in the toolbar.
 */
export function SelectionMenu({ editor }: { editor: Editor }) {
  const settled = useSettledSelection(editor)
  if (!settled) return null
  const { from, to } = editor.state.selection
  const shown = isWritable(editor.state) ? groups : []
  return (
    <Floating editor={editor} anchor={() => anchorOf(editor, from, to)} side="above" align="middle">
      <div
        className={styles.pill}
        role="toolbar"
        aria-label="Selected words"
        onMouseDown={event => event.preventDefault()}
      >
        {shown.map((group, index) => (
          <Fragment key={group[0]?.[0]}>
            {index === 0 ? null : <span className={styles.rule} />}
            {group.map(([command, label, icon]) => (
              <EditorButton
                key={command}
                editor={editor}
                command={command}
                label={label}
                icon={icon}
                side="top"
                tabIndex={-1}
              />
            ))}
          </Fragment>
        ))}
        <ReviewButtons editor={editor} first={shown.length === 0} />
      </div>
    </Floating>
  )
}

/** Comment on the words, and decide about the suggestions in them. */
function ReviewButtons({ editor, first }: { editor: Editor; first: boolean }) {
  const { enabled } = useCommandStates()
  const buttons = reviewButtons.filter(
    ([command]) =>
      enabled.has(command) && (command === 'review.comment' || suggestionsAt(editor.state).length > 0),
  )
  if (buttons.length === 0) return null
  return (
    <>
      {first ? null : <span className={styles.rule} />}
      {buttons.map(([command, label, icon]) => (
        <IconButton
          key={command}
          label={label}
          icon={icon}
          command={command}
          side="top"
          tabIndex={-1}
          onClick={() => runCommand(command)}
        />
      ))}
    </>
  )
}

/** Whether words are selected in the focused text, and neither the mouse nor the selection is still moving. */
function useSettledSelection(editor: Editor): boolean {
  const range = useEditorState({
    editor,
    selector: () => {
      const { selection, doc } = editor.state
      const words =
        selection instanceof TextSelection &&
        !selection.empty &&
        editor.isFocused &&
        editedLink(editor.state) === null &&
        doc.textBetween(selection.from, selection.to).trim() !== ''
      return words ? `${selection.from}-${selection.to}` : null
    },
  })
  const [settled, setSettled] = useState<string | null>(null)
  const [pressed, setPressed] = useState(false)
  useEffect(() => {
    const down = (event: MouseEvent) => {
      if (event.target instanceof Node && editor.view.dom.contains(event.target)) setPressed(true)
    }
    const up = () => setPressed(false)
    window.addEventListener('mousedown', down, true)
    window.addEventListener('mouseup', up, true)
    return () => {
      window.removeEventListener('mousedown', down, true)
      window.removeEventListener('mouseup', up, true)
    }
  }, [editor])
  useEffect(() => {
    const timer = setTimeout(() => setSettled(range), range === null ? 0 : 180)
    return () => clearTimeout(timer)
  }, [range])
  return range !== null && settled !== null && !pressed
}
