import { type Command, TextSelection } from 'prosemirror-state'
import { fields } from '../../../core/briefing/briefing.ts'

/** Adds an empty key point behind the one that the cursor is in, else behind the last, and goes there. */
export const addKeyPoint: Command = (state, dispatch) => {
  if (dispatch === undefined) return true
  const { $from } = state.selection
  const inside = $from.depth > 1 && $from.node(1).type.name === 'keyPoints'
  const { headline, standfirst, keyPoints } = fields(state.doc)
  const end = headline.nodeSize + standfirst.nodeSize + keyPoints.nodeSize - 1
  const at = inside ? $from.after(2) : end
  const tr = state.tr.insert(at, state.schema.node('keyPoint'))
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}
