import { type Node, Slice } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { formsBack } from './forms-back.ts'
import { kept, type Pair } from './kept-units.ts'
import { landing } from './moves.ts'
import type { Pieces } from './pieces.ts'
import { applyStep } from './step.ts'
import { tokensIn } from './tokens.ts'

/** A document and the identity of each of its units. */
export interface Side {
  readonly doc: Node
  readonly pieces: Pieces
}

/** A range of one document that the other's takes the place of. */
interface Gap {
  from: number
  to: number
  wantedFrom: number
  wantedTo: number
}

/** More moves are not looked for: what else stands elsewhere is taken out and put in. */
const mostMoves = 64
/** More is not joined: then the text is replaced as a whole. */
const mostStuck = 256
/** How far apart the two ends of something that wraps a passage are looked for, in gaps. */
const mostBetween = 12

/**
 * The steps that make one document exactly the other, as little as can be: every unit that is in both stays, or
 * is moved with its block, so that whoever follows the steps, or takes them back, knows it for what it was.
 * Always the same for the same two.
 */
export function stepsBack(now: Side, wanted: Side): readonly Step[] {
  if (now.doc.eq(wanted.doc)) return []
  const way = new Way(now, wanted)
  way.move()
  way.reform(way.kept())
  way.replace()
  const steps = way.steps()
  if (steps !== null) return steps
  return [new ReplaceStep(0, now.doc.content.size, new Slice(wanted.doc.content, 0, 0))]
}

/**
 * Two documents that come nearer to each other: steps on the one, and steps on the other, which are taken back in
 * the end. What makes no valid text in the one (an item of a list that is no list yet) often does in the other.
 */
class Way {
  #now: Node
  #wanted: Node
  #ids: number[]
  readonly #wantedIds: readonly number[]
  readonly #areWanted: ReadonlySet<number>
  #kept: readonly Pair[] | null = null
  readonly #start: Node
  readonly #end: Node
  readonly #forth: Step[] = []
  readonly #back: Step[] = []

  constructor(now: Side, wanted: Side) {
    this.#now = now.doc
    this.#wanted = wanted.doc
    this.#start = now.doc
    this.#end = wanted.doc
    this.#ids = idsOf(now)
    this.#wantedIds = idsOf(wanted)
    this.#areWanted = new Set(this.#wantedIds)
  }

