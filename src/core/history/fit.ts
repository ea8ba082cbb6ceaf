import type { Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import type { Range } from './correspondence.ts'

/** A deletion and an insertion made to fit a document that is not quite the one they were meant for. */
export interface Fitted {
  readonly doc: Node
  readonly steps: readonly Step[]
  /** The step that puts the slice in as it is, where there is one. */
  readonly insertion: ReplaceStep | null
  /** Whether something of the ranges, such as a block's border, could not be taken out. */
  readonly isPartial: boolean
}

/**
 * Deletes some ranges, then puts a slice in at `at`, fitted where it does not fit as it is.
 * Null where that would lose a word of what is kept or put in, or cannot be made valid.
 */
export function fitInto(
  doc: Node,
  ranges: readonly Range[],
  kept: readonly Range[],
  at: number,
  slice: Slice,
): Fitted | null {
  const transform = new Transform(doc)
  let insertion: Step | undefined
  let isPartial = false
  try {
    for (const range of ranges.toReversed()) deleteRange(transform, range)
    isPartial =
      doc.content.size - transform.doc.content.size < ranges.reduce((sum, { from, to }) => sum + to - from, 0)
    const length = transform.doc.textContent.length
    if (slice.size > 0) {
      const place = besideWrapper(transform.doc, transform.mapping.map(at, -1), slice)
      transform.replace(place, place, slice)
      insertion = transform.steps.at(-1)
    }
    const put = slice.content.textBetween(0, slice.content.size).length
    if (transform.doc.textContent.length !== length + put) return null
    for (const { from, to } of kept) {
      const now = transform.doc.textBetween(transform.mapping.map(from, 1), transform.mapping.map(to, -1))
      if (now !== doc.textBetween(from, to)) return null
    }
    transform.doc.check()
  } catch (error) {
    // ProseMirror throws where a replacement cannot be made valid.
    if (error instanceof Error) return null
    throw error
  }
  const isWhole =
    insertion instanceof ReplaceStep && insertion.from === insertion.to && insertion.slice.eq(slice)
  return {
    doc: transform.doc,
    steps: transform.steps,
    insertion: isWhole && insertion instanceof ReplaceStep ? insertion : null,
    isPartial,
  }
}

/** For whole blocks at the edge of one that cannot hold them, the place beside it: it need not be split for them. */
function besideWrapper(doc: Node, at: number, { content, openStart, openEnd }: Slice): number {
  let place = at
  let $place = doc.resolve(place)
  const isOfBlocks = openStart + openEnd === 0 && content.firstChild?.isBlock === true
  while (isOfBlocks && $place.depth > 1) {
    const { parent, parentOffset } = $place
    const isAtEdge = parentOffset === 0 || parentOffset === parent.content.size
    if (!isAtEdge || parent.canReplace($place.index(), $place.index(), content)) break
    place = parentOffset === 0 ? $place.before() : $place.after()
    $place = doc.resolve(place)
  }
  return place
}

/** Deletes a range; a block that would be left without a block it needs goes with it, but never a field. */
function deleteRange(transform: Transform, range: Range): void {
  let { from, to } = range
  let $from = transform.doc.resolve(from)
  while (
    $from.depth > 1 &&
    !$from.parent.inlineContent &&
    from === $from.start() &&
    to === $from.end() &&
    !$from.parent.type.contentMatch.validEnd
  ) {
    ;[from, to] = [$from.before(), $from.after()]
    $from = transform.doc.resolve(from)
  }
  transform.delete(from, to)
}
