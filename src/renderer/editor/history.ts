import { Extension } from '@tiptap/core'
import { history, redo, undo } from 'prosemirror-history'
import { keydownHandler } from 'prosemirror-keymap'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Keys that ProseMirror keeps from the browser, and so also from the table of commands, which has them. */
const keptKeys = new Set(['b', 'i', 'y', 'z'])

/**
 * Undo and redo. Their keys are the command table's; Ctrl+Y is the second key for redo that people expect. What
 * the system asks for by other ways (a touch bar, a gesture) goes the same way and never past the history.
 */
export const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [
    history({ newGroupDelay: 500 }),
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view, event) {
            if (keydownHandler({ 'Ctrl-y': redo })(view, event)) {
              event.preventDefault()
              return true
            }
            return (event.ctrlKey || event.metaKey) && keptKeys.has(event.key.toLowerCase())
          },
          beforeinput: (view, event) => nativeHistory(view, event),
        },
      },
    }),
  ],
})

function nativeHistory(view: EditorView, event: InputEvent): boolean {
  const { inputType } = event
  if (!inputType.startsWith('history') && !inputType.startsWith('format')) return false
  event.preventDefault()
  if (inputType === 'historyUndo') undo(view.state, view.dispatch)
  if (inputType === 'historyRedo') redo(view.state, view.dispatch)
  return true
}
