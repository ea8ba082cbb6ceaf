/** A run of units (a character, or a node's start or end) that were put in one after another, by identity. */
export interface Piece {
  readonly id: number
  readonly length: number
}

/** A piece at its place. */
export interface PlacedPiece extends Piece {
  readonly from: number
}

interface Entry {
  id: number
  length: number
  chunk: Chunk
}

interface Chunk {
  entries: Entry[]
  size: number
}

const mostEntries = 256
const bucketSize = 256

/**
 * A document as the sequence of its units' identities, whoever put them in and wherever they were moved since.
 * Finding, cutting and inserting cost about the square root of the number of pieces, so that a log of any
 * length can be followed.
 */
export class Pieces {
  #chunks: Chunk[] = [{ entries: [], size: 0 }]
  /** The entries that hold any of the 256 identities from a multiple of 256 on. */
  readonly #buckets = new Map<number, Entry[]>()

  /** Units 0 to `size` − 1, in order. */
  constructor(size = 0) {
    this.insert(0, [{ id: 0, length: size }])
  }

  /** The identity of the unit that starts at a position; null at the end. */
  idAt(pos: number): number | null {
    if (pos < 0) return null
    const { chunk, index, offset } = this.#locate(pos)
    const entry = chunk.entries[index]
    return entry === undefined ? null : entry.id + offset
  }

  /** Where the unit with this identity starts; null where it is not there (any more). */
  positionOf(id: number): number | null {
    const entry = this.#entryOf(id)
    if (entry === undefined) return null
    let pos = id - entry.id
    for (const chunk of this.#chunks) {
      if (chunk === entry.chunk) break
      pos += chunk.size
    }
    for (const other of entry.chunk.entries) {
      if (other === entry) break
      pos += other.length
    }
    return pos
  }

  /** What of a run of identities is there, in the order of the identities. */
  present({ id, length }: Piece): PlacedPiece[] {
    const found: PlacedPiece[] = []
    const end = id + length
    for (let at = id; at < end; ) {
      const entry = this.#entryOf(at)
      if (entry === undefined) {
        at = this.#nextIn(at, end)
        continue
      }
      const stop = Math.min(end, entry.id + entry.length)
      found.push({ id: at, length: stop - at, from: this.positionOf(at) ?? 0 })
      at = stop
    }
    return found
  }

  /** The pieces of a range, cut to it, with their places. */
  between(from: number, to: number): PlacedPiece[] {
    const found: PlacedPiece[] = []
    let { chunkIndex, index, offset } = this.#locate(from)
    for (let pos = from; pos < to; ) {
      const chunk = this.#chunks[chunkIndex]
      if (chunk === undefined) break
      const entry = chunk.entries[index]
      if (entry === undefined) {
        chunkIndex += 1
        index = 0
        continue
      }
      const length = Math.min(entry.length - offset, to - pos)
      found.push({ id: entry.id + offset, length, from: pos })
      pos += length
      index += 1
      offset = 0
    }
    return found
  }

  /** Takes a range out and gives its pieces. */
  cut(from: number, to: number): Piece[] {
    const removed: Piece[] = []
    let left = to - from
    while (left > 0) {
      const { chunk, index } = this.#split(from)
      const entry = chunk.entries[index]
      if (entry === undefined) throw new RangeError(`There is nothing at ${from} to take out`)
      if (entry.length > left) this.#splitEntry(entry, index, left)
      chunk.entries.splice(index, 1)
      chunk.size -= entry.length
      this.#unregister(entry, entry.id, entry.length)
      if (chunk.entries.length === 0 && this.#chunks.length > 1) {
        this.#chunks.splice(this.#chunks.indexOf(chunk), 1)
      }
      removed.push({ id: entry.id, length: entry.length })
      left -= entry.length
    }
    return removed
  }

