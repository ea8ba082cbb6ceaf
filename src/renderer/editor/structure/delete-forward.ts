import type { ResolvedPos } from 'prosemirror-model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { forwards } from '../review/tracking.ts'
import { deleteSelected } from './delete-text.ts'
import { firstTextStart, joinBlocks } from './join-blocks.ts'

type Dispatch = ((tr: Transaction) => void) | undefined

/**
 * Delete where it would reach beyond its block (D1). At the end of a field and of a pull quote's parts it does
 * nothing; a key point or a block takes in the text behind it; an empty block goes, and the one behind it keeps
 * its kind. Inside a text it answers false, and the browser deletes.
 */
export const deleteForward: Command = (state, givenDispatch) => {
  const dispatch: Dispatch = givenDispatch && (tr => givenDispatch(tr.setMeta(forwards, true)))
  if (!state.selection.empty) return deleteSelected(state, dispatch)
  if (!(state.selection instanceof TextSelection)) return false
  const { $from } = state.selection
  if ($from.parentOffset < $from.parent.content.size) return false
  switch ($from.parent.type.name) {
    case 'headline':
    case 'standfirst':
    case 'quoteText':
    case 'quoteAttribution':
      return true
    case 'keyPoint':
      if ($from.indexAfter(1) < $from.node(1).childCount) {
        dispatch?.(joinBlocks(state.tr, $from.pos, $from.after() + 1).scrollIntoView())
      }
      return true
    default:
      return deleteInBody(state, dispatch, $from)
  }
}

function deleteInBody(state: EditorState, dispatch: Dispatch, $from: ResolvedPos): boolean {
  const cut = nextSibling($from)
  const after = cut === null ? null : state.doc.resolve(cut).nodeAfter
  if (dispatch === undefined || cut === null || after === null) return true
  const { tr } = state
  if ($from.parent.content.size === 0 && $from.depth === 2) {
    tr.delete($from.before(), $from.after())
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve($from.before()), 1)).scrollIntoView())
    return true
  }
  const start = firstTextStart(state.doc, cut)
  if (start !== null) dispatch(joinBlocks(tr, $from.pos, start).scrollIntoView())
  else if (after.isLeaf) dispatch(tr.delete(cut, cut + after.nodeSize).scrollIntoView())
  else dispatch(tr.setSelection(NodeSelection.create(state.doc, cut)).scrollIntoView())
  return true
}

/** Where the next node behind the cursor's block starts, looking outwards as far as the body; null at its end. */
function nextSibling($from: ResolvedPos): number | null {
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.indexAfter(depth - 1) < $from.node(depth - 1).childCount) return $from.after(depth)
  }
  return null
}
