import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import { fitInline } from './place.ts'

/** Joins the text block that starts at `start` to the one that ends at `end`, which lies before it. */
export function joinBlocks(tr: Transaction, end: number, start: number): Transaction {
  fitInline(tr, start, tr.doc.resolve(end).parent.type)
  tr.delete(end, start)
  return tr.setSelection(TextSelection.create(tr.doc, end))
}

/** The position in the last text block inside or at the end of the node that ends at `pos`; null at an atom. */
export function lastTextEnd(doc: Node, pos: number): number | null {
  let at = pos - 1
  for (let node = doc.resolve(pos).nodeBefore; node !== null; node = node.lastChild, at -= 1) {
    if (node.isTextblock) return at
    if (node.isAtom || node.type.spec.isolating) return null
  }
  return null
}

/** The same for the first text block of the node that starts at `pos`. */
export function firstTextStart(doc: Node, pos: number): number | null {
  let at = pos + 1
  for (let node = doc.resolve(pos).nodeAfter; node !== null; node = node.firstChild, at += 1) {
    if (node.isTextblock) return at
    if (node.isAtom || node.type.spec.isolating) return null
  }
  return null
}
