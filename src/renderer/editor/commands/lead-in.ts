import { toggleMark } from 'prosemirror-commands'
import { type Command, TextSelection } from 'prosemirror-state'

const defaultLeadIn = 'Why it matters:'

/**
 * Makes the selected words a lead-in, or takes that off. With nothing selected, "Why it matters:" is put at the
 * start of the paragraph or key point and selected, ready to be typed over.
 */
export const toggleLeadIn: Command = (state, dispatch) => {
  const { leadIn } = state.schema.marks
  const { selection } = state
  const { $from } = selection
  const block = $from.parent
  if (leadIn === undefined || !['paragraph', 'keyPoint'].includes(block.type.name)) return false
  if (!selection.empty) return toggleMark(leadIn)(state, dispatch)
  if (dispatch === undefined) return true
  const { tr } = state
  const start = $from.start()
  const first = block.firstChild
  if (first !== null && leadIn.isInSet(first.marks)) {
    tr.removeMark(start, start + first.nodeSize, leadIn)
  } else {
    const words = state.schema.text(defaultLeadIn, [leadIn.create()])
    const gap = /^\s/.test(block.textContent) ? [] : [state.schema.text(' ')]
    tr.insert(start, [words, ...gap])
    tr.setSelection(TextSelection.create(tr.doc, start, start + defaultLeadIn.length))
  }
  dispatch(tr.scrollIntoView())
  return true
}
