import type { Node } from 'prosemirror-model'
import {
  AddMarkStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
  type StepMap,
} from 'prosemirror-transform'
import { isRetyping } from './step.ts'

type Replacing = ReplaceStep | ReplaceAroundStep

interface Done {
  readonly index: number
  /** The step that would put everything back as it was. */
  readonly inverse: Replacing
  /** Where it began when it was done. */
  readonly from: number
  /** What was done earlier, inside it or beside it, as it was then. */
  readonly inside: readonly Done[]
}

/** How much that was taken out is remembered: an undo comes soon, and each step is compared with all of it. */
const most = 50

/**
 * Finds in a branch what was taken out, replaced or made a block of another kind and put back as it was, as an
 * undo does, with nothing done at its place meanwhile: both steps together come to nothing. What was itself done
 * and taken back there meanwhile counts as nothing done, and so does what was written in a block of another kind.
 */
export class PutBack {
  #done: Done[] = []

  /** The index of the step that did what this step, which is no part of a move, takes back; null if none did. */
  next(step: Step, before: Node, index: number): number | null {
    const back = this.#done.findLast(({ inverse }) => isSame(inverse, step))
    if (back !== undefined && isReplacing(step)) {
      this.#done = this.#done.filter(one => one !== back)
      this.pass(step)
      this.#done.push(...back.inside.map(one => shifted(one, step.from - back.from)))
      return back.index
    }
    if (!isReplacing(step) || isInsertion(step)) {
      this.pass(step)
      return null
    }
    const inside = this.#done.filter(one => touches(step, one.inverse))
    this.pass(step)
    const inverse = step.invert(before) as Replacing
    this.#done.push({ index, inverse, from: step.from, inside })
    if (this.#done.length > most) this.#done.shift()
    return null
  }

  /** Follows a step; what was done where it does something cannot be taken back any more. */
  pass(step: Step): void {
    const map = step.getMap()
    const { from = 0 } = step as Step & { readonly from?: number }
    const left: Done[] = []
    for (const one of this.#done) {
      if (touches(step, one.inverse)) continue
      left.push(one.inverse.to < from ? one : { ...one, inverse: mapped(one.inverse, map) })
    }
    this.#done = left
  }
}

function isReplacing(step: Step): step is Replacing {
  return step instanceof ReplaceStep || step instanceof ReplaceAroundStep
}

function isInsertion(step: Replacing): boolean {
  return step instanceof ReplaceStep && step.from === step.to
}

/** What nothing touched, as it is behind a step. */
function mapped(inverse: Replacing, map: StepMap): Replacing {
  if (inverse instanceof ReplaceStep) {
    const from = map.map(inverse.from)
    return new ReplaceStep(from, from + inverse.to - inverse.from, inverse.slice)
  }
  const { from, to, gapFrom, gapTo, slice, insert } = inverse
  const [start, end] = [map.map(from), map.map(to, -1)]
  return new ReplaceAroundStep(start, end, start + gapFrom - from, end - (to - gapTo), slice, insert)
}

function shifted(one: Done, by: number): Done {
  const { inverse } = one
  const [from, to] = [inverse.from + by, inverse.to + by]
  const moved =
    inverse instanceof ReplaceStep
      ? new ReplaceStep(from, to, inverse.slice)
      : new ReplaceAroundStep(
          from,
          to,
          inverse.gapFrom + by,
          inverse.gapTo + by,
          inverse.slice,
          inverse.insert,
        )
  return { ...one, inverse: moved, from: one.from + by }
}

/** Whether a step does something where another is to be taken back, or on both sides of that place. */
function touches(step: Step, inverse: Replacing): boolean {
  const { from, to } = inverse
  const isRetyped = isRetyping(inverse)
  if (isReplacing(step)) {
    if (step instanceof ReplaceStep && step.from === step.to && step.slice.size === 0) return false
    if (!isRetyped) return step.from <= to && from <= step.to
    const isInside = from < step.from && step.to < to
    return !isInside && step.from < to && from < step.to
  }
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    if (isRetyped) return false
    return from < to ? step.from < to && from < step.to : step.from < from && from < step.to
  }
  const { pos } = step as Step & { readonly pos?: number }
  return pos !== undefined && from <= pos && pos < to
}

function isSame(inverse: Replacing, step: Step): boolean {
  if (!isReplacing(step) || inverse.from !== step.from || inverse.to !== step.to) return false
  if (!isSameGap(inverse, step)) return false
  const [a, b] = [inverse.slice, step.slice]
  return a.openStart === b.openStart && a.openEnd === b.openEnd && a.content.eq(b.content)
}

function isSameGap(a: Replacing, b: Replacing): boolean {
  if (a instanceof ReplaceStep || b instanceof ReplaceStep) {
    return a instanceof ReplaceStep && b instanceof ReplaceStep
  }
  return a.gapFrom === b.gapFrom && a.gapTo === b.gapTo && a.insert === b.insert
}
