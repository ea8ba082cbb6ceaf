import type { NodeRange } from 'prosemirror-model'
import { wrapRangeInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { findWrapping } from 'prosemirror-transform'
import type { SectionLevel } from '../../../core/schema/section-heading.ts'
import { depthOf } from '../structure/place.ts'
import { bodyRange, flattenBlocks, isInBody, retype } from './body-blocks.ts'

/** What the block around the cursor is, as the block menu names it; null outside the body. */
export type BlockType =
  | 'paragraph'
  | 'section'
  | 'subsection'
  | 'bullets'
  | 'numbers'
  | 'quotation'
  | 'pullQuote'

export function blockTypeAt({ selection }: EditorState): BlockType | null {
  const { $from } = selection
  if (depthOf($from, 'body') === null) return null
  if (depthOf($from, 'pullQuote') !== null) return 'pullQuote'
  const item = depthOf($from, 'listItem')
  if (item !== null) return $from.node(item - 1).type.name === 'bulletList' ? 'bullets' : 'numbers'
  if (depthOf($from, 'blockQuotation') !== null) return 'quotation'
  if ($from.parent.type.name === 'sectionHeading') {
    return $from.parent.attrs.level === 2 ? 'subsection' : 'section'
  }
  return $from.parent.type.name === 'paragraph' ? 'paragraph' : null
}

/** Makes the selected blocks paragraphs, out of whatever they stand in. */
export const toParagraph: Command = (state, dispatch) => {
  const { paragraph } = state.schema.nodes
  if (!isInBody(state) || paragraph === undefined || blockTypeAt(state) === null) return false
  dispatch?.(retype(flattenBlocks(state.tr), paragraph, null).scrollIntoView())
  return true
}

/** Makes the selected blocks section headings of a level; where they are already, paragraphs again. */
export function toHeading(level: SectionLevel): Command {
  return (state, dispatch) => {
    const { sectionHeading } = state.schema.nodes
    const type = blockTypeAt(state)
    if (!isInBody(state) || sectionHeading === undefined || type === null) return false
    if (type === (level === 1 ? 'section' : 'subsection')) return toParagraph(state, dispatch)
    dispatch?.(retype(flattenBlocks(state.tr), sectionHeading, { level }).scrollIntoView())
    return true
  }
}

/** Makes the selected blocks items of a list; a list of the other kind changes its kind; again: paragraphs. */
export function toList(kind: 'bullets' | 'numbers'): Command {
  return (state, dispatch) => {
    const list = state.schema.nodes[kind === 'bullets' ? 'bulletList' : 'orderedList']
    const { paragraph } = state.schema.nodes
    const type = blockTypeAt(state)
    if (!isInBody(state) || list === undefined || paragraph === undefined || type === null) return false
    if (type === kind) return toParagraph(state, dispatch)
    const { $from } = state.selection
    const item = depthOf($from, 'listItem')
    if (item !== null) {
      dispatch?.(state.tr.setNodeMarkup($from.before(item - 1), list).scrollIntoView())
      return true
    }
    // Answering "can I?" on each transaction must not cost what doing it costs.
    if (dispatch === undefined) return !touchesDivider(state)
    const tr = plainBlocks(state)
    const range = quotedRange(tr) ?? bodyRange(tr.selection)
    if (range === null || !wrapRangeInList(tr, range, list)) return false
    dispatch(tr.scrollIntoView())
    return true
  }
}

/** Puts the selected blocks into a block quotation, or takes them out of the one they are in. */
export const toQuotation: Command = (state, dispatch) => {
  const { blockQuotation } = state.schema.nodes
  const type = blockTypeAt(state)
  if (!isInBody(state) || blockQuotation === undefined || type === null) return false
  if (depthOf(state.selection.$from, 'blockQuotation') !== null) return toParagraph(state, dispatch)
  if (dispatch === undefined) return !touchesDivider(state)
  const tr = plainBlocks(state)
  const range = bodyRange(tr.selection)
  const wrapping = range === null ? null : findWrapping(range, blockQuotation)
  if (range === null || wrapping === null) return false
  dispatch(tr.wrap(range, wrapping).scrollIntoView())
  return true
}

function touchesDivider({ selection }: EditorState): boolean {
  const range = bodyRange(selection)
  if (range === null) return true
  for (let index = range.startIndex; index < range.endIndex; index += 1) {
    if (range.parent.child(index).type.name === 'divider') return true
  }
  return false
}

/** Headings and pull quotes become paragraphs, so that a list or a quotation can hold them; lists stay. */
function plainBlocks(state: EditorState): Transaction {
  const { paragraph } = state.schema.nodes
  const type = blockTypeAt(state)
  const nested = type === 'bullets' || type === 'numbers' || type === 'quotation'
  if (nested || paragraph === undefined) return state.tr
  return retype(flattenBlocks(state.tr), paragraph, null)
}

/** Inside a quotation, the range of its blocks that the selection touches. */
function quotedRange({ selection }: Transaction): NodeRange | null {
  return selection.$from.blockRange(selection.$to, node => node.type.name === 'blockQuotation')
}

/** Puts a divider behind the block, in place of an empty one, and goes on in the paragraph behind it. */
export const insertDivider: Command = (state, dispatch) => {
  const { divider, paragraph } = state.schema.nodes
  const { $to } = state.selection
  if (!isInBody(state) || divider === undefined || paragraph === undefined || $to.depth < 2) return false
  if (dispatch === undefined) return true
  const block = $to.node(2)
  const { tr } = state
  const empty = block.type === paragraph && block.content.size === 0
  const at = empty ? $to.before(2) : $to.after(2)
  const next = tr.doc.resolve($to.after(2)).nodeAfter
  const nodes =
    next?.type === paragraph && !empty ? [divider.create()] : [divider.create(), paragraph.create()]
  tr.replaceWith(at, $to.after(2), nodes)
  dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
  return true
}
