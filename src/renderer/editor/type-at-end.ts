import type { Editor } from '@tiptap/core'
import { TextSelection } from 'prosemirror-state'
import { isWritable } from './review/review-state.ts'

/** Goes to the end of the text; behind a pull quote or a divider, where nothing can be typed, to a new paragraph. */
export function typeAtEnd(editor: Editor): void {
  const { state, view } = editor
  const { tr } = state
  const end = state.doc.content.size - 1
  const last = state.doc.child(3).lastChild
  const opaque = last?.type.name === 'pullQuote' || last?.type.name === 'divider'
  if (opaque && isWritable(state)) {
    tr.insert(end, state.schema.node('paragraph'))
    tr.setSelection(TextSelection.create(tr.doc, end + 1))
  } else tr.setSelection(TextSelection.atEnd(state.doc))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}
