import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { wordsOf } from './conflict.ts'
import type { Correspondence } from './correspondence.ts'
import type { Followed } from './followed.ts'
import { Graves } from './graves.ts'
import { landing, type Move, moveOf } from './moves.ts'
import { sameEnds } from './narrow.ts'
import { OwnForms } from './own-forms.ts'
import type { Piece, Pieces } from './pieces.ts'
import { lengthOf } from './tracked-pieces.ts'

/** A step of the base side. */
export interface BaseStep {
  readonly step: Step
  /** The index of the branch's step that it carries. */
  readonly twin: number | null
  /** Those of the branch's steps that its change carries, also where none of them is its twin; one for a change. */
  readonly carries?: Carries
  /** Whether it was taken back as a whole, or takes another back: it says nothing of what anybody wants. */
  readonly takenBack?: boolean
}

/** A run of the branch's steps. */
export interface Carries {
  readonly first: number
  readonly end: number
}

/** What the base side knows of the branch while it is followed. */
export interface BranchNames {
  /** The identities of what the branch's step with this index puts in, from an offset on. */
  identity(index: number, offset: number, length: number): Piece[]
  /** Whether the branch's step with this index and the one behind it are a move. */
  isMove(index: number): boolean
  /** What each move among some of the branch's steps takes along. */
  movedBy(steps: Carries): readonly (readonly Piece[])[]
}

/**
 * The base side since the common ancestor: what each of its steps put in, took out, moved and gave another form.
 * Making it lets the pair's other side follow all of them.
 */
export class BaseSide {
  /** The base side's document at its end. */
  readonly doc: Node
  readonly forms: OwnForms
  /** What was moved, by its first identity, with what it stood behind. */
  readonly #moved = new Map<number, { readonly origin: number | null; readonly pieces: readonly Piece[] }>()
  /** What was suggested to be moved, with the identities of what stays where it was. */
  readonly #suggested = new Set<{ readonly pieces: readonly Piece[]; readonly old: readonly Piece[] }>()
  readonly #pair: Correspondence

  constructor(
    ancestor: Node,
    base: readonly BaseStep[],
    pair: Correspondence,
    branch: BranchNames,
    followed: Followed,
  ) {
    this.#pair = pair
    const { there } = pair
    this.forms = new OwnForms(there)
    const graves = new Graves()
    let doc = followed.from(ancestor)
    for (let index = 0; index < base.length; index += 1) {
      const entry = base[index]
      if (entry === undefined) break
      const { step } = entry
      const before = doc
      doc = followed.apply(before, step)
      const next = base[index + 1]
      const isOfOne = next !== undefined && (entry.takenBack === true) === (next.takenBack === true)
      const move = isOfOne ? moveOf(step, next.step, [before, doc]) : null
      if (next !== undefined && move !== null && isOneMove(entry, next, branch)) {
        doc = followed.apply(doc, next.step)
        if (entry.carries === undefined) this.#noteMove(move)
        movePieces(there, move)
        index += 1
        continue
      }
      if (entry.carries === undefined && entry.takenBack !== true) this.forms.note(step)
      this.#follow(entry, before, doc, graves, branch)
    }
    this.doc = doc
  }

