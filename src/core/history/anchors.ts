import type { StepMap } from 'prosemirror-transform'
import { Pieces } from './pieces.ts'

/** The place at the start, behind no unit. */
const start = -1

/**
 * Places in a document that follow its steps, as mapping each through all of them with -1 would (ProseMirror's
 * `StepMap.map`): a place stays behind the unit that it stands behind. Costs what the steps take out and put in,
 * not that for each place.
 */
export class Anchors<T> {
  readonly #units: Pieces
  readonly #held = new Map<number, T[]>()
  #next: number

  /** @param size of the document */
  constructor(size: number) {
    this.#units = new Pieces(size)
    this.#next = size
  }

  /** Begins to follow a place in the document as it is now. */
  add(pos: number, value: T): void {
    this.#hold(this.#before(pos), [value])
  }

  /** Lets all places follow a step. */
  follow(map: StepMap): void {
    map.forEach((oldFrom, oldTo, from, to) => {
      const removed = this.#units.cut(from, from + oldTo - oldFrom)
      const added = { id: this.#next, length: to - from }
      this.#next += added.length
      this.#units.insert(from, [added])
      const last = removed.at(-1)
      // What stood right behind all that was replaced stands behind what was put in.
      if (last !== undefined && to > from) this.#move(last.id + last.length - 1, to - 1)
      for (const { id, length } of removed) {
        for (let unit = id; unit < id + length; unit += 1) this.#move(unit, from - 1)
      }
    })
  }

  /** Every value with where its place is now. */
  places(): { readonly value: T; readonly pos: number }[] {
    return [...this.#held].flatMap(([unit, values]) => {
      const pos = unit === start ? 0 : (this.#units.positionOf(unit) ?? 0) + 1
      return values.map(value => ({ value, pos }))
    })
  }

  #before(pos: number): number {
    return pos <= 0 ? start : (this.#units.idAt(pos - 1) ?? start)
  }

  /** Lets what stood behind a unit that is gone stand behind the one at a place. */
  #move(unit: number, pos: number): void {
    const values = this.#held.get(unit)
    if (values === undefined) return
    this.#held.delete(unit)
    this.#hold(this.#before(pos + 1), values)
  }

  #hold(unit: number, values: readonly T[]): void {
    const held = this.#held.get(unit)
    if (held === undefined) this.#held.set(unit, [...values])
    else held.push(...values)
  }
}