  /** All steps; null where they do not come to what was wanted. */
  steps(): readonly Step[] | null {
    const size = this.#now.content.size
    if (size !== this.#wanted.content.size) return null
    this.reform(Array.from({ length: size }, (_, at) => ({ at, wanted: at })))
    if (!this.#now.eq(this.#wanted)) return null
    const steps = [...this.#forth, ...this.#back.toReversed()]
    return isExact(steps, this.#start, this.#end) ? steps : null
  }

  /** The units that stay: in both, the same, and in the same order. What takes none out or in leaves them as they are. */
  kept(): readonly Pair[] {
    this.#kept ??= kept(tokensIn(this.#now), this.#ids, tokensIn(this.#wanted), this.#wantedIds)
    return this.#kept
  }

  /** Moves the blocks that stand elsewhere, neighbours together. */
  move(): void {
    const left = new Set<number>()
    const tokens = tokensIn(this.#wanted)
    for (let tries = 0; tries < mostMoves; tries += 1) {
      const stays = new Map(this.kept().map(({ at, wanted }) => [wanted, at]))
      const places = new Map(this.#ids.map((id, at) => [id, at]))
      const isElsewhere = (pos: number) => {
        const { kind, node } = tokens[pos] ?? {}
        const id = this.#wantedIds[pos] ?? -1
        return kind === 'open' && node?.isBlock === true && !stays.has(pos) && places.has(id) && !left.has(id)
      }
      const first = tokens.findIndex((_, pos) => isElsewhere(pos))
      if (first < 0) return
      const wrapped = (pos: number) => this.#wrapped(places.get(this.#wantedIds[pos] ?? -1) ?? 0)
      const { from } = wrapped(first)
      let [to, end] = [from, first]
      do {
        left.add(this.#wantedIds[end] ?? -1)
        to = wrapped(end).to
        end += this.#wanted.nodeAt(end)?.nodeSize ?? 1
      } while (isElsewhere(end) && wrapped(end).from === to)
      const behind = stays.get(first - 1)
      const target = behind === undefined ? stays.get(end) : behind + 1
      if (target !== undefined) this.#moveBlocks(from, to, target)
    }
  }

  /** The block at a place with what was only put around it. */
  #wrapped(at: number): { readonly from: number; readonly to: number } {
    const $at = this.#now.resolve(at)
    let [from, to] = [at, at + (this.#now.nodeAt(at)?.nodeSize ?? 0)]
    for (let { depth } = $at; depth > 0 && $at.node(depth).childCount === 1; depth -= 1) {
      if (this.#areWanted.has(this.#ids[$at.before(depth)] ?? -1)) break
      ;[from, to] = [$at.before(depth), $at.after(depth)]
    }
    return { from, to }
  }

  #moveBlocks(from: number, to: number, target: number): void {
    const { content } = this.#now.slice(from, to)
    if (target >= from && target <= to) return
    const put = new Slice(content, 0, 0)
    const lands = landing({ from, to, target })
    const behind = target < from ? to - from : 0
    const cutFirst = [new ReplaceStep(from, to, Slice.empty), new ReplaceStep(lands, lands, put)]
    const putFirst = [
      new ReplaceStep(target, target, put),
      new ReplaceStep(from + behind, to + behind, Slice.empty),
    ]
    if (!this.#try(cutFirst) && !this.#try(putFirst)) return
    const moved = this.#ids.slice(from, to)
    const rest = [...this.#ids.slice(0, from), ...this.#ids.slice(to)]
    this.#ids = [...rest.slice(0, lands), ...moved, ...rest.slice(lands)]
    this.#kept = null
  }

  /** Gives units the form that is wanted, where the text allows it already. */
  reform(pairs: readonly Pair[]): void {
    for (const steps of formsBack(this.#now, this.#wanted, pairs)) this.#try(steps)
  }

  /** Replaces what differs: each place for itself, two that wrap what is between at once, else with what is between. */
  replace(): void {
    let gaps = this.#gaps()
    for (let stuck = 0; gaps.length > 0 && stuck < mostStuck; ) {
      const left = gaps.filter(gap => !this.#replaceOne(gap, gaps))
      const isStuck = left.length === gaps.length
      gaps = left
      if (!isStuck) continue
      stuck += 1
      const wrapping = this.#replaceTwo(gaps)
      if (wrapping === null && gaps.length === 1) return
      gaps = wrapping ?? withNearestJoined(gaps)
    }
  }

  #gaps(): Gap[] {
    const gaps: Gap[] = []
    let [from, wantedFrom] = [0, 0]
    const end = { at: this.#now.content.size, wanted: this.#wanted.content.size }
    for (const { at, wanted } of [...this.kept(), end]) {
      if (at > from || wanted > wantedFrom) gaps.push({ from, to: at, wantedFrom, wantedTo: wanted })
      ;[from, wantedFrom] = [at + 1, wanted + 1]
    }
    return gaps
  }

  #replaceOne(gap: Gap, all: readonly Gap[]): boolean {
    const { from, to, wantedFrom, wantedTo } = gap
    const wanted = this.#wanted.slice(wantedFrom, wantedTo)
    if (this.#try([new ReplaceStep(from, to, wanted)])) {
      shift(all, from, wantedTo - wantedFrom - (to - from), 'now')
      gap.to = from + (wantedTo - wantedFrom)
      return true
    }
    const taken = new ReplaceStep(wantedFrom, wantedTo, this.#now.slice(from, to))
    if (!this.#tryBack(taken)) return false
    shift(all, wantedFrom, to - from - (wantedTo - wantedFrom), 'wanted')
    gap.wantedTo = wantedFrom + (to - from)
    return true
  }

  /** Replaces two gaps around what stays between them; gives the others, or null where no two can be. */
  #replaceTwo(gaps: readonly Gap[]): Gap[] | null {
    for (let apart = 1; apart <= mostBetween; apart += 1) {
      for (let index = gaps.length - 1; index >= apart; index -= 1) {
        const [first, last] = [gaps[index - apart], gaps[index]]
        if (first === undefined || last === undefined) continue
        const step = around(first, last, this.#wanted)
        if (step === null || !this.#try([step])) continue
        const others = gaps.filter(gap => gap !== first && gap !== last)
        const grown = [first, last].map(gap => gap.wantedTo - gap.wantedFrom - (gap.to - gap.from))
        shift(others, last.from, grown[1] ?? 0, 'now')
        shift(others, first.from, grown[0] ?? 0, 'now')
        return others
      }
    }
    return null
  }

  #try(steps: readonly Step[]): boolean {
    let doc = this.#now
    try {
      for (const step of steps) doc = applyStep(doc, step)
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
    this.#now = doc
    this.#forth.push(...steps)
    return true
  }

  /** A step on what is wanted, to be taken back. */
  #tryBack(step: Step): boolean {
    try {
      const doc = applyStep(this.#wanted, step)
      this.#back.push(step.invert(this.#wanted))
      this.#wanted = doc
      return true
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
  }
}

/** Whether steps lead from one document to another, and taken back from that to the first. */
function isExact(steps: readonly Step[], start: Node, end: Node): boolean {
  try {
    const taken: Step[] = []
    let doc = start
    for (const step of steps) {
      taken.push(step.invert(doc))
      doc = applyStep(doc, step)
    }
    return doc.eq(end) && taken.reduceRight(applyStep, end).eq(start)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The step that puts what is wanted around what stays between two gaps; null where that is no whole passage. */
function around(first: Gap, last: Gap, wanted: Node): Step | null {
  try {
    const { slice, insert } = new ReplaceAroundStep(
      first.wantedFrom,
      last.wantedTo,
      first.wantedTo,
      last.wantedFrom,
      Slice.empty,
      0,
    ).invert(wanted)
    return new ReplaceAroundStep(first.from, last.to, first.to, last.from, slice, insert)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Gaps behind a place go along with what was put in or taken out there. */
function shift(gaps: readonly Gap[], place: number, by: number, of: 'now' | 'wanted'): void {
  for (const gap of gaps) {
    if (of === 'now' && gap.from > place) {
      gap.from += by
      gap.to += by
    }
    if (of === 'wanted' && gap.wantedFrom > place) {
      gap.wantedFrom += by
      gap.wantedTo += by
    }
  }
}

/** Gaps with the two that have the least between them made one. */
function withNearestJoined(gaps: readonly Gap[]): Gap[] {
  let nearest = 0
  const between = (index: number) => (gaps[index + 1]?.from ?? 0) - (gaps[index]?.to ?? 0)
  for (let index = 1; index < gaps.length - 1; index += 1) {
    if (between(index) < between(nearest)) nearest = index
  }
  const [first, last] = [gaps[nearest], gaps[nearest + 1]]
  if (first === undefined || last === undefined) return []
  const both = { ...first, to: last.to, wantedTo: last.wantedTo }
  return [...gaps.slice(0, nearest), both, ...gaps.slice(nearest + 2)]
}

function idsOf({ doc, pieces }: Side): number[] {
  return pieces
    .between(0, doc.content.size)
    .flatMap(({ id, length }) => Array.from({ length }, (_, offset) => id + offset))
}
