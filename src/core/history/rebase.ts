import { Fragment, type Node, Slice } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { BaseSide, type BaseStep, movePieces } from './base-side.ts'
import { gapsIn, joined } from './clash.ts'
import { wordsAt, wordsBetween, wordsOf } from './conflict.ts'
import { Correspondence, follow } from './correspondence.ts'
import { doomed } from './doomed.ts'
import { fitInto } from './fit.ts'
import { changedByBoth, foreignIn, takenAlong } from './met.ts'
import { landing, type Move } from './moves.ts'
import { type Piece, Pieces } from './pieces.ts'
import { aroundAs } from './rebase-around.ts'
import { carryForm } from './rebase-form.ts'
import type { BranchStep, Rebased } from './rebased.ts'
import { retargeted } from './retarget.ts'
import { missingSpaces, type Side, withoutBorders } from './side.ts'
import { applyKnownStep, applyStep } from './step.ts'
import { stepsBack } from './step-back.ts'
import { lengthOf, type Track, trackedPieces } from './tracked-pieces.ts'

/** What is to be known of a branch as a whole. */
interface WholeBranch {
  readonly end: Pieces
  /** What each of its steps moves: of those that begin a move, the pieces that it takes along. */
  readonly moved: readonly (readonly (readonly Piece[])[])[]
}

