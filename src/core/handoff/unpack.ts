import { Inflate } from 'fflate'
import { fail, ok, type Result } from '../result.ts'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-directory.ts'

/** Packed bytes handed to the inflater at once: at deflate's best, 1032 to 1, they give 16 MB. */
const portion = 16 * 1024

/**
 * The bytes of an entry, never more than its directory promised.
 * Fails with `briefing.invalid` for a damaged stream or another length, and with `briefing.checksum`.
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array> {
  const where = { entry: entry.name }
  const packed = bytes.subarray(entry.from, entry.to)
  const unpacked = entry.method === 'stored' ? packed : inflate(packed, entry.size)
  if (unpacked === null) return fail('briefing.invalid', 'The entry cannot be unpacked', where)
  if (crc32(unpacked) !== entry.crc) return fail('briefing.checksum', 'The entry is damaged', where)
  return ok(unpacked)
}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const unpacked = new Uint8Array(size)
  let length = 0
  let over = false
  const stream = new Inflate(chunk => {
    over ||= length + chunk.length > size
    if (!over) unpacked.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && !over; at += portion) {
      stream.push(packed.subarray(at, at + portion), at + portion >= packed.length)
    }
  } catch {
    return null
  }
  return length === size ? unpacked : null
}
