import type { Mappable, MapResult, StepMap } from 'prosemirror-transform'
import { type Piece, Pieces } from './pieces.ts'

/** A range of a document. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A stretch of one side and where it is on the other. */
export interface Image {
  readonly from: number
  readonly to: number
  readonly length: number
}

/**
 * Which unit of one document is which of another, while both go on: what both were made from, and what was
 * carried from one to the other, is the same on both; everything else is one side's own. Unlike a chain of
 * step maps it costs no more the longer both have gone on, keeps what was moved, and knows for every word
 * whose it is.
 */
export class Correspondence {
  readonly here: Pieces
  readonly there: Pieces
  readonly #size: number
  readonly #reserved: number
  #next: number

  /** @param size of the document that both sides start from; `reserved` identities are the caller's to give */
  constructor(size: number, reserved = 0) {
    this.here = new Pieces(size)
    this.there = new Pieces(size)
    this.#size = size
    this.#reserved = reserved
    this.#next = size + reserved
  }

  /** New identities that no one else has. */
  fresh(length: number): Piece[] {
    const id = this.#next
    this.#next += length
    return [{ id, length }]
  }

  /** Where the unit that starts at a place here starts there; null where it is not there. */
  placeOf(pos: number): number | null {
    const id = this.here.idAt(pos)
    return id === null ? null : this.there.positionOf(id)
  }

  /**
   * Where something put in at a place here belongs there: before what it is put in before, but what goes on from
   * one's own words stays with them. Null where both its neighbours are gone.
   */
  pointOf(from: number, to = from): number | null {
    const after = this.placeOf(to)
    const before = from === 0 ? null : this.placeOf(from - 1)
    const isGoneOn = before !== null && this.#isOwn(from - 1) && !this.#isOwn(to)
    if (after !== null && !isGoneOn) return after
    return before === null ? null : before + 1
  }

  /** Whether what starts at a place here was put in here. */
  #isOwn(pos: number): boolean {
    const id = this.here.idAt(pos)
    return id !== null && id >= this.#size && id < this.#size + this.#reserved
  }

  /** What of a range here is there, in the order of here. */
  imagesOf(from: number, to: number): Image[] {
    const images: Image[] = []
    for (const piece of this.here.between(from, to)) {
      for (const found of this.there.present(piece)) {
        images.push({ from: piece.from + found.id - piece.id, to: found.from, length: found.length })
      }
    }
    return images
  }

  /** A position here as one there: beside the nearest unit that is on both sides, first in the given direction. */
  map(pos: number, assoc = 1): number {
    const near = assoc < 0 ? this.#before(pos) : this.#after(pos)
    return near ?? (assoc < 0 ? this.#after(pos) : this.#before(pos)) ?? 0
  }

  /** This as what ProseMirror's steps map themselves by. */
  asMappable(): Mappable {
    return {
      map: (pos, assoc) => this.map(pos, assoc),
      mapResult: (pos, assoc = 1): MapResult => {
        const before = pos > 0 && this.placeOf(pos - 1) === null
        const after = this.placeOf(pos) === null
        return {
          pos: this.map(pos, assoc),
          deleted: assoc < 0 ? before : after,
          deletedBefore: before,
          deletedAfter: after,
          deletedAcross: before && after,
        } as MapResult
      },
    }
  }

  #after(pos: number): number | null {
    const direct = this.placeOf(pos)
    if (direct !== null) return direct
    for (let reach = 64, from = pos; ; reach *= 4) {
      const pieces = this.here.between(from, from + reach)
      for (const piece of pieces) {
        const found = this.there.present(piece)[0]
        if (found !== undefined) return found.from
      }
      if (pieces.reduce((sum, { length }) => sum + length, 0) < reach) return null
      from += reach
    }
  }

  #before(pos: number): number | null {
    const direct = pos === 0 ? null : this.placeOf(pos - 1)
    if (direct !== null) return direct + 1
    for (let reach = 64, to = pos; to > 0; reach *= 4) {
      const from = Math.max(0, to - reach)
      for (const piece of this.here.between(from, to).reverse()) {
        const found = this.there.present(piece).at(-1)
        if (found !== undefined) return found.from + found.length
      }
      to = from
    }
    return null
  }
}

/**
 * Follows a step's map on one side. `put` gives the identities of what it puts in at each range, none where that is
 * nothing; where a range
 * is as long as before and `inPlace` is set, its units stay what they were (a block that changed its kind).
 */
export function follow(
  side: Pieces,
  map: StepMap,
  put: (length: number, removed: readonly Piece[]) => readonly Piece[],
  inPlace = false,
): void {
  map.forEach((oldFrom, oldTo, from, to) => {
    if (inPlace && oldTo - oldFrom === to - from) return
    const removed = side.cut(from, from + oldTo - oldFrom)
    side.insert(from, put(to - from, removed))
  })
}
