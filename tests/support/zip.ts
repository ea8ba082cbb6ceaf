import { unzipSync, type Zippable, zipSync } from 'fflate'
import { hashBytes } from '../../src/core/canonical.ts'

/** The entries of a ZIP as text. */
export function unzipText(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  )
}

/** A ZIP of texts, in their order, dated the same whenever it is made. */
export function zipText(entries: Readonly<Record<string, string>>, level: 0 | 6 = 6): Uint8Array {
  const contents: Zippable = {}
  for (const [name, text] of Object.entries(entries))
    contents[name] = [new TextEncoder().encode(text), { level }]
  return zipSync(contents, { mtime: new Date(2026, 0, 1) })
}

/** A .briefing file with some entries replaced or (undefined) left out, the manifest's list made to agree. */
export function withEntries(
  bytes: Uint8Array,
  changed: Readonly<Record<string, string | undefined>>,
): Uint8Array {
  const entries: Record<string, string> = unzipText(bytes)
  for (const [name, text] of Object.entries(changed)) {
    if (text === undefined) delete entries[name]
    else entries[name] = text
  }
  const manifest = JSON.parse(entries['manifest.json'] ?? '{}')
  for (const name of Object.keys(manifest.entries ?? {})) {
    const content = new TextEncoder().encode(entries[name] ?? '')
    manifest.entries[name] = { size: content.length, sha256: hashBytes(content) }
  }
  if (changed['manifest.json'] === undefined) entries['manifest.json'] = JSON.stringify(manifest)
  return zipText(entries)
}

/** The same bytes with a 16- or 32-bit number, little-endian, put at a place. */
export function patched(bytes: Uint8Array, at: number, value: number, size: 2 | 4): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  if (size === 2) view.setUint16(at, value, true)
  else view.setUint32(at, value, true)
  return copy
}

/** Where the directory's header of an entry starts. */
export function directoryHeaderOf(bytes: Uint8Array, name: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const length = view.getUint16(at + 28, true)
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) return at
  }
  throw new Error(`No entry ${name}`)
}