  /** Puts pieces in at a position. None of their identities may be there yet. */
  insert(pos: number, pieces: readonly Piece[]): void {
    let at = pos
    for (const { id, length } of pieces) {
      if (length === 0) continue
      const { chunk, index } = this.#split(at)
      const previous = chunk.entries[index - 1]
      if (previous !== undefined && previous.id + previous.length === id) {
        previous.length += length
        this.#register(previous, id, length)
      } else {
        const entry = { id, length, chunk }
        chunk.entries.splice(index, 0, entry)
        this.#register(entry, id, length)
      }
      chunk.size += length
      if (chunk.entries.length > mostEntries) this.#halve(chunk)
      at += length
    }
  }

  #entryOf(id: number): Entry | undefined {
    return this.#buckets
      .get(Math.floor(id / bucketSize))
      ?.find(entry => entry.id <= id && id < entry.id + entry.length)
  }

  /** The first identity from `id` on, and before `end`, that is there; `end` where none is. */
  #nextIn(id: number, end: number): number {
    for (let bucket = Math.floor(id / bucketSize); bucket * bucketSize < end; bucket += 1) {
      let next = end
      for (const entry of this.#buckets.get(bucket) ?? []) {
        if (entry.id + entry.length > id) next = Math.min(next, Math.max(entry.id, id))
      }
      if (next < end) return next
    }
    return end
  }

  /** The chunk and entry that hold the unit at a position, or end there where nothing follows. */
  #locate(pos: number): { chunk: Chunk; chunkIndex: number; index: number; offset: number } {
    let left = pos
    let chunkIndex = 0
    let chunk = this.#chunks[0]
    while (chunk !== undefined && left >= chunk.size && chunkIndex < this.#chunks.length - 1) {
      left -= chunk.size
      chunkIndex += 1
      chunk = this.#chunks[chunkIndex]
    }
    if (chunk === undefined || left > chunk.size) throw new RangeError(`There is no position ${pos}`)
    let index = 0
    for (let entry = chunk.entries[0]; entry !== undefined && left >= entry.length; ) {
      left -= entry.length
      index += 1
      entry = chunk.entries[index]
    }
    return { chunk, chunkIndex, index, offset: left }
  }

  /** Makes an entry begin at a position, and gives its place; at a chunk's end, the place behind its last. */
  #split(pos: number): { chunk: Chunk; index: number } {
    const { chunk, index, offset } = this.#locate(pos)
    const entry = chunk.entries[index]
    if (offset === 0 || entry === undefined) return { chunk, index }
    this.#splitEntry(entry, index, offset)
    return { chunk, index: index + 1 }
  }

  #splitEntry(entry: Entry, index: number, offset: number): void {
    const { chunk } = entry
    const rest = { id: entry.id + offset, length: entry.length - offset, chunk }
    this.#unregister(entry, rest.id, rest.length, entry.id + offset - 1)
    entry.length = offset
    chunk.entries.splice(index + 1, 0, rest)
    this.#register(rest, rest.id, rest.length)
  }

  #register(entry: Entry, id: number, length: number): void {
    for (let bucket = Math.floor(id / bucketSize); bucket * bucketSize < id + length; bucket += 1) {
      const entries = this.#buckets.get(bucket)
      if (entries === undefined) this.#buckets.set(bucket, [entry])
      else if (!entries.includes(entry)) entries.push(entry)
    }
  }

  /** Forgets an entry for some identities, but not in the bucket of `still`. */
  #unregister(entry: Entry, id: number, length: number, still = -1): void {
    for (let bucket = Math.floor(id / bucketSize); bucket * bucketSize < id + length; bucket += 1) {
      if (bucket === Math.floor(still / bucketSize)) continue
      const entries = this.#buckets.get(bucket)
      const index = entries?.indexOf(entry) ?? -1
      if (index >= 0) entries?.splice(index, 1)
    }
  }

  #halve(chunk: Chunk): void {
    const second: Chunk = { entries: chunk.entries.splice(mostEntries / 2), size: 0 }
    for (const entry of second.entries) {
      entry.chunk = second
      second.size += entry.length
    }
    chunk.size -= second.size
    this.#chunks.splice(this.#chunks.indexOf(chunk) + 1, 0, second)
  }
}
