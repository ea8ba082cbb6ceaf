import { fail, ok, type Result } from '../result.ts'
import { limits } from './limits.ts'

/** One entry of a ZIP as its directory describes it; nothing is unpacked yet. */
export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  /** Bytes, unpacked. */
  readonly size: number
  /** Where the packed bytes start and end in the file. */
  readonly from: number
  readonly to: number
}

const localHeader = 0x04034b50
const directoryHeader = 0x02014b50
const endRecord = 0x06054b50
const endRecordSize = 22
const encrypted = 0x0001
const sizesFollow = 0x0008

/**
 * The entries of a ZIP (APPNOTE 6.3: one disk, no encryption, no ZIP64, stored or deflated). Names, counts,
 * sizes and ratios are held to `limits`, and every entry must lie in the file by itself.
 * Fails with `briefing.not-zip`, `briefing.truncated`, `briefing.limit`, `briefing.entry-name` or
 * `briefing.invalid`, naming the entry where it is one's fault.
 */
export function readZipDirectory(bytes: Uint8Array): Result<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint32(0, true) !== localHeader) {
    return fail('briefing.not-zip', 'This is not a .briefing file')
  }
  if (bytes.length > limits.file) return fail('briefing.limit', 'The file is larger than 512 MB')
  const end = findEnd(view)
  if (end === null) return fail('briefing.truncated', 'The file is cut short')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    return fail('briefing.invalid', 'The file is one part of several')
  }
  if (count > limits.entries) return fail('briefing.limit', `The file has ${count} entries, too many`)
  if (start + size !== end) return fail('briefing.invalid', 'The list of entries is damaged')

  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, at, end, start)
    if (!read.ok) return read
    entries.push(read.value.entry)
    at = read.value.next
  }
  if (at !== end) return fail('briefing.invalid', 'The list of entries is damaged')
  return checkTogether(entries)
}

/** Where the end record starts: it and its comment must be the last of the file. */
function findEnd(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - endRecordSize - 0xffff)
  for (let at = view.byteLength - endRecordSize; at >= earliest; at -= 1) {
    const ends = at + endRecordSize
    if (view.getUint32(at, true) === endRecord && ends + view.getUint16(at + 20, true) === view.byteLength) {
      return at
    }
  }
  return null
}

function readEntry(
  view: DataView,
  at: number,
  end: number,
  directory: number,
): Result<{ entry: ZipEntry; next: number }> {
  if (at + 46 > end || view.getUint32(at, true) !== directoryHeader) {
    return fail('briefing.invalid', 'The list of entries is damaged')
  }
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) return fail('briefing.invalid', 'The list of entries is damaged')
  const named = readName(bytesOf(view, at + 46, nameLength))
  if (!named.ok) return named
  const name = named.value
  const where = { entry: name }

  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const crc = view.getUint32(at + 16, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  if (flags & encrypted) return fail('briefing.invalid', 'The entry is encrypted', where)
  if (method !== 0 && method !== 8)
    return fail('briefing.invalid', 'The entry is packed in an unknown way', where)
  if (size > (name === 'manifest.json' ? limits.manifest : limits.entry)) {
    return fail('briefing.limit', `The entry would unpack to ${size} bytes, too many`, where)
  }
  if (size > packed * limits.ratio && size > 1024) {
    return fail('briefing.limit', 'The entry would unpack to suspiciously more than it is packed', where)
  }
  if (packed > size + size / 8 + limits.slack) {
    return fail('briefing.invalid', 'The entry is packed larger than it is', where)
  }
  if (method === 0 && packed !== size)
    return fail('briefing.invalid', 'The sizes contradict each other', where)

  if (local + 30 > directory || view.getUint32(local, true) !== localHeader) {
    return fail('briefing.invalid', 'The entry is not where the list says', where)
  }
  const localNameLength = view.getUint16(local + 26, true)
  const from = local + 30 + localNameLength + view.getUint16(local + 28, true)
  const to = from + packed
  if (to > directory) return fail('briefing.invalid', 'The entry is not where the list says', where)
  const sameName =
    localNameLength === nameLength &&
    bytesOf(view, local + 30, nameLength).every((byte, index) => byte === view.getUint8(at + 46 + index))
  const sameSizes =
    (flags & sizesFollow) !== 0 ||
    (view.getUint32(local + 14, true) === crc &&
      view.getUint32(local + 18, true) === packed &&
      view.getUint32(local + 22, true) === size)
  if (!sameName || !sameSizes || view.getUint16(local + 8, true) !== method) {
    return fail('briefing.invalid', 'The entry contradicts the list of entries', where)
  }
  return ok({
    entry: { name, method: method === 0 ? 'stored' : 'deflated', crc, size, from, to },
    next,
  })
}

/** A name that stays inside a folder on every system, or a failure that shows it. */
function readName(bytes: Uint8Array): Result<string> {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fail('briefing.entry-name', 'An entry has a name that is not UTF-8')
  }
  const shown = { entry: name.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 80) }
  if (name === '' || bytes.length > limits.name) {
    return fail('briefing.entry-name', 'An entry has an empty or overlong name', shown)
  }
  const parts = name.split('/')
  if (/[\p{Cc}\p{Cf}\\:]/u.test(name) || parts.some(part => part === '' || part === '.' || part === '..')) {
    return fail('briefing.entry-name', 'The entry’s name could lead out of the file', shown)
  }
  return ok(name)
}

/** What no entry shows alone: two of one name, two that share bytes, and the sum of all. */
function checkTogether(entries: ZipEntry[]): Result<ZipEntry[]> {
  const names = new Set<string>()
  for (const { name } of entries) {
    if (names.has(name.toLowerCase())) {
      return fail('briefing.entry-name', 'Two entries have the same name', { entry: name })
    }
    names.add(name.toLowerCase())
  }
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limits.total) return fail('briefing.limit', `The file would unpack to ${total} bytes, too many`)
  let reached = 0
  for (const entry of entries.toSorted((a, b) => a.from - b.from)) {
    if (entry.from < reached) {
      return fail('briefing.invalid', 'Two entries share the same bytes', { entry: entry.name })
    }
    reached = entry.to
  }
  return ok(entries)
}

function bytesOf(view: DataView, from: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, length)
}
