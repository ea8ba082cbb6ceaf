import type { ResolvedPos } from 'prosemirror-model'
import { liftListItem } from 'prosemirror-schema-list'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { liftTarget } from 'prosemirror-transform'
import { deleteSelected } from './delete-text.ts'
import { joinBlocks, lastTextEnd } from './join-blocks.ts'

type Dispatch = ((tr: Transaction) => void) | undefined

/**
 * Backspace where it would reach beyond its block (D1). At the start of a field it does nothing; a key point
 * joins the one before, an empty one goes; a section heading becomes a paragraph; a list item or a quoted
 * paragraph leaves its surroundings; an empty pull quote becomes a paragraph. Inside a text it answers false,
 * and the browser deletes.
 */
export const backspace: Command = (state, dispatch) => {
  if (!state.selection.empty) return deleteSelected(state, dispatch)
  if (!(state.selection instanceof TextSelection)) return false
  const { $from } = state.selection
  if ($from.parentOffset > 0) return false
  switch ($from.parent.type.name) {
    case 'headline':
    case 'standfirst':
      return true
    case 'keyPoint':
      return backInKeyPoints(state, dispatch, $from)
    case 'quoteText':
    case 'quoteAttribution':
      return backInPullQuote(state, dispatch, $from)
    case 'sectionHeading':
      dispatch?.(state.tr.setNodeMarkup($from.before(), state.schema.nodes.paragraph).scrollIntoView())
      return true
    default:
      return backInBlock(state, dispatch, $from)
  }
}

function backInKeyPoints(state: EditorState, dispatch: Dispatch, $from: ResolvedPos): boolean {
  if (dispatch === undefined) return true
  const { tr } = state
  const start = $from.before()
  const first = $from.index(1) === 0
  if ($from.parent.content.size === 0) {
    tr.delete(start, $from.after())
    tr.setSelection(Selection.near(tr.doc.resolve(start), first && $from.node(1).childCount > 1 ? 1 : -1))
    dispatch(tr.scrollIntoView())
  } else if (!first) dispatch(joinBlocks(tr, start - 1, $from.pos).scrollIntoView())
  return true
}

function backInPullQuote(state: EditorState, dispatch: Dispatch, $from: ResolvedPos): boolean {
  if (dispatch === undefined) return true
  const { tr } = state
  if ($from.node(-1).textContent === '') {
    const start = $from.before(-1)
    tr.replaceWith(start, $from.after(-1), state.schema.node('paragraph'))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, start + 1)).scrollIntoView())
  } else if ($from.parent.type.name === 'quoteAttribution' && $from.parent.content.size === 0) {
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.before() - 1)).scrollIntoView())
  }
  return true
}

function backInBlock(state: EditorState, dispatch: Dispatch, $from: ResolvedPos): boolean {
  const index = $from.index(-1)
  const { listItem } = state.schema.nodes
  if (index === 0 && $from.node(-1).type === listItem) return liftListItem(listItem)(state, dispatch)
  if (index === 0 && $from.node(-1).type.name === 'blockQuotation') {
    const range = $from.blockRange()
    const target = range === null ? null : liftTarget(range)
    if (range !== null && target !== null) dispatch?.(state.tr.lift(range, target).scrollIntoView())
    return true
  }
  if (index === 0 || dispatch === undefined) return true
  const { tr } = state
  const cut = $from.before()
  const before = $from.node(-1).child(index - 1)
  if (before.type.name === 'divider') {
    dispatch(tr.delete(cut - before.nodeSize, cut).scrollIntoView())
    return true
  }
  const end = lastTextEnd(state.doc, cut)
  if (end !== null) dispatch(joinBlocks(tr, end, $from.pos).scrollIntoView())
  else if ($from.parent.content.size === 0) {
    tr.delete(cut, $from.after())
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(cut), -1)).scrollIntoView())
  } else dispatch(tr.setSelection(NodeSelection.create(state.doc, cut - before.nodeSize)).scrollIntoView())
  return true
}