  /** The moves that took any of these units along, each as all that it took. */
  movesOf(pieces: readonly Piece[]): (readonly Piece[])[] {
    return [...this.#moved.values()]
      .map(move => move.pieces)
      .filter(moved =>
        pieces.some(({ id, length }) =>
          moved.some(other => other.id < id + length && id < other.id + other.length),
        ),
      )
  }

  #follow(entry: BaseStep, before: Node, after: Node, graves: Graves, branch: BranchNames): void {
    const { there } = this.#pair
    const { step, twin } = entry
    // What a move takes along keeps its identity: its steps give it none.
    const isNamed = twin !== null && !isOfMove(twin, branch)
    const inPlace = step instanceof ReplaceAroundStep
    const same = twin === null ? sameEnds(step, before, 'without marks') : { start: 0, end: 0 }
    let put = 0
    step.getMap().forEach((wholeOldFrom, wholeOldTo, wholeFrom, wholeTo) => {
      const [oldFrom, oldTo] = [wholeOldFrom + same.start, wholeOldTo - same.end]
      const [from, to] = [wholeFrom + same.start, wholeTo - same.end]
      if (inPlace && oldTo - oldFrom === to - from) return
      const removed = there.cut(from, from + oldTo - oldFrom)
      const between = { behind: there.idAt(from - 1), ahead: there.idAt(from) }
      if (from < to) {
        const own = isNamed ? branch.identity(twin, put, to - from) : this.#movedAgain(entry, before, branch)
        const back = own ?? graves.open(to - from, () => after.slice(from, to), there, between)
        there.insert(from, back ?? this.#pair.fresh(to - from))
        put += to - from
      }
      if (twin === null && removed.length > 0) graves.dig(before.slice(oldFrom, oldTo), removed, between)
      if (removed.length > 0) this.#standIn()
    })
  }

  /**
   * What a step puts in a second time where it suggests one of the branch's moves: that is what was moved, as when
   * it was carried, and what stays until somebody decides stands in for it.
   */
  #movedAgain({ step, carries }: BaseStep, before: Node, branch: BranchNames): readonly Piece[] | null {
    if (carries === undefined || !(step instanceof ReplaceStep) || step.from < step.to) return null
    const { there } = this.#pair
    const { size } = step.slice
    const words = wordsOf(step.slice)
    for (const moved of branch.movedBy(carries)) {
      const from = startOf(there, moved)
      if (from === null || endOf(there, moved) !== from + size) continue
      if (wordsOf(before.slice(from, from + size)) !== words) continue
      const pieces = there.cut(from, from + size)
      const old = this.#pair.fresh(size)
      there.insert(from, old)
      this.#suggested.add({ pieces, old })
      return pieces
    }
    return null
  }

  /** Where a suggested move was rejected, what stays is again what it was. */
  #standIn(): void {
    const { there } = this.#pair
    for (const one of this.#suggested) {
      if (one.pieces.some(piece => there.present(piece).length > 0)) continue
      this.#suggested.delete(one)
      const size = lengthOf(one.pieces)
      const from = startOf(there, one.old)
      if (from === null || endOf(there, one.old) !== from + size) continue
      there.cut(from, from + size)
      there.insert(from, one.pieces)
    }
  }

  /** Remembers what was moved from where; what is moved back there is not moved. */
  #noteMove({ from, to, target }: Move): void {
    const { there } = this.#pair
    const id = there.idAt(from)
    if (id === null) return
    const origin = this.#moved.get(id)?.origin ?? there.idAt(from - 1)
    if (origin === there.idAt(target - 1)) this.#moved.delete(id)
    else this.#moved.set(id, { origin, pieces: there.between(from, to) })
  }
}

/**
 * Two steps of the base side that make a move are one where both are its own, or where they carry one of the
 * branch's. With more or fewer steps than those that their change carries not both need to have a twin.
 */
function isOneMove(first: BaseStep, second: BaseStep, branch: BranchNames): boolean {
  if (first.carries !== second.carries) return false
  return [first.twin, second.twin].every(twin => twin === null || isOfMove(twin, branch))
}

/** Whether a step of the branch is one of the two that are a move. */
function isOfMove(index: number, branch: BranchNames): boolean {
  return branch.isMove(index) || branch.isMove(index - 1)
}

function startOf(side: Pieces, pieces: readonly Piece[]): number | null {
  const [first] = pieces
  return first === undefined ? null : side.positionOf(first.id)
}

function endOf(side: Pieces, pieces: readonly Piece[]): number | null {
  const last = pieces.at(-1)
  const pos = last === undefined ? null : side.positionOf(last.id + last.length - 1)
  return pos === null ? null : pos + 1
}

export function movePieces(side: Pieces, move: Move): void {
  side.insert(landing(move), side.cut(move.from, move.to))
}
