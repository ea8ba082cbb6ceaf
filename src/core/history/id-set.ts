import type { Piece } from './pieces.ts'

const bucketSize = 256

/** A set of units by identity; asking about a piece costs what lies near it. */
export class IdSet {
  readonly #buckets = new Map<number, Piece[]>()

  add(piece: Piece): void {
    for (let bucket = Math.floor(piece.id / bucketSize); bucket * bucketSize < endOf(piece); bucket += 1) {
      const pieces = this.#buckets.get(bucket)
      if (pieces === undefined) this.#buckets.set(bucket, [piece])
      else if (!pieces.some(other => other.id <= piece.id && endOf(other) >= endOf(piece))) pieces.push(piece)
    }
  }

  hasAnyOf(piece: Piece): boolean {
    for (let bucket = Math.floor(piece.id / bucketSize); bucket * bucketSize < endOf(piece); bucket += 1) {
      const pieces = this.#buckets.get(bucket) ?? []
      if (pieces.some(other => other.id < endOf(piece) && piece.id < endOf(other))) return true
    }
    return false
  }
}

function endOf({ id, length }: Piece): number {
  return id + length
}
