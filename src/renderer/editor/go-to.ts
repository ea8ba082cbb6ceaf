import type { Editor } from '@tiptap/core'
import { Selection } from 'prosemirror-state'

/**
 * Puts the cursor at the first place for text at or behind a position, brings it into view near the top of
 * the window, and gives the text the keyboard.
 */
export function goTo(editor: Editor, pos: number): void {
  const { state, view } = editor
  const $pos = state.doc.resolve(Math.max(0, Math.min(pos, state.doc.content.size)))
  view.dispatch(state.tr.setSelection(Selection.near($pos)))
  view.focus()
  const { node } = view.domAtPos(view.state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}
