import type { Node } from 'prosemirror-model'

export interface WordPlace {
  readonly from: number
  readonly to: number
  readonly word: string
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ-][\p{L}\p{M}\p{N}]+)*/gu

/** The word of a text that a position is in or at the end of; null between words. */
export function wordAt(doc: Node, pos: number): WordPlace | null {
  const $pos = doc.resolve(pos)
  if (!$pos.parent.inlineContent) return null
  const text = $pos.parent.textBetween(0, $pos.parent.content.size, '', '\n')
  for (const match of text.matchAll(word)) {
    const end = match.index + match[0].length
    if ($pos.parentOffset < match.index) break
    if ($pos.parentOffset <= end) {
      return { from: $pos.start() + match.index, to: $pos.start() + end, word: match[0] }
    }
  }
  return null
}
