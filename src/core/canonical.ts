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
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256 of bytes. */
export function hashBytes(bytes: Uint8Array): Hash {
  return bytesToHex(sha256(bytes)) as Hash
}

/** SHA-256 of the UTF-8 of a value's canonical JSON. */
export function hashValue(value: unknown): Hash {
  return hashBytes(new TextEncoder().encode(canonicalJson(value)))
}
