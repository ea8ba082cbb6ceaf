import type { Node } from 'prosemirror-model'
import { ReplaceAroundStep, type Step } from 'prosemirror-transform'
import type { Correspondence } from './correspondence.ts'
import { Graves } from './graves.ts'
import { landing, type Move, moveOf } from './moves.ts'
import { sameEnds } from './narrow.ts'
import { OwnForms } from './own-forms.ts'
import type { Piece, Pieces } from './pieces.ts'
import { applyKnownStep } from './step.ts'

/** A step of the base side. */
export interface BaseStep {
  readonly step: Step
  /** The index of the branch's step that it carries. */
  readonly twin: number | null
  /** Whether it was taken back as a whole, or takes another back: it says nothing of what anybody wants. */
  readonly takenBack?: boolean
}

/** What the base side knows of the branch while it is followed. */
interface BranchNames {
  /** The identities of what the branch's step with this index puts in, from an offset on. */
  readonly identity: (index: number, offset: number, length: number) => Piece[]
  /** Whether the branch's step with this index and the one behind it are a move. */
  readonly isMove: (index: number) => boolean
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
  readonly #pair: Correspondence

  constructor(ancestor: Node, base: readonly BaseStep[], pair: Correspondence, branch: BranchNames) {
    this.#pair = pair
    const { there } = pair
    this.forms = new OwnForms(there)
    const graves = new Graves()
    let doc = ancestor
    for (let index = 0; index < base.length; index += 1) {
      const entry = base[index]
      if (entry === undefined) break
      const { step, twin } = entry
      const before = doc
      doc = applyKnownStep(before, step)
      const next = base[index + 1]
      const isOfOne = next !== undefined && (entry.takenBack === true) === (next.takenBack === true)
      const move = isOfOne ? moveOf(step, next.step, [before, doc]) : null
      if (next !== undefined && move !== null && isMoveOfBoth(twin, next.twin, branch)) {
        doc = applyKnownStep(doc, next.step)
        if (twin === null) this.#noteMove(move)
        movePieces(there, move)
        index += 1
        continue
      }
      if (twin === null && entry.takenBack !== true) this.forms.note(step)
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

  #follow({ step, twin }: BaseStep, before: Node, after: Node, graves: Graves, branch: BranchNames): void {
    const { there } = this.#pair
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
        const own = twin === null ? null : branch.identity(twin, put, to - from)
        const back = own ?? graves.open(after.slice(from, to), there, between)
        there.insert(from, back ?? this.#pair.fresh(to - from))
        put += to - from
      }
      if (twin === null && removed.length > 0) graves.dig(before.slice(oldFrom, oldTo), removed, between)
    })
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

/** Two steps of the base side are a move where both are its own, or where the branch's two are one. */
function isMoveOfBoth(first: number | null, second: number | null, branch: BranchNames): boolean {
  if (first === null || second === null) return first === second
  return second === first + 1 && branch.isMove(first)
}

export function movePieces(side: Pieces, move: Move): void {
  side.insert(landing(move), side.cut(move.from, move.to))
}
