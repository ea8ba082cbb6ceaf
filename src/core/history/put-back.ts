import type { Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { isRetyping } from './step.ts'

type Replacing = ReplaceStep | ReplaceAroundStep

interface Done {
  readonly index: number
  /** The step that would have put everything back as it was, right then. */
  readonly inverse: Replacing
  /** Where what it would take back is now, and how much that is. */
  at: number
  size: number
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
    const back = this.#done.findLast(one => isTakenBack(one, step))
    if (back !== undefined && isReplacing(step)) {
      this.#done = this.#done.filter(one => one !== back)
      this.pass(step)
      const by = step.from - back.inverse.from
      this.#done.push(...back.inside.map(one => ({ ...one, at: one.at + by })))
      return back.index
    }
    if (!isReplacing(step) || isInsertion(step)) {
      this.pass(step)
      return null
    }
    const inside = this.#done.filter(one => touches(step, one)).map(one => ({ ...one }))
    this.pass(step)
    const inverse = step.invert(before) as Replacing
    const { from: at, to } = inverse
    this.#done.push({ index, inverse, at, size: to - at, inside })
    if (this.#done.length > most) this.#done.shift()
    return null
  }

  /** Follows a step; what was done where it does something cannot be taken back any more. */
  pass(step: Step): void {
    if (this.#done.length === 0) return
    const map = step.getMap()
    const { from = Number.POSITIVE_INFINITY } = step as Step & { readonly from?: number }
    const touched = new Set<Done>()
    for (const one of this.#done) {
      const end = one.at + one.size
      if (touches(step, one)) touched.add(one)
      else if (end >= from) {
        one.at = map.map(one.at)
        // Only in a block of another kind something may have been put in or taken out.
        if (isRetyping(one.inverse)) one.size = map.map(end, -1) - one.at
      }
    }
    if (touched.size > 0) this.#done = this.#done.filter(one => !touched.has(one))
  }
}

function isReplacing(step: Step): step is Replacing {
  return step instanceof ReplaceStep || step instanceof ReplaceAroundStep
}

function isInsertion(step: Replacing): boolean {
  return step instanceof ReplaceStep && step.from === step.to
}

/** Whether a step does something where another is to be taken back, or on both sides of that place. */
function touches(step: Step, { inverse, at: from, size }: Done): boolean {
  const to = from + size
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

/** Whether a step puts everything back as it was before what was done. */
function isTakenBack({ inverse, at, size }: Done, step: Step): boolean {
  if (!isReplacing(step) || at !== step.from || at + size !== step.to) return false
  if (!isSameGap(inverse, step)) return false
  const [a, b] = [inverse.slice, step.slice]
  return a.openStart === b.openStart && a.openEnd === b.openEnd && a.content.eq(b.content)
}

/** Whether both leave the same between their ends; how much that is may have changed. */
function isSameGap(a: Replacing, b: Replacing): boolean {
  if (a instanceof ReplaceStep || b instanceof ReplaceStep) {
    return a instanceof ReplaceStep && b instanceof ReplaceStep
  }
  return (
    a.gapFrom - a.from === b.gapFrom - b.from && a.to - a.gapTo === b.to - b.gapTo && a.insert === b.insert
  )
}
