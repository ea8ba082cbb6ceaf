import { Fragment, type Node, Slice } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import type { BaseStep } from './base-side.ts'
import { BranchSide } from './branch-side.ts'
import { wordsBetween } from './conflict.ts'
import { doomed } from './doomed.ts'
import { Followed } from './followed.ts'
import { LandingSide } from './landing-side.ts'
import type { Move } from './moves.ts'
import { aroundAs } from './rebase-around.ts'
import { carryForm } from './rebase-form.ts'
import { carryMove } from './rebase-move.ts'
import { carryReplacement } from './rebase-replace.ts'
import { type BranchStep, lost, nothing, type Rebased } from './rebased.ts'
import { missingSpaces } from './side.ts'
import { isRetyping } from './step.ts'
import { stepsBack } from './step-back.ts'
import { joinedEnd } from './struck.ts'
import type { Track } from './tracked-pieces.ts'

/** How a step is carried. */
export interface Manner {
  /** Turns the carried edit into suggestions instead; what it cannot turn is lost, and said so. */
  readonly track?: Track | undefined
  /** The step is part of a suggestion already: what its marks would not find here is lost too. */
  readonly isSuggested?: boolean
}

/**
 * Carries the steps of a branch over to the base side, one after another, by knowing of every unit of the
 * text which one it is on the other side:
 *
 * - an incoming deletion or replacement touches only text of its base: words put in on the base side stay;
 * - what was moved on one side and written in on the other is moved, with what was written in it;
 * - where both sides changed the same words, or gave one thing another form (a block's kind, an attribute, a
 *   link), that is reported, even where both can stand;
 * - a step that no longer applies as it is keeps its words, where the schema lets them in at their place;
 * - whatever is not in the result is in a conflict, with its words.
 *
 * Costs what the steps cost, not what the documents or the histories behind them do.
 */
export class Rebase {
  readonly #branch: BranchSide
  readonly #side: LandingSide
  /** The branch's steps that the base side knows already. */
  readonly #known: ReadonlySet<number>

  /**
   * @param ancestor the last document that both sides share
   * @param base the base side's steps since
   * @param branch the branch's steps since
   * @param followed what other rebases on the same base made of its steps
   */
  constructor(
    ancestor: Node,
    base: readonly BaseStep[],
    branch: readonly BranchStep[],
    followed = new Followed(),
  ) {
    this.#branch = new BranchSide(ancestor, branch, base)
    this.#side = new LandingSide(ancestor, base, this.#branch, followed)
    this.#known = new Set(base.flatMap(({ twin }) => (twin === null ? [] : [twin])))
  }

  /** The base side's document, with what was carried so far. */
  get doc(): Node {
    return this.#side.doc
  }

  /** The branch's document before its step with this index, which must not be carried yet. */
  branchAt(index: number): Node {
    return this.#branch.before(index)
  }

  /** Where a position in the branch's document, before its step with this index, is on the base side. */
  placeOf(index: number, pos: number): number {
    this.#branch.before(index)
    return Math.min(this.#side.pair.map(pos, 1), this.doc.content.size)
  }

  /** Whether nothing of what the branch's step with this index puts in is in the branch's end. */
  isTakenOut(index: number): boolean {
    return this.#branch.isTakenOut(index)
  }

  /** Whether the branch's step with this index does what is taken back later, or takes it back. */
  isNothing(index: number): boolean {
    return this.#branch.isNothing(index)
  }

  /** The steps from the base side's document as it is now to the branch's before its step with this index. */
  stepsBack(index: number): readonly Step[] {
    const doc = this.#branch.before(index)
    const { here, there } = this.#side.pair
    return stepsBack({ doc: this.doc, pieces: there }, { doc, pieces: here })
  }

  /** Carries the branch's step with this index. Steps are carried in order; those known already are left out. */
  carry(index: number, manner: Manner = {}): Rebased {
    const entry = this.#branch.at(index)
    if (entry === undefined) throw new RangeError(`The branch has no step ${index}`)
    if (this.#branch.isFollowed(index)) return nothing
    if (this.isNothing(index)) {
      this.#branch.before(index + 1)
      return nothing
    }
    const before = this.#branch.before(index)
    const { move, step } = entry
    const isMove = move !== null && !this.#known.has(index) && !this.#known.has(index + 1)
    const land = (steps: readonly Step[], own: Step | Move | null) =>
      this.#side.land({ steps, index, own }, manner.track)
    const rebased = isMove
      ? carryMove(move, before, this.#side, land)
      : this.#carryStep(step, before, manner, land)
    const isClean = rebased.steps.length > 0 && rebased.conflict === null
    const conflict = isClean ? doomed(step, before, rebased.steps, this.doc) : rebased.conflict
    this.#branch.before(index + 1)
    return { ...rebased, conflict }
  }

  /**
   * Puts spaces between words that some steps of the branch, all carried, put in and words of the base side that
   * they would run into: where each is a word of its own in its own copy, so it is here.
   */
  keepApart(first: number, count: number): Step[] {
    const branchDoc = this.#branch.before(first + count)
    const steps: Step[] = []
    for (let index = first; index < first + count; index += 1) {
      const step = this.#branch.at(index)?.step
      if (!(step instanceof ReplaceStep) || this.#known.has(index) || this.isNothing(index)) continue
      for (const { at, marks } of missingSpaces(this.#branch.allOf(index), branchDoc, this.#side)) {
        const space = new ReplaceStep(at, at, new Slice(Fragment.from(schema.text(' ', marks)), 0, 0))
        steps.push(...(this.#side.land({ steps: [space], index, own: null }, undefined) ?? []))
      }
    }
    return steps
  }

  #carryStep(
    step: Step,
    before: Node,
    { track, isSuggested = false }: Manner,
    land: (steps: readonly Step[], own: Step | null) => readonly Step[] | null,
  ): Rebased {
    if (step instanceof ReplaceStep) {
      return carryReplacement(step, before, this.#side, { isTracked: track !== undefined, isSuggested, land })
    }
    if (step instanceof ReplaceAroundStep) return this.#around(step, before, land)
    const carried = carryForm(step, before, this.#side)
    if (carried.steps.length === 0) return carried
    const steps = land(carried.steps, null)
    return steps === null ? lost('To change the form of words', '') : { steps, conflict: carried.conflict }
  }

  /** Wrapping, unwrapping and changing a block's kind: what these replace must be what the branch saw. */
  #around(
    step: ReplaceAroundStep,
    before: Node,
    land: (steps: readonly Step[], own: Step) => readonly Step[] | null,
  ): Rebased {
    const mapped = aroundAs(step, before, this.doc, this.#side.pair)
    if (mapped === 'same') return nothing
    const isPossible = mapped !== 'changed' && mapped !== 'gone' && !this.#isOwnForm(mapped)
    const steps = isPossible ? land([mapped], mapped) : null
    if (steps !== null) return { steps, conflict: null }
    // Blocks that are to be joined with this one are to be of its kind.
    const words = wordsBetween(before, step.from, joinedEnd(before, step.to))
    return mapped === 'gone' && words.trim() === '' ? nothing : lost('To change the kind of a block', words)
  }

  /** Whether the base side gave the block whose kind a step changes another kind itself. */
  #isOwnForm(step: ReplaceAroundStep): boolean {
    const { from } = step
    return isRetyping(step) && this.#side.base.forms.freeFor(step, [{ from, to: from + 1 }]).length === 0
  }
}
