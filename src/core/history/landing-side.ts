import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, type Step } from 'prosemirror-transform'
import { BaseSide, type BaseStep, movePieces } from './base-side.ts'
import type { BranchSide } from './branch-side.ts'
import { type Correspondence, follow } from './correspondence.ts'
import type { Followed } from './followed.ts'
import type { Move } from './moves.ts'
import type { Side } from './side.ts'
import { applyStep, putIn } from './step.ts'
import { giveAway, lengthOf, type Track, trackedPieces } from './tracked-pieces.ts'

/** What is landed: steps that carry one of the branch's. */
export interface Landing {
  readonly steps: readonly Step[]
  /** The index of the branch's step. */
  readonly index: number
  /** Which of the steps puts in what the branch's step does, or the move that they make. */
  readonly own: Step | Move | null
}

/** The base side's end with what was carried to it so far, and the units of both. */
export class LandingSide implements Side {
  /** The base side's document, with what was carried so far. */
  doc: Node
  readonly base: BaseSide
  readonly pair: Correspondence
  readonly replacing: ReadonlySet<unknown>
  readonly firstForeign: number
  readonly #branch: BranchSide

  constructor(ancestor: Node, base: readonly BaseStep[], branch: BranchSide, followed: Followed) {
    this.#branch = branch
    this.pair = branch.pair
    this.replacing = branch.replacing
    this.firstForeign = branch.firstForeign
    this.base = new BaseSide(ancestor, base, this.pair, branch, followed)
    this.doc = this.base.doc
  }

  /**
   * Applies steps, as they are or as suggestions, and gives what was applied; null, with nothing done, where they
   * do not apply.
   */
  land({ steps, index, own }: Landing, track: Track | undefined): readonly Step[] | null {
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
    if (track !== undefined) return this.#landTracked({ steps, index, own }, docs, track)
    this.doc = doc
    if (isMove(own)) movePieces(this.pair.there, own)
    else for (const step of steps) this.#follow(step, step === own ? index : null)
    return steps
  }

  #landTracked({ steps, index, own }: Landing, docs: readonly Node[], track: Track): readonly Step[] | null {
    const tracked = track(this.doc, steps, docs)
    if (tracked === null) return null
    const put = (offset: number, length: number) => this.#branch.identity(index, offset, length)
    const inserted = trackedPieces(this.pair, tracked, { steps, own }, put)
    for (const [at, step] of tracked.steps.entries()) {
      this.doc = applyStep(this.doc, step)
      const pieces = inserted.get(at)
      const isWhole = pieces !== undefined && putIn(step) === lengthOf(pieces)
      if (isWhole) giveAway(this.pair, pieces)
      follow(
        this.pair.there,
        step.getMap(),
        length => (isWhole ? pieces : this.pair.fresh(length)),
        step instanceof ReplaceAroundStep,
      )
    }
    return tracked.steps
  }

  /** Lets the units follow a step; what it puts in is the branch's own, or new. */
  #follow(step: Step, index: number | null): void {
    let put = 0
    follow(
      this.pair.there,
      step.getMap(),
      length => {
        put += length
        return index === null ? this.pair.fresh(length) : this.#branch.identity(index, put - length, length)
      },
      step instanceof ReplaceAroundStep,
    )
  }
}

function isMove(own: Step | Move | null): own is Move {
  return own !== null && 'target' in own
}
