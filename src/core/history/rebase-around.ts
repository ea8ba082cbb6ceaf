import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import { ReplaceAroundStep } from 'prosemirror-transform'
import type { Correspondence, Image } from './correspondence.ts'
import { isSameForm } from './forms.ts'
import { applyKnownStep } from './step.ts'

/**
 * A step that wraps, unwraps or changes a block's kind, as one of the other side: 'gone' where the block is, 'same'
 * where it has that form already, 'changed' where its form there is not the one that the step was made for.
 */
export function aroundAs(
  step: ReplaceAroundStep,
  before: Node,
  doc: Node,
  pair: Correspondence,
): ReplaceAroundStep | 'gone' | 'same' | 'changed' {
  const { from, to, gapFrom, gapTo, slice, insert } = step
  const gap = pair.imagesOf(gapFrom, gapTo)
  const left = edge(pair.imagesOf(from, gapFrom), gapFrom - from)
  const right = edge(pair.imagesOf(gapTo, to), to - gapTo)
  const isAllGone = gap.length === 0 && isNowhere(left) && isNowhere(right)
  if (isAllGone) return 'gone'
  const inside = edge(gap, gapTo - gapFrom)
  const around = typeof inside === 'number' ? formsAround(doc.resolve(inside)) : null
  const made = formsAround(applyKnownStep(before, step).resolve(from + insert))
  if (around !== null && isMadeAlready(made, around)) return 'same'
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
  const isInOther =
    around !== null && from === gapFrom && !isMadeAlready(formsAround(before.resolve(gapFrom)), around)
  if (isInOther) return 'changed'
  const isAsSeen = seen.every((node, index) => {
    const other = now[index]
    return other !== undefined && isSameForm(node, other)
  })
  if (isAsSeen) return withMarks(mapped, seen, now)
  return mapped.apply(doc).doc?.eq(doc) ? 'same' : 'changed'
}

/** A step that changes a block's kind, leaving what the other side suggests about the block. */
function withMarks(
  step: ReplaceAroundStep,
  [seen, ...others]: readonly Node[],
  [now]: readonly Node[],
): ReplaceAroundStep {
  const { from, to, gapFrom, gapTo, slice, insert } = step
  const block = slice.content.firstChild
  const marks =
    seen === undefined || now === undefined || others.length > 0
      ? []
      : now.marks.filter(mark => !mark.isInSet(seen.marks))
  if (block === null || slice.content.childCount > 1 || insert !== 1 || marks.length === 0) return step
  const marked = block.mark(marks.reduce((all, mark) => mark.addToSet(all), block.marks))
  const whole = new Slice(Fragment.from(marked), slice.openStart, slice.openEnd)
  return new ReplaceAroundStep(from, to, gapFrom, gapTo, whole, insert, isStructure(step))
}

/** The blocks around a place, from the outermost. */
function formsAround($pos: ResolvedPos): Node[] {
  return Array.from({ length: $pos.depth }, (_, index) => $pos.node(index + 1))
}

/** Whether blocks are of the kinds that a step makes; a kind that is only suggested counts for a suggestion. */
function isMadeAlready(made: readonly Node[], now: readonly Node[]): boolean {
  const isSuggested = (node: Node) => node.marks.some(mark => mark.type.name === 'modification')
  return (
    made.length === now.length &&
    made.every((node, index) => {
      const other = now[index]
      if (other === undefined || !node.hasMarkup(other.type, other.attrs, node.marks)) return false
      return isSuggested(node) || !isSuggested(other)
    })
  )
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
