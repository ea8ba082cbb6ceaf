import type { Node, Slice } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'

interface Taken {
  readonly index: number
  readonly slice: Slice
  /** Where it was; in what was taken out around it, how far behind its start. */
  readonly pos: number
  /** What was taken out earlier, from inside it or beside it. */
  readonly inside: readonly Taken[]
}

/** How much that was taken out is remembered: an undo comes soon, and each step is compared with all of it. */
const most = 50

/**
 * Finds in a branch what was taken out and put back as it was, as an undo does, with nothing done at its place
 * meanwhile: both steps together come to nothing. What was itself taken out and put back there meanwhile counts
 * as nothing done.
 */
export class PutBack {
  #taken: Taken[] = []

  /** The index of the step that took out what this step, which is no part of a move, puts back; null if none did. */
  next(step: Step, before: Node, index: number): number | null {
    const back = this.#takenAs(step)
    if (back !== undefined) {
      this.#taken = this.#taken.filter(one => one !== back)
      this.pass(step)
      this.#taken.push(...back.inside.map(one => ({ ...one, pos: back.pos + one.pos })))
      return back.index
    }
    if (!(step instanceof ReplaceStep) || step.from === step.to || step.slice.size > 0) {
      this.pass(step)
      return null
    }
    const { from, to } = step
    const inside = this.#taken
      .filter(({ pos }) => touches(step, pos))
      .map(one => ({ ...one, pos: one.pos - from }))
    this.pass(step)
    this.#taken.push({ index, slice: before.slice(from, to), pos: from, inside })
    if (this.#taken.length > most) this.#taken.shift()
    return null
  }

  /** Follows a step; what was taken out where it does something cannot be put back any more. */
  pass(step: Step): void {
    const map = step.getMap()
    this.#taken = this.#taken
      .filter(({ pos }) => !touches(step, pos))
      .map(one => ({ ...one, pos: map.map(one.pos) }))
  }

  #takenAs(step: Step): Taken | undefined {
    if (!(step instanceof ReplaceStep) || step.from < step.to || step.slice.size === 0) return undefined
    return this.#taken.findLast(({ pos, slice }) => pos === step.from && isSame(slice, step.slice))
  }
}

/** Whether a step does something at a place, or on both sides of it. */
function touches(step: Step, pos: number): boolean {
  if (step instanceof ReplaceStep) {
    const isNothing = step.from === step.to && step.slice.size === 0
    return !isNothing && step.from <= pos && pos <= step.to
  }
  if (step instanceof ReplaceAroundStep) return step.from <= pos && pos <= step.to
  const isMarking = step instanceof AddMarkStep || step instanceof RemoveMarkStep
  return isMarking && step.from < pos && pos < step.to
}

function isSame(a: Slice, b: Slice): boolean {
  return a.openStart === b.openStart && a.openEnd === b.openEnd && a.content.eq(b.content)
}
