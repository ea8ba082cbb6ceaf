import type { Node } from 'prosemirror-model'
import { visibleText } from '../review/visible-text.ts'

export interface WordPlace {
  readonly from: number
  readonly to: number
  readonly word: string
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ-][\p{L}\p{M}\p{N}]+)*/gu

/** The word of a text, as it reads without what is suggested to be deleted, that a position is in or at the end of; null between words. */
export function wordAt(doc: Node, pos: number): WordPlace | null {
  const $pos = doc.resolve(pos)
  if (!$pos.parent.inlineContent) return null
  const { text, offsetAt } = visibleText($pos.parent)
  for (const match of text.matchAll(word)) {
    const from = offsetAt(match.index, 1)
    const to = offsetAt(match.index + match[0].length, -1)
    if ($pos.parentOffset < from) break
    if ($pos.parentOffset <= to) return { from: $pos.start() + from, to: $pos.start() + to, word: match[0] }
  }
  return null
}
