import type { Node } from 'prosemirror-model'
import { wordsBetween } from './conflict.ts'
import type { Correspondence, Image, Range } from './correspondence.ts'

/** What there is of images there, as ranges in order, those that touch made one. */
export function joined(images: readonly Image[]): Range[] {
  const ranges: { from: number; to: number }[] = []
  for (const { to: from, length } of images.toSorted((a, b) => a.to - b.to)) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === from) last.to = from + length
    else ranges.push({ from, to: from + length })
  }
  return ranges
}

/** What lies between ranges that are in order. */
export function gapsIn(ranges: readonly Range[]): Range[] {
  return ranges.slice(1).flatMap(({ from: to }, index) => {
    const from = ranges[index]?.to ?? to
    return from < to ? [{ from, to }] : []
  })
}

/** The words of a range here that are not there any more. */
export function goneWords(before: Node, from: number, to: number, images: readonly Image[]): string {
  const alive = images.map(image => ({ from: image.from, to: image.from + image.length }))
  return gapsIn([{ from, to: from }, ...alive, { from: to, to }])
    .map(gap => wordsBetween(before, gap.from, gap.to))
    .join('')
}

/** The words that stand there between what surrounds a range here, and that are not the range's own. */
export function foreignWords(doc: Node, pair: Correspondence, from: number, to: number): string {
  const start = pair.map(from, -1)
  const end = pair.map(to, 1)
  if (start >= end) return ''
  const own = joined(pair.imagesOf(from, to)).filter(range => range.from >= start && range.to <= end)
  return gapsIn([{ from: start, to: start }, ...own, { from: end, to: end }])
    .map(gap => wordsBetween(doc, gap.from, gap.to))
    .join('')
}
