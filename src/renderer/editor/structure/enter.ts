import { createParagraphNear, liftEmptyBlock, splitBlock } from 'prosemirror-commands'
import type { ResolvedPos } from 'prosemirror-model'
import { liftListItem, splitListItem } from 'prosemirror-schema-list'
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from 'prosemirror-state'
import { crossesBorder, deleteText } from './delete-text.ts'
import { type Dispatch, onTop } from './on-top.ts'
import { depthOf } from './place.ts'

/**
 * Enter, by field (D1): it leaves the headline and the standfirst for the next field, makes a new key point,
 * leaves the key points from an empty last one, and goes from a quote's words to who said them and from there
 * to a new paragraph. In the body it splits; an empty list item or quoted paragraph leaves its surroundings.
 */
export const enter: Command = (state, dispatch) => {
  const { selection } = state
  if (!selection.empty && !(selection instanceof NodeSelection)) {
    const { from, to } = selection
    const tr = deleteText(state.tr, from, to)
    if (crossesBorder(state.doc, from, to)) {
      dispatch?.(tr.scrollIntoView())
      return true
    }
    return enterAtCursor(state.apply(tr), onTop(tr, dispatch))
  }
  return enterAtCursor(state, dispatch)
}

function enterAtCursor(state: EditorState, dispatch: Dispatch): boolean {
  const { $from } = state.selection
  const go = (pos: number) => {
    dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(pos), 1)).scrollIntoView())
    return true
  }
  switch ($from.parent.type.name) {
    case 'headline':
    case 'standfirst':
      return go($from.after())
    case 'keyPoint':
      return enterInKeyPoint(state, dispatch, $from)
    case 'quoteText':
      return $from.parentOffset === 0 && $from.parent.content.size > 0
        ? newParagraph(state, dispatch, $from.before(-1))
        : go($from.after())
    case 'quoteAttribution':
      return newParagraph(state, dispatch, $from.after(-1))
    case 'sectionHeading':
      if ($from.parent.content.size > 0) return splitBlock(state, dispatch)
      dispatch?.(state.tr.setNodeMarkup($from.before(), state.schema.nodes.paragraph).scrollIntoView())
      return true
  }
  return enterInBlock(state, dispatch, $from)
}

function enterInBlock(state: EditorState, dispatch: Dispatch, $from: ResolvedPos): boolean {
  const { listItem } = state.schema.nodes
  if (listItem !== undefined && depthOf($from, 'listItem') === $from.depth - 1) {
    if (splitListItem(listItem)(state, dispatch)) return true
    if ($from.parent.content.size === 0 && liftListItem(listItem)(state, dispatch)) return true
  }
  return (
    createParagraphNear(state, dispatch) || liftEmptyBlock(state, dispatch) || splitBlock(state, dispatch)
  )
}

function enterInKeyPoint(state: EditorState, dispatch: Dispatch, $from: ResolvedPos): boolean {
  const list = $from.node(1)
  const last = $from.index(1) === list.childCount - 1
  const next = last ? null : list.child($from.index(1) + 1)
  const atEnd = $from.parentOffset === $from.parent.content.size
  // An empty key point that waits below, as templates bring them, is the new one.
  const waits = atEnd && next?.content.size === 0
  if ($from.parent.content.size > 0 && !waits) return splitBlock(state, dispatch)
  if (dispatch === undefined) return true
  const { tr } = state
  if (last) tr.delete($from.before(), $from.after())
  const behind = last ? tr.mapping.map($from.after(1)) : $from.after()
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(behind), 1)).scrollIntoView())
  return true
}

/** Goes to the empty paragraph at a place between blocks, which is made where there is none. */
function newParagraph(state: EditorState, dispatch: Dispatch, at: number): boolean {
  if (dispatch === undefined) return true
  const { tr } = state
  const { nodeAfter } = tr.doc.resolve(at)
  const empty = nodeAfter?.type.name === 'paragraph' && nodeAfter.content.size === 0
  if (!empty) tr.insert(at, state.schema.node('paragraph'))
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** Shift-Enter: a line break where the block may hold one, else what Enter does. */
export const lineBreak: Command = (state, dispatch) => {
  const { hardBreak } = state.schema.nodes
  const { selection } = state
  if (hardBreak === undefined) return false
  if (!(selection instanceof TextSelection) || crossesBorder(state.doc, selection.from, selection.to)) {
    return enter(state, dispatch)
  }
  if (selection.$from.parent.type.contentMatch.matchType(hardBreak) === null) return enter(state, dispatch)
  const tr = deleteText(state.tr, selection.from, selection.to)
  dispatch?.(tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
}
