import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, type Step } from 'prosemirror-transform'
import type { Correspondence } from './correspondence.ts'
import type { Move } from './moves.ts'
import { type Piece, Pieces } from './pieces.ts'
import { putIn } from './step.ts'

/** An edit of the base side's document turned into suggestions. */
export interface TrackedSteps {
  readonly steps: readonly Step[]
  /** What was tracked, of which of the direct steps, and which of the steps puts its new content in. */
  readonly parts: readonly {
    readonly of: number
    readonly edit: { readonly from: number; readonly newTo: number }
    readonly inserted: number | null
  }[]
}

/** Turns steps on a document, given with the documents before each, into suggestions; null where it cannot. */
export type Track = (doc: Node, steps: readonly Step[], docs: readonly Node[]) => TrackedSteps | null

/**
 * The units that each tracked step puts in, by its place, for those that put in what the direct edit would have:
 * what the branch does next to its words must find them in the suggestion.
 * @param direct the steps that were tracked, and which of them puts in what the branch's does, or the move they make
 * @param identity of what the branch's step puts in
 */
export function trackedPieces(
  pair: Correspondence,
  { parts }: TrackedSteps,
  direct: { readonly steps: readonly Step[]; readonly own: Step | Move | null },
  identity: (offset: number, length: number) => readonly Piece[],
): ReadonlyMap<number, readonly Piece[]> {
  const { steps, own } = direct
  const put = steps.map((step, index) => {
    if (step === own) return identity
    const isPaste = own !== null && 'target' in own && index === steps.length - 1
    const pieces = new Pieces()
    pieces.insert(0, isPaste ? pair.there.between(own.from, own.to) : pair.fresh(putIn(step)))
    return (offset: number, length: number) => pieces.between(offset, offset + length)
  })
  const inserted = new Map<number, readonly Piece[]>()
  for (const { of, edit, inserted: at } of parts) {
    if (at === null) continue
    inserted.set(at, unitsAfter(steps.slice(0, of + 1), edit.from, edit.newTo, pair.there, put))
  }
  return inserted
}

/** The units of a range of the text that direct steps, none of which is made, would leave. */
function unitsAfter(
  steps: readonly Step[],
  start: number,
  end: number,
  before: Pieces,
  put: readonly ((offset: number, length: number) => readonly Piece[])[],
): readonly Piece[] {
  const step = steps.at(-1)
  if (step === undefined) return before.between(start, end)
  const earlier = steps.slice(0, -1)
  const units: Piece[] = []
  let at = start
  /** From places after the step to those before it. */
  let shift = 0
  let offset = 0
  const keep = (to: number) => {
    if (at >= to) return
    units.push(...unitsAfter(earlier, at + shift, to + shift, before, put))
    at = to
  }
  step.getMap().forEach((oldFrom, oldTo, from, to) => {
    // A block that changed its kind is the same block.
    if (step instanceof ReplaceAroundStep && oldTo - oldFrom === to - from) return
    keep(Math.min(from, end))
    const stop = Math.min(to, end)
    if (at < stop) {
      units.push(...(put[earlier.length]?.(offset + at - from, stop - at) ?? []))
      at = stop
    }
    offset += to - from
    shift += oldTo - oldFrom - (to - from)
  })
  keep(end)
  return units
}

/**
 * Makes room for units that the suggestion shows a second time: they are those of the new copy, and the old ones,
 * which stay for whoever rejects it, get new identities.
 */
export function giveAway(pair: Correspondence, units: readonly Piece[]): void {
  const { there } = pair
  for (const piece of units) {
    for (const { from, length } of there.present(piece)) {
      there.cut(from, from + length)
      there.insert(from, pair.fresh(length))
    }
  }
}

export function lengthOf(pieces: readonly { readonly length: number }[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}
