import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Correspondence } from './correspondence.ts'
import type { Move } from './moves.ts'
import { type Piece, Pieces } from './pieces.ts'

/** An edit of the base side's document turned into suggestions. */
export interface TrackedSteps {
  readonly steps: readonly Step[]
  /** What was tracked, and which of the steps puts its new content in. */
  readonly parts: readonly {
    readonly edit: { readonly from: number; readonly to: number; readonly newTo: number }
    readonly inserted: number | null
  }[]
}

/** Turns steps on a document, given with the documents before each, into suggestions; null where it cannot. */
export type Track = (doc: Node, steps: readonly Step[], docs: readonly Node[]) => TrackedSteps | null

/**
 * The units that each tracked step puts in, by its place, for those that put in what a direct edit would have:
 * what the branch does next to its words must find them in the suggestion. Units that the suggestion shows a
 * second time are those of the new copy; the old ones, which stay for whoever rejects it, get new identities.
 * @param own the direct step or move that was tracked; null where none of the new content can be told
 * @param identity of what the direct step puts in
 */
export function trackedPieces(
  pair: Correspondence,
  tracked: TrackedSteps,
  own: Step | Move | null,
  identity: (offset: number, length: number) => readonly Piece[],
): ReadonlyMap<number, readonly Piece[]> {
  const { there } = pair
  const inserted = new Map<number, readonly Piece[]>()
  if (own === null) return inserted
  if ('target' in own) {
    const last = tracked.parts.findLast(part => part.inserted !== null)?.inserted ?? null
    if (last !== null) inserted.set(last, rename(pair, own.from, own.to))
    return inserted
  }
  for (const { edit, inserted: at } of tracked.parts) {
    if (at === null) continue
    const pieces = new Pieces()
    pieces.insert(0, there.between(edit.from, edit.to))
    let put = 0
    own.getMap().forEach((oldFrom, oldTo, from, to) => {
      if (from < edit.from || to > edit.newTo) return
      pieces.cut(from - edit.from, from - edit.from + oldTo - oldFrom)
      pieces.insert(from - edit.from, identity(put, to - from))
      put += to - from
    })
    const now = pieces.between(0, edit.newTo - edit.from)
    for (const piece of now) {
      for (const found of there.present(piece)) rename(pair, found.from, found.from + found.length)
    }
    inserted.set(at, now)
  }
  return inserted
}

/** Gives a range's units new identities, and tells which they had. */
function rename(pair: Correspondence, from: number, to: number): readonly Piece[] {
  const pieces = pair.there.cut(from, to)
  pair.there.insert(
    from,
    pieces.flatMap(({ length }) => pair.fresh(length)),
  )
  return pieces
}

export function lengthOf(pieces: readonly { readonly length: number }[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}
