import type { Command } from 'prosemirror-state'

const cleared = ['bold', 'italic', 'superscript', 'subscript', 'leadIn']

/** Takes the formatting off the selected words, or off what is typed next. Links are no formatting: they stay. */
export const clearFormatting: Command = (state, dispatch) => {
  const marks = cleared.flatMap(name => state.schema.marks[name] ?? [])
  const { from, to, empty } = state.selection
  const has = empty
    ? (state.storedMarks ?? state.selection.$from.marks()).some(mark => marks.includes(mark.type))
    : marks.some(mark => state.doc.rangeHasMark(from, to, mark))
  if (!has) return false
  if (dispatch === undefined) return true
  const { tr } = state
  for (const mark of marks) {
    if (empty) tr.removeStoredMark(mark)
    else tr.removeMark(from, to, mark)
  }
  dispatch(tr)
  return true
}
