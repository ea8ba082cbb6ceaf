import { AllSelection, type Command, TextSelection } from 'prosemirror-state'

/** Mod-a: the text of the field that the cursor is in; when that is selected already, everything. */
export const selectField: Command = (state, dispatch) => {
  const { selection, doc } = state
  const { $from, $to } = selection
  const all = () => {
    dispatch?.(state.tr.setSelection(new AllSelection(doc)))
    return true
  }
  if ($from.depth === 0 || $from.sharedDepth($to.pos) === 0) return all()
  const wanted = TextSelection.between(doc.resolve($from.start(1)), doc.resolve($from.end(1)))
  if (wanted.empty || (selection.from <= wanted.from && selection.to >= wanted.to)) return all()
  dispatch?.(state.tr.setSelection(wanted))
  return true
}
