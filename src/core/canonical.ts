import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** A SHA-256 in lower-case hexadecimal, 64 characters. */
export type Hash = string & { readonly __hash: true }

/**
 * JSON with object keys in code-unit order, no white space, and members that are `undefined` left out,
 * so that equal values always give equal text (RFC 8785 for the values a briefing holds: strings,
 * integers, booleans, null, arrays and plain objects).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  }
  if (value !== null && typeof value === 'object') {
    const written = members(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${written.join(',')}}`
  }
  return JSON.stringify(value)
}

/** Whether two JSON values have the same canonical JSON, without writing it. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => isSameJson(item ?? null, b[index] ?? null))
  }
  const ours = members(a)
  const theirs = new Map(members(b))
  return (
    ours.length === theirs.size &&
    ours.every(([key, member]) => theirs.has(key) && isSameJson(member, theirs.get(key)))
  )
}

/** A UUID of version 8 (RFC 9562, 5.8) from a hash. */
export function uuidFrom(hash: Hash): string {
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

function members(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

/** SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array): Hash {
  return bytesToHex(sha256(bytes)) as Hash
}

/** SHA-256 of the UTF-8 of a value's canonical JSON. */
export function hashValue(value: unknown): Hash {
  return hashBytes(new TextEncoder().encode(canonicalJson(value)))
}
