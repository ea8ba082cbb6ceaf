import { type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { wordsBetween } from './conflict.ts'
import { landing, type Move } from './moves.ts'
import { lost, nothing, type Rebased } from './rebased.ts'
import type { Side } from './side.ts'

/**
 * Moves what the branch moved, with what the base side put into it.
 * @param land applies the steps that make a move, and gives what was applied; null if they do not apply
 */
export function carryMove(
  move: Move,
  before: Node,
  { doc, pair, base }: Side,
  land: (steps: readonly Step[], own: Move) => readonly Step[] | null,
): Rebased {
  const words = wordsBetween(before, move.from, move.to)
  const failed = lost('To move a passage', words)
  const from = pair.placeOf(move.from)
  const end = pair.placeOf(move.to - 1)
  if (from === null || end === null) {
    // What is left of them stays where it is.
    const isGone = pair.imagesOf(move.from, move.to).length === 0
    return isGone ? lost('To move a passage that the other copy deleted', words) : failed
  }
  const to = end + 1
  const isMoved = base.movesOf(pair.here.between(move.from, move.to)).length > 0
  const target = pair.pointOf(move.target)
  if (target !== null && target >= from && target <= to) return nothing
  if (isMoved || target === null || from >= to) return failed
  if (!doc.resolve(from).sameParent(doc.resolve(to))) return failed
  const there = { from, to, target }
  const at = landing(there)
  const cut = new ReplaceStep(from, to, Slice.empty)
  const paste = new ReplaceStep(at, at, new Slice(doc.slice(from, to).content, 0, 0))
  const steps = land([cut, paste], there)
  return steps === null ? failed : { steps, conflict: null }
}
