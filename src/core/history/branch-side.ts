import type { Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from 'prosemirror-transform'
import { type BaseStep, type BranchNames, type Carries, movePieces } from './base-side.ts'
import { Correspondence, follow } from './correspondence.ts'
import { type Piece, Pieces } from './pieces.ts'
import type { BranchStep } from './rebased.ts'
import { applyKnownStep, putIn } from './step.ts'

/** What is to be known of a branch as a whole. */
interface WholeBranch {
  readonly end: Pieces
  /** What each of its steps moves: of those that begin a move, the pieces that it takes along. */
  readonly moved: readonly (readonly (readonly Piece[])[])[]
}

/**
 * The branch's side since the common ancestor: its document and its units while its steps are carried one after
 * another, and the identity of everything that each of them puts in.
 */
export class BranchSide implements BranchNames {
  /** The units of this side, as far as it was followed, and of the other. */
  readonly pair: Correspondence
  /** The ids of the suggestions that put something in, in place of what they delete or elsewhere. */
  readonly replacing: ReadonlySet<unknown>
  /** From here on identities are of what the base side put in. */
  readonly firstForeign: number
  readonly #steps: readonly BranchStep[]
  /** The size of the document that both sides share. */
  readonly #size: number
  /** The first identity of what each step puts in. */
  readonly #identities: number[] = []
  /** The document before the next step to follow. */
  #doc: Node
  /** How many steps were followed. */
  #followed = 0
  #whole: WholeBranch | undefined
  /** The steps that did what others, by whose index they are kept, take back. */
  readonly #putBack: ReadonlyMap<number, number>
  /** All of these: they come to nothing. */
  readonly #nothing: ReadonlySet<number>
  /** The pieces of what they took out, place by place, by the index of the step that did. */
  readonly #takenOut = new Map<number, (readonly Piece[])[]>()

  /**
   * @param ancestor the last document that both sides share
   * @param steps the branch's steps since
   * @param base the base side's steps since
   */
  constructor(ancestor: Node, steps: readonly BranchStep[], base: readonly BaseStep[]) {
    this.#steps = steps
    this.#doc = ancestor
    this.#size = ancestor.content.size
    let reserved = 0
    for (const { step } of steps) {
      this.#identities.push(this.#size + reserved)
      reserved += putIn(step)
    }
    this.firstForeign = this.#size + reserved
    this.pair = new Correspondence(this.#size, reserved)
    this.replacing = new Set(steps.flatMap(({ step }) => suggestedBy(step)))
    this.#putBack = putBackIn(steps, base)
    this.#nothing = new Set([...this.#putBack].flat())
  }

  /** The step with an index; undefined where there is none. */
  at(index: number): BranchStep | undefined {
    return this.#steps[index]
  }

  /** Whether a step was followed already, as the second one of a move is with the first. */
  isFollowed(index: number): boolean {
    return index < this.#followed
  }

  /** The document before the step with this index, which must not be carried yet. */
  before(index: number): Node {
    while (this.#followed < index) {
      const at = this.#followed
      const entry = this.#steps[at]
      if (entry === undefined) break
      this.#followed += this.#follow(this.pair.here, entry, at)
      const steps = this.#steps.slice(at, this.#followed)
      this.#doc = steps.reduce((doc, { step }) => applyKnownStep(doc, step), this.#doc)
    }
    return this.#doc
  }

  /** Whether the step with this index does what is taken back later, or takes it back. */
  isNothing(index: number): boolean {
    return this.#nothing.has(index)
  }

  /** Whether nothing of what the step with this index puts in is in the end. */
  isTakenOut(index: number): boolean {
    const step = this.#steps[index]?.step
    // A wrapper's identities are not all its own.
    if (!(step instanceof ReplaceStep)) return false
    const { end } = this.#toItsEnd()
    const pieces = this.#backIn(index)?.flat() ?? [this.allOf(index)]
    return pieces.every(piece => end.present(piece).length === 0)
  }

  identity(index: number, offset: number, length: number): Piece[] {
    return [{ id: (this.#identities[index] ?? 0) + offset, length }]
  }

  /** The identity of everything that the step with this index puts in. */
  allOf(index: number): Piece {
    const step = this.#steps[index]?.step
    return { id: this.#identities[index] ?? 0, length: step === undefined ? 0 : putIn(step) }
  }

  isMove(index: number): boolean {
    return this.#steps[index]?.move != null
  }

  movedBy({ first, end }: Carries): readonly (readonly Piece[])[] {
    return this.#toItsEnd().moved.slice(first, end).flat()
  }

  /** Lets units follow one of the steps, or the two that are a move, and tells how many they were. */
  #follow(side: Pieces, { step, move }: BranchStep, index: number): 1 | 2 {
    if (move !== null && index + 1 < this.#steps.length) {
      movePieces(side, move)
      return 2
    }
    const back = this.#backIn(index)?.values()
    const taken: (readonly Piece[])[] = []
    let put = 0
    follow(
      side,
      step.getMap(),
      (length, removed) => {
        taken.push(removed)
        put += length
        return back?.next().value ?? this.identity(index, put - length, length)
      },
      step instanceof ReplaceAroundStep,
    )
    if (this.isNothing(index)) this.#takenOut.set(index, taken)
    return 1
  }

  /** What the step with this index puts back, place by place; null where it does not. */
  #backIn(index: number): readonly (readonly Piece[])[] | null {
    const taken = this.#putBack.get(index)
    return taken === undefined ? null : (this.#takenOut.get(taken) ?? null)
  }

  /** Follows the branch to its end, ahead of what is carried. */
  #toItsEnd(): WholeBranch {
    if (this.#whole !== undefined) return this.#whole
    const end = new Pieces(this.#size)
    const moved: (readonly Piece[])[][] = this.#steps.map(() => [])
    for (let index = 0; index < this.#steps.length; ) {
      const entry = this.#steps[index]
      if (entry === undefined) break
      if (entry.move !== null) moved[index]?.push(end.between(entry.move.from, entry.move.to))
      index += this.#follow(end, entry, index)
    }
    this.#whole = { end, moved }
    return this.#whole
  }
}

/**
 * What a branch did, by what takes it back, where the base side has not carried either of them: there both have
 * to be carried, as they were when only the first was known.
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

/** The id of the suggestion to insert that a step marks, if it does. */
function suggestedBy(step: Step): unknown[] {
  const isMarking = step instanceof AddMarkStep || step instanceof AddNodeMarkStep
  return isMarking && step.mark.type.name === 'insertion' ? [step.mark.attrs.id] : []
}
