import type { Node } from 'prosemirror-model'
import type { Range } from '../../../core/review/threads.ts'

/** A range itself, or, of a place, the word that it is in or beside; null where its block has none. */
export function wordsBeside(doc: Node, { from, to }: Range): Range | null {
  if (from < to) return { from, to }
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock) return null
  const { parent, parentOffset } = $from
  const text = parent.textBetween(0, parent.content.size, '', ' ')
  const isSpace = (index: number) => (text[index] ?? ' ').trim() === ''
  let start = parentOffset
  if (isSpace(start)) while (start > 0 && isSpace(start - 1)) start -= 1
  let end = start
  while (start > 0 && !isSpace(start - 1)) start -= 1
  while (end < text.length && !isSpace(end)) end += 1
  if (start === end) return null
  return { from: $from.start() + start, to: $from.start() + end }
}
