import { type Attrs, type Node, NodeRange, type NodeType } from 'prosemirror-model'
import { type EditorState, Selection, type Transaction } from 'prosemirror-state'
import { liftTarget } from 'prosemirror-transform'
import { fieldAt, fitInline } from '../structure/place.ts'

/** Whether the whole selection lies in the body, where blocks can be retyped and inserted. */
export function isInBody({ selection }: EditorState): boolean {
  return fieldAt(selection.$from) === 'body' && fieldAt(selection.$to) === 'body'
}

/** The blocks directly in the body that a selection touches, as a range of whole blocks. */
export function bodyRange({ $from, $to }: Selection): NodeRange | null {
  return $from.blockRange($to, node => node.type.name === 'body')
}

/** The positions before the text blocks that a range touches, pull quotes' parts left out. */
function textBlocksIn(doc: Node, from: number, to: number): number[] {
  const found: number[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === 'pullQuote') return false
    if (node.isTextblock) found.push(pos)
    return !node.isTextblock
  })
  return found
}

/**
 * Turns every block that the selection touches into a plain text block directly in the body: out of lists and
 * quotations, and a pull quote into its words and, where it has one, its attribution.
 */
export function flattenBlocks(tr: Transaction): Transaction {
  for (const pos of pullQuotesIn(tr).reverse()) unwrapPullQuote(tr, pos)
  for (let guard = 0; guard < 1000; guard += 1) {
    const { from, to } = tr.selection
    const nested = textBlocksIn(tr.doc, from, to).find(pos => tr.doc.resolve(pos).depth > 1)
    if (nested === undefined || !liftOut(tr, nested)) break
  }
  return tr
}

function pullQuotesIn(tr: Transaction): number[] {
  const found: number[] = []
  tr.doc.nodesBetween(tr.selection.from, tr.selection.to, (node, pos) => {
    if (node.type.name === 'pullQuote') found.push(pos)
    return node.type.name === 'body' || node.type.name === 'doc'
  })
  return found
}

function unwrapPullQuote(tr: Transaction, pos: number): void {
  const quote = tr.doc.nodeAt(pos)
  if (quote === null) return
  const { paragraph } = tr.doc.type.schema.nodes
  const parts: Node[] = []
  quote.forEach((part, _offset, index) => {
    if (paragraph !== undefined && (index === 0 || part.content.size > 0)) {
      parts.push(paragraph.create(null, part.content))
    }
  })
  const { anchor } = tr.selection
  tr.replaceWith(pos, pos + quote.nodeSize, parts)
  const inQuote = Math.max(pos + 1, Math.min(anchor - 1, pos + 1 + (parts[0]?.content.size ?? 0)))
  tr.setSelection(Selection.near(tr.doc.resolve(inQuote), 1))
}

/** Lifts the text block at `pos` (or the list item it opens) one level out; false where that cannot be. */
function liftOut(tr: Transaction, pos: number): boolean {
  const $pos = tr.doc.resolve(pos)
  const wholeItem = $pos.parent.type.name === 'listItem'
  const $from = wholeItem ? tr.doc.resolve($pos.start()) : $pos
  const $to = wholeItem ? tr.doc.resolve($pos.end()) : tr.doc.resolve(pos + ($pos.nodeAfter?.nodeSize ?? 0))
  const range = new NodeRange($from, $to, $pos.depth)
  const target = liftTarget(range)
  if (target === null) return false
  tr.lift(range, target)
  return true
}

/** Gives every text block in the selection another type. Their words stay, also where line breaks cannot. */
export function retype(tr: Transaction, type: NodeType, attrs: Attrs | null): Transaction {
  const blocks = textBlocksIn(tr.doc, tr.selection.from, tr.selection.to)
  for (const pos of blocks) {
    fitInline(tr, pos + 1, type)
    tr.setNodeMarkup(pos, type, attrs)
  }
  return tr
}