const nothing: Rebased = { steps: [], conflict: null }

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
  /** The base side's document, with what was carried so far. */
  doc: Node
  readonly #branch: readonly BranchStep[]
  /** The size of the document that both sides share. */
  readonly #size: number
  readonly #pair: Correspondence
  /** The first identity of what each of the branch's steps puts in. */
  readonly #identities: number[] = []
  /** The branch's document before the next step that the pair has to follow. */
  #branchDoc: Node
  readonly #known: ReadonlySet<number>
  /** The ids of the branch's suggestions that put something in, in place of what they delete or elsewhere. */
  readonly #replacing: ReadonlySet<unknown>
  readonly #base: BaseSide
  /** From here on identities are of what the base side put in. */
  readonly #firstForeign: number
  #track: Track | undefined
  #isSuggested = false
  #whole: WholeBranch | undefined
  /** The steps of the branch that took out what others, by whose index they are kept, put back. */
  readonly #putBack: ReadonlyMap<number, number>
  /** All of these: they come to nothing. */
  readonly #nothing: ReadonlySet<number>
  /** The pieces of what they took out, by the index of the step that did. */
  readonly #takenOut = new Map<number, readonly Piece[]>()
  /** How many of the branch's steps the pair has followed. */
  #followed = 0

  /**
   * @param ancestor the last document that both sides share
   * @param base the base side's steps since
   * @param branch the branch's steps since
   */
  constructor(ancestor: Node, base: readonly BaseStep[], branch: readonly BranchStep[]) {
    this.#branch = branch
    this.#branchDoc = ancestor
    let reserved = 0
    for (const { step } of branch) {
      this.#identities.push(ancestor.content.size + reserved)
      reserved += putIn(step)
    }
    this.#size = ancestor.content.size
    this.#pair = new Correspondence(this.#size, reserved)
    this.#firstForeign = ancestor.content.size + reserved
    this.#replacing = new Set(branch.flatMap(({ step }) => suggestedBy(step)))
    this.#known = new Set(base.flatMap(({ twin }) => (twin === null ? [] : [twin])))
    this.#putBack = putBackIn(branch, base)
    this.#nothing = new Set([...this.#putBack].flat())
    this.#base = new BaseSide(ancestor, base, this.#pair, {
      identity: (index, offset, length) => this.#identity(index, offset, length),
      isMove: index => branch[index]?.move != null,
      movedBy: ({ first, end }) => this.#toItsEnd().moved.slice(first, end).flat(),
    })
    this.doc = this.#base.doc
  }

  /** The branch's document before its step with this index, which must not be carried yet. */
  branchAt(index: number): Node {
    this.#followBranch(index)
    return this.#branchDoc
  }

  /** Where a position in the branch's document, before its step with this index, is on the base side. */
  placeOf(index: number, pos: number): number {
    this.#followBranch(index)
    return Math.min(this.#pair.map(pos, 1), this.doc.content.size)
  }

  /** Whether nothing of what the branch's step with this index puts in is in the branch's end. */
  isTakenOut(index: number): boolean {
    const step = this.#branch[index]?.step
    // A wrapper's identities are not all its own.
    if (!(step instanceof ReplaceStep)) return false
    const { end } = this.#toItsEnd()
    const pieces = this.#backIn(index) ?? this.#identity(index, 0, putIn(step))
    return pieces.every(piece => end.present(piece).length === 0)
  }

  /** Whether the branch's step with this index takes out what is put back later, or puts it back. */
  isNothing(index: number): boolean {
    return this.#nothing.has(index)
  }

  /** The steps from the base side's document as it is now to the branch's before its step with this index. */
  stepsBack(index: number): readonly Step[] {
    this.#followBranch(index)
    const { here, there } = this.#pair
    return stepsBack({ doc: this.doc, pieces: there }, { doc: this.#branchDoc, pieces: here })
  }

  /**
   * Carries the branch's step with this index. Steps are carried in order; those known already are left out.
   * @param track turns the carried edit into suggestions instead; what it cannot turn is lost, and said so
   * @param isSuggested the step is part of a suggestion already: what its marks would not find here is lost too
   */
  carry(index: number, track?: Track, isSuggested = false): Rebased {
    this.#track = track
    this.#isSuggested = isSuggested
    const entry = this.#branch[index]
    if (entry === undefined) throw new RangeError(`The branch has no step ${index}`)
    if (index < this.#followed) return nothing
    if (this.isNothing(index)) {
      this.#followBranch(index + 1)
      return nothing
    }
    this.#followBranch(index)
    const { move } = entry
    const before = this.#branchDoc
    const isMove = move !== null && !this.#known.has(index) && !this.#known.has(index + 1)
    const rebased = isMove ? this.#move(move, before) : this.#carryStep(entry.step, before, index)
    const isClean = rebased.steps.length > 0 && rebased.conflict === null
    const conflict = isClean ? doomed(entry.step, before, rebased.steps, this.doc) : rebased.conflict
    this.#followBranch(index + 1)
    return { ...rebased, conflict }
  }

  /**
   * Puts spaces between words that some steps of the branch, all carried, put in and words of the base side that
   * they would run into: where each is a word of its own in its own copy, so it is here.
   */
  keepApart(first: number, count: number): Step[] {
    this.#followBranch(first + count)
    this.#track = undefined
    const steps: Step[] = []
    for (let index = first; index < first + count; index += 1) {
      const step = this.#branch[index]?.step
      if (!(step instanceof ReplaceStep) || this.#known.has(index) || this.isNothing(index)) continue
      const put = { id: this.#identities[index] ?? 0, length: putIn(step) }
      for (const { at, marks } of missingSpaces(put, this.#branchDoc, this.#side())) {
        const space = new ReplaceStep(at, at, new Slice(Fragment.from(schema.text(' ', marks)), 0, 0))
        steps.push(...(this.#land([space], index, null) ?? []))
      }
    }
    return steps
  }

  #carryStep(step: Step, before: Node, index: number): Rebased {
    if (step instanceof ReplaceStep) return this.#replace(step, before, index)
    if (step instanceof ReplaceAroundStep) return this.#around(step, before, index)
    const carried = carryForm(step, before, this.#side())
    if (carried.steps.length === 0) return carried
    const steps = this.#land(carried.steps, index, null)
    return steps === null ? lost('To change the form of words', '') : { steps, conflict: carried.conflict }
  }

  #side(): Side {
    const { doc } = this
    return {
      doc,
      pair: this.#pair,
      base: this.#base,
      replacing: this.#replacing,
      firstForeign: this.#firstForeign,
    }
  }

  /** Lets the pair see the branch's steps before an index. */
  #followBranch(index: number): void {
    while (this.#followed < index) {
      const at = this.#followed
      const entry = this.#branch[at]
      if (entry === undefined) return
      this.#followed += this.#followEntry(this.#pair.here, entry, at)
      const steps = this.#branch.slice(at, this.#followed)
      this.#branchDoc = steps.reduce((doc, { step }) => applyKnownStep(doc, step), this.#branchDoc)
    }
  }

  /** Lets units follow one of the branch's steps, or the two that are a move, and tells how many they were. */
  #followEntry(side: Pieces, { step, move }: BranchStep, index: number): 1 | 2 {
    if (move !== null && index + 1 < this.#branch.length) {
      movePieces(side, move)
      return 2
    }
    const { from, to } = step as Step & { readonly from?: number; readonly to?: number }
    if (this.isNothing(index) && from !== undefined && to !== undefined) {
      const back = this.#backIn(index)
      if (back === null) this.#takenOut.set(index, side.cut(from, to))
      else side.insert(from, back)
      return 1
    }
    let put = 0
    follow(
      side,
      step.getMap(),
      length => {
        put += length
        return this.#identity(index, put - length, length)
      },
      step instanceof ReplaceAroundStep,
    )
    return 1
  }

  /** What the branch's step with this index puts back; null where it does not. */
  #backIn(index: number): readonly Piece[] | null {
    const taken = this.#putBack.get(index)
    return taken === undefined ? null : (this.#takenOut.get(taken) ?? null)
  }

  /** Follows the branch to its end, ahead of what is carried. */
  #toItsEnd(): WholeBranch {
    if (this.#whole !== undefined) return this.#whole
    const side = new Pieces(this.#size)
    const moved: (readonly Piece[])[][] = this.#branch.map(() => [])
    for (let index = 0; index < this.#branch.length; ) {
      const entry = this.#branch[index]
      if (entry === undefined) break
      if (entry.move !== null) moved[index]?.push(side.between(entry.move.from, entry.move.to))
      index += this.#followEntry(side, entry, index)
    }
    this.#whole = { end: side, moved }
    return this.#whole
  }

  #identity(index: number, offset: number, length: number): Piece[] {
    return [{ id: (this.#identities[index] ?? 0) + offset, length }]
  }

  #replace(step: ReplaceStep, before: Node, index: number): Rebased {
    const { from, to, slice } = step
    if (from === to && slice.size === 0) return nothing
    const images = this.#pair.imagesOf(from, to)
    const at = images[0]?.to ?? this.#pair.pointOf(from, to)
    const clash = changedByBoth(step, before, images, this.#side())
    if (at === null) {
      const content = wordsOf(slice)
      if (content.trim() !== '') return lost('To put in words where the text is gone', content)
      if (slice.openStart > 0 && slice.openEnd > 0) return lost('To split a block', wordsAt(before, from, to))
      return { steps: [], conflict: clash }
    }
    const all = joined(images)
    const ranges = withoutBorders(this.#side(), all, wordsBetween(before, from, to), slice.size > 0)
    if (ranges.length === 0 && slice.size === 0) return { steps: [], conflict: clash }
    const first = ranges[0]?.from ?? at
    const last = ranges.at(-1)?.to ?? at
    const kept = gapsIn(all).filter(range => wordsBetween(this.doc, range.from, range.to).trim() !== '')
    const isFree = kept.length === 0
    const isWhole = isFree && this.doc.resolve(first).sameParent(this.doc.resolve(last))
    const taken = this.#track === undefined ? takenAlong(before, images, isWhole, this.#side()) : () => null
    if (isFree && (ranges.length < 2 || isWhole)) {
      const put = retargeted(step, before.resolve(from), this.doc.resolve(at))
      const mapped = new ReplaceStep(first, last, put, isStructure(step))
      const steps = this.#land([mapped], index, mapped)
      if (steps !== null) return { steps, conflict: clash ?? taken() }
    }
    const content = kept
      .map(run => foreignIn(this.#side(), run))
      .filter(words => words.trim() !== '')
      .join('\n')
    const fit = isStructure(step) ? null : fitInto(this.doc, ranges, kept, at, slice)
    const fitted = this.#isSuggested && slice.size > 0 && fit?.insertion === null ? null : fit
    const steps = fitted === null ? null : this.#land(fitted.steps, index, fitted.insertion)
    if (steps === null) {
      const words = wordsOf(slice)
      if (words.trim() !== '') return lost('To put in words', words)
      return lost(slice.size === 0 ? 'To delete or join' : 'To split a block', wordsAt(before, from, to))
    }
    const loss = taken()
    const gone = before.textBetween(from, to)
    if (content !== '') {
      const wanted = 'To delete or replace a passage in which the other copy had put words'
      const words = loss === null ? content : `${content}\n${loss.content}`
      return { steps, conflict: { kind: 'overlap', wanted, content: words } }
    }
    const isJoin = gone === '' && lengthOf(images) === to - from
    if (fitted?.isPartial === true && loss === null && (isJoin || (clash === null && gone !== '')))
      return { ...lost('To delete or join', wordsAt(before, from, to)), steps }
    return { steps, conflict: clash ?? loss }
  }

  /** Wrapping, unwrapping and changing a block's kind: what these replace must be what the branch saw. */
  #around(step: ReplaceAroundStep, before: Node, index: number): Rebased {
    const mapped = aroundAs(step, before, this.doc, this.#pair)
    if (mapped === 'same') return nothing
    const steps = mapped === 'changed' || mapped === 'gone' ? null : this.#land([mapped], index, mapped)
    if (steps !== null) return { steps, conflict: null }
    const words = wordsBetween(before, step.from, step.to)
    return mapped === 'gone' && words.trim() === '' ? nothing : lost('To change the kind of a block', words)
  }

  /** Moves what the branch moved, with what the base side put into it. */
  #move(move: Move, before: Node): Rebased {
    const failed = lost('To move a passage', wordsBetween(before, move.from, move.to))
    const from = this.#pair.placeOf(move.from)
    const end = this.#pair.placeOf(move.to - 1)
    if (from === null || end === null) {
      // What is left of them stays where it is.
      const isGone = this.#pair.imagesOf(move.from, move.to).length === 0
      return isGone
        ? lost('To move a passage that the other copy deleted', wordsBetween(before, move.from, move.to))
        : failed
    }
    const to = end + 1
    const isMoved = this.#base.movesOf(this.#pair.here.between(move.from, move.to)).length > 0
    const target = this.#pair.pointOf(move.target)
    if (target !== null && target >= from && target <= to) return nothing
    if (isMoved || target === null || from >= to) return failed
    if (!this.doc.resolve(from).sameParent(this.doc.resolve(to))) return failed
    const there = { from, to, target }
    const at = landing(there)
    const cut = new ReplaceStep(from, to, Slice.empty)
    const paste = new ReplaceStep(at, at, new Slice(this.doc.slice(from, to).content, 0, 0))
    const steps = this.#land([cut, paste], 0, there)
    return steps === null ? failed : { steps, conflict: null }
  }

  /**
   * Applies steps that carry one of the branch's, as they are or as suggestions, and gives what was applied;
   * null, with nothing done, where they do not apply.
   * @param own which of them puts in what the branch's step does, or the move that they make
   */
  #land(steps: readonly Step[], index: number, own: Step | Move | null): readonly Step[] | null {
    const docs: Node[] = []
    let doc = this.doc
    try {
      for (const step of steps) {
        docs.push(doc)
        doc = applyStep(doc, step)
      }
    } catch (error) {
      if (error instanceof Error) return null
      throw error
    }
    if (this.#track !== undefined) return this.#landTracked(steps, docs, index, own)
    this.doc = doc
    if (isMove(own)) movePieces(this.#pair.there, own)
    else for (const step of steps) this.#follow(step, step === own ? index : null)
    return steps
  }

  #landTracked(
    steps: readonly Step[],
    docs: readonly Node[],
    index: number,
    own: Step | Move | null,
  ): readonly Step[] | null {
    const tracked = this.#track?.(this.doc, steps, docs) ?? null
    if (tracked === null) return null
    const { there } = this.#pair
    const put = (offset: number, length: number) => this.#identity(index, offset, length)
    const inserted = trackedPieces(this.#pair, tracked, steps.length === 1 || isMove(own) ? own : null, put)
    for (const [at, step] of tracked.steps.entries()) {
      this.doc = applyStep(this.doc, step)
      const pieces = inserted.get(at)
      const isWhole = pieces !== undefined && putIn(step) === lengthOf(pieces)
      follow(
        there,
        step.getMap(),
        length => (isWhole ? pieces : this.#pair.fresh(length)),
        step instanceof ReplaceAroundStep,
      )
    }
    return tracked.steps
  }

  /** Lets the base side's units follow a step; what it puts in is the branch's own, or new. */
  #follow(step: Step, index: number | null): void {
    let put = 0
    follow(
      this.#pair.there,
      step.getMap(),
      length => {
        put += length
        return index === null ? this.#pair.fresh(length) : this.#identity(index, put - length, length)
      },
      step instanceof ReplaceAroundStep,
    )
  }
}

/**
 * What a branch took out, by what put it back, where the base side has not carried either of them: there both
 * have to be carried, as they were when only the first was known.
 */
function putBackIn(branch: readonly BranchStep[], base: readonly BaseStep[]): ReadonlyMap<number, number> {
  const twins = new Set(base.map(({ twin }) => twin))
  const carried = new Set<number>()
  for (const run of new Set(base.map(({ carries }) => carries))) {
    for (let index = run?.first ?? 0; index < (run?.end ?? 0); index += 1) carried.add(index)
  }
  return new Map(
    branch.flatMap(({ putsBack }, index): [number, number][] =>
      putsBack === null ||
      twins.has(index) ||
      twins.has(putsBack) ||
      (carried.has(putsBack) && !carried.has(index))
        ? []
        : [[index, putsBack]],
    ),
  )
}

/** How many units a step puts in. */
function putIn(step: Step): number {
  let units = 0
  step.getMap().forEach((_oldFrom, _oldTo, from, to) => {
    units += to - from
  })
  return units
}

/** The id of the suggestion to insert that a step marks, if it does. */
function suggestedBy(step: Step): unknown[] {
  const isMarking = step instanceof AddMarkStep || step instanceof AddNodeMarkStep
  return isMarking && step.mark.type.name === 'insertion' ? [step.mark.attrs.id] : []
}

function isMove(own: Step | Move | null): own is Move {
  return own !== null && 'target' in own
}

function isStructure(step: ReplaceStep & { readonly structure?: boolean }): boolean {
  return step.structure === true
}

function lost(wanted: string, content: string): Rebased {
  return { steps: [], conflict: { kind: 'lost', wanted, content } }
}
