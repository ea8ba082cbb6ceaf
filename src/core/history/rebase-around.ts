import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep } from 'prosemirror-transform'
import type { Correspondence, Image } from './correspondence.ts'
import { isSameForm } from './forms.ts'

/**
 * A step that wraps, unwraps or changes a block's kind, as one of the other side: 'nothing' where the block is
 * gone or has that form already, 'changed' where its form there is not the one that the step was made for.
 */
export function aroundAs(
  step: ReplaceAroundStep,
  before: Node,
  doc: Node,
  pair: Correspondence,
): ReplaceAroundStep | 'nothing' | 'changed' {
  const { from, to, gapFrom, gapTo, slice, insert } = step
  const gap = pair.imagesOf(gapFrom, gapTo)
  const left = edge(pair.imagesOf(from, gapFrom), gapFrom - from)
  const right = edge(pair.imagesOf(gapTo, to), to - gapTo)
  const isAllGone = gap.length === 0 && isNowhere(left) && isNowhere(right)
  if (isAllGone) return 'nothing'
  if (typeof left === 'string' && left !== 'none') return 'changed'
  if (typeof right === 'string' && right !== 'none') return 'changed'
  const start = left === 'none' ? Math.min(...gap.map(image => image.to)) : left + (gapFrom - from)
  const end = right === 'none' ? Math.max(...gap.map(image => image.to + image.length)) : right
  if (!(start <= end && Number.isFinite(start) && Number.isFinite(end))) return 'changed'
  const first = start - (gapFrom - from)
  const mapped = new ReplaceAroundStep(
    first,
    end + (to - gapTo),
    start,
    end,
    slice,
    insert,
    isStructure(step),
  )
  const seen = opened(before, from, gapFrom)
  const now = opened(doc, first, start)
  const isAsSeen = seen.every((node, index) => {
    const other = now[index]
    return other !== undefined && isSameForm(node, other)
  })
  if (isAsSeen) return mapped
  return mapped.apply(doc).doc?.eq(doc) ? 'nothing' : 'changed'
}

function edge(images: readonly Image[], length: number): number | 'none' | 'gone' | 'broken' {
  if (length === 0) return 'none'
  const first = images[0]
  if (first === undefined) return 'gone'
  let next = first.to
  for (const image of images) {
    if (image.to !== next) return 'broken'
    next += image.length
  }
  return next - first.to === length ? first.to : 'broken'
}

function isNowhere(at: ReturnType<typeof edge>): boolean {
  return at === 'none' || at === 'gone'
}

/** The blocks that open in a range. */
function opened(doc: Node, from: number, to: number): Node[] {
  const nodes: Node[] = []
  for (let pos = from; pos < to; pos += 1) {
    const node = doc.nodeAt(pos)
    if (node !== null) nodes.push(node)
  }
  return nodes
}

function isStructure(step: ReplaceAroundStep & { readonly structure?: boolean }): boolean {
  return step.structure === true
}
