import type { Node } from 'prosemirror-model'
import { type Command, Selection, type Transaction } from 'prosemirror-state'
import { depthOf, fieldAt } from './place.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Deletes the selection without breaking the structure (D1): across fields, each field loses what is selected
 * of it and stays; a pull quote that is only partly selected keeps its two parts. Where all key points or the
 * whole body are selected, one empty key point or paragraph remains.
 */
export const deleteSelected: Command = (state, dispatch) => {
  if (state.selection.empty) return false
  dispatch?.(deleteText(state.tr, state.selection.from, state.selection.to).scrollIntoView())
  return true
}

/** Whether a range runs over the border of a field, or of one of the two parts of a pull quote. */
export function crossesBorder(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  if (fieldAt($from) !== fieldAt($to) || partsOf(doc, from, to).length > 1) return true
  // The whole body is one piece even where it begins or ends inside a pull quote.
  return [$from, $to].some($at => depthOf($at, 'quoteText') ?? depthOf($at, 'quoteAttribution'))
    ? !$from.sameParent($to)
    : false
}

/** Deletes a range as `deleteSelected` does and puts the cursor where it began. */
export function deleteText(tr: Transaction, from: number, to: number): Transaction {
  const before = tr.mapping.maps.length
  for (const part of partsOf(tr.doc, from, to).reverse()) deletePart(tr, part)
  const at = tr.mapping.slice(before).map(from, -1)
  return tr.setSelection(Selection.near(tr.doc.resolve(at), 1))
}

/** The pieces of a range, in text order, of which each lies within one part of the structure. */
function partsOf(doc: Node, from: number, to: number): Range[] {
  const parts: Range[] = []
  const add = (partFrom: number, partTo: number) => {
    if (partFrom < partTo) parts.push({ from: partFrom, to: partTo })
  }
  doc.forEach((field, offset) => {
    const start = offset + 1
    const end = start + field.content.size
    if (end < from || start > to) return
    const inside = { from: Math.max(from, start), to: Math.min(to, end) }
    let open = inside.from
    if (field.type.name !== 'body' || isWhole(field, start, inside)) {
      add(inside.from, inside.to)
      return
    }
    field.forEach((block, blockOffset) => {
      const blockFrom = start + blockOffset
      const blockTo = blockFrom + block.nodeSize
      if (block.type.name !== 'pullQuote' || blockTo <= inside.from || blockFrom >= inside.to) return
      if (blockFrom >= inside.from && blockTo <= inside.to) return
      add(open, blockFrom)
      block.forEach((part, partOffset) => {
        const partStart = blockFrom + 1 + partOffset + 1
        add(Math.max(inside.from, partStart), Math.min(inside.to, partStart + part.content.size))
      })
      open = blockTo
    })
    add(open, inside.to)
  })
  return parts
}

/** Whether a range holds all text of the field whose content starts at `start`. */
function isWhole(field: Node, start: number, { from, to }: Range): boolean {
  return from <= start + firstText(field, 1) && to >= start + field.content.size - firstText(field, -1)
}

/** How many borders of nodes lie between a node's start (1) or end (-1) and the text nearest to it. */
function firstText(node: Node, side: 1 | -1): number {
  let borders = 0
  let at: Node | null = node
  while (at !== null && !at.inlineContent) {
    at = side === 1 ? at.firstChild : at.lastChild
    if (at === null || at.isLeaf) break
    borders++
  }
  return borders
}

function deletePart(tr: Transaction, { from, to }: Range): void {
  const $from = tr.doc.resolve(from)
  const $to = tr.doc.resolve(to)
  const field = fieldAt($from)
  const inOneBlock = $from.parent.inlineContent && $from.sameParent($to)
  if ((field === 'body' || field === 'keyPoints') && !inOneBlock) {
    const start = $from.start(1)
    const end = $from.end(1)
    if (isWhole($from.node(1), start, { from, to })) {
      tr.replaceWith(start, end, tr.doc.type.schema.node(field === 'body' ? 'paragraph' : 'keyPoint'))
      return
    }
  }
  if (!$from.parent.inlineContent && !$to.parent.inlineContent) tr.delete(from, to)
  else tr.deleteRange(intoText(tr.doc, from, 1), intoText(tr.doc, to, -1))
}

/** Steps from a position between blocks into the text block beside it, as far as there is one. */
function intoText(doc: Node, pos: number, direction: 1 | -1): number {
  let at = pos
  for (;;) {
    const $at = doc.resolve(at)
    const beside = direction === 1 ? $at.nodeAfter : $at.nodeBefore
    if ($at.parent.inlineContent || beside === null || beside.isLeaf || beside.type.spec.isolating) return at
    at += direction
  }
}
