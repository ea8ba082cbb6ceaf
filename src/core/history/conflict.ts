import type { Node, Slice } from 'prosemirror-model'

/**
 * Something of one copy that the other does not hold as it was meant.
 *
 * - `lost`: it is not there; `content` is what was wanted.
 * - `overlap`: it is, but it met work of the other copy; `content` is the words of the other copy that
 *   stayed, or the words that went although the other copy had changed their form.
 */
export interface Conflict {
  readonly kind: 'lost' | 'overlap'
  /** What was wanted, in a sentence. */
  readonly wanted: string
  /** The words concerned, blocks on lines of their own. */
  readonly content: string
}

/** The words of a range, blocks on lines of their own; a divider is shown as asterisks. */
export function wordsBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, '\n', leafText)
}

/** The words of a range; of one that holds only breaks, those of the block behind it. */
export function wordsAt(doc: Node, from: number, to: number): string {
  const words = wordsBetween(doc, from, to)
  return words.trim() === '' ? doc.resolve(to).parent.textContent : words
}

/** The words of a slice, blocks on lines of their own. */
export function wordsOf(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, '\n', leafText)
}

function leafText(leaf: Node): string {
  return leaf.type.name === 'divider' ? '* * *' : '\n'
}
