import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { limits } from './limits.ts'
import { type EntryName, entryNames } from './manifest.ts'

/** An entry of a damaged file: what of it could be unpacked. */
export interface FoundEntry {
  readonly bytes: Uint8Array
  /** Its CRC-32 is right: it is all of the entry, as it was. */
  readonly isWhole: boolean
}

const localHeader = 0x04034b50
const headerSize = 30

/**
 * The entries of a `.briefing` file whose list of entries cannot be relied on: looked for by their own headers,
 * and unpacked as far as they go, within the limits of a sound file. Of several with one name the whole one counts.
 */
export function findEntries(bytes: Uint8Array): ReadonlyMap<EntryName, FoundEntry> {
  const found = new Map<EntryName, FoundEntry>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let tries = 0, at = nextHeader(bytes, view, 0); at !== null; at = nextHeader(bytes, view, at + 4)) {
    const from = at + headerSize + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const name = entryNames.find(one => isNamed(bytes, at + headerSize, one))
    if (name === undefined || found.get(name)?.isWhole === true) continue
    tries += 1
    if (tries > limits.entries) break
    found.set(name, better(found.get(name), unpackSome(bytes, view, at, from, name)))
  }
  return found
}

function nextHeader(bytes: Uint8Array, view: DataView, from: number): number | null {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (at + headerSize > bytes.length) return null
    if (view.getUint32(at, true) === localHeader) return at
  }
  return null
}

/** Names are compared by what they are, since the length in a damaged header may be wrong. */
function isNamed(bytes: Uint8Array, at: number, name: EntryName): boolean {
  return [...name].every((character, index) => bytes[at + index] === character.charCodeAt(0))
}

function better(a: FoundEntry | undefined, b: FoundEntry): FoundEntry {
  return a === undefined || b.isWhole || b.bytes.length > a.bytes.length ? b : a
}

function unpackSome(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  from: number,
  name: EntryName,
): FoundEntry {
  const method = view.getUint16(at + 8, true)
  const crc = view.getUint32(at + 14, true)
  const most = name === 'manifest.json' ? limits.manifest : limits.entry
  const packed = bytes.subarray(from, from + view.getUint32(at + 18, true))
  const unpacked = method === 0 ? packed.subarray(0, most) : inflateSome(packed, most)
  return { bytes: unpacked, isWhole: crc32(unpacked) === crc }
}

/** Packed bytes handed to the inflater at once: as much is lost in front of damage. */
const portion = 256

/** What comes out of a deflated stream before it breaks off or breaks. */
function inflateSome(packed: Uint8Array, most: number): Uint8Array {
  const room = Math.min(most, packed.length * limits.ratio + 1024)
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Inflate(chunk => {
    chunks.push(chunk)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && length <= room; at += portion) {
      stream.push(packed.subarray(at, at + portion), at + portion >= packed.length)
    }
  } catch {
    // What came out before is what there is.
  }
  const unpacked = new Uint8Array(Math.min(length, room))
  let at = 0
  for (const chunk of chunks) {
    unpacked.set(chunk.subarray(0, unpacked.length - at), at)
    at = Math.min(at + chunk.length, unpacked.length)
  }
  return unpacked
}
