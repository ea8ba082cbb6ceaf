import { hashValue } from '../canonical.ts'

/** A UUID of version 8 (RFC 9562, 5.8) that follows from a JSON value: equal values give equal ids. */
export function derivedId(value: unknown): string {
  const hash = hashValue(value)
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
