import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceAroundStep, type Step } from 'prosemirror-transform'
import type { Range } from './correspondence.ts'
import { IdSet } from './id-set.ts'
import type { Pieces } from './pieces.ts'
import { isRetyping } from './step.ts'

/**
 * To what the base side gave another form itself: formatting added or taken off, an attribute set, a block's kind changed. Where both
 * sides did that to one thing, the base side's form stays, also when the branch only took back its own.
 */
export class OwnForms {
  readonly #sets = new Map<string, IdSet>()
  readonly #side: Pieces

  constructor(side: Pieces) {
    this.#side = side
  }

  /** Notes a step of the base side, before the side follows it. */
  note(step: Step): void {
    const parts = (step as Step & { readonly steps?: readonly Step[] }).steps
    for (const part of parts ?? []) this.note(part)
    const subject = subjectOf(step)
    if (subject === null) return
    const { name, from, to } = subject
    const set = this.#sets.get(name) ?? new IdSet()
    this.#sets.set(name, set)
    for (const piece of this.#side.between(from, to)) set.add(piece)
  }

  /** The parts of some ranges whose form, as far as this step is about it, is not the base side's own. */
  freeFor(step: Step, ranges: readonly Range[]): Range[] {
    const set = this.#sets.get(subjectOf(step)?.name ?? '')
    if (set === undefined) return [...ranges]
    const free: { from: number; to: number }[] = []
    for (const { from, to } of ranges) {
      for (const { id, length, from: start } of this.#side.between(from, to)) {
        for (let at = 0; at < length; at += 1) {
          if (set.hasAnyOf({ id: id + at, length: 1 })) continue
          const last = free.at(-1)
          if (last?.to === start + at) last.to += 1
          else free.push({ from: start + at, to: start + at + 1 })
        }
      }
    }
    return free
  }
}

function subjectOf(step: Step): { name: string; from: number; to: number } | null {
  if (step instanceof AttrStep) return { name: `attribute ${step.attr}`, from: step.pos, to: step.pos + 1 }
  if (step instanceof ReplaceAroundStep) {
    return isRetyping(step) ? { name: 'kind', from: step.from, to: step.from + 1 } : null
  }
  if (!(step instanceof AddMarkStep || step instanceof RemoveMarkStep)) return null
  const { change } = step.mark.attrs as { readonly change?: { readonly mark?: string } }
  if (step.mark.type.name === 'modification' && change?.mark !== undefined) {
    return { name: `mark ${change.mark}`, from: step.from, to: step.to }
  }
  const isReview = (step.mark.type.spec.group ?? '').split(' ').includes('review')
  return isReview ? null : { name: `mark ${step.mark.type.name}`, from: step.from, to: step.to }
}
