/** What a line begins with, before its text. */
export interface Marker {
  readonly kind: 'none' | 'bullet' | 'weakBullet' | 'number' | 'hash' | 'quoted' | 'rule'
  /** As it stands in the file. */
  readonly marker: string
  /** The line without it. */
  readonly text: string
  /** A number's value, or how many hashes. */
  readonly value: number
}

/** Marks that only steer the direction of the text around them; they may stand before a marker. */
const invisible = '[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*'

const rule = /^(?:[*\-–—―_=~#•·.+]\s*){3,}$/u
const hash = /^(#{1,6})\s+(\S.*?)(?:\s+#+)?$/u
const quoted = new RegExp(`^${invisible}(>)(?:\\s*(?=>)|\\s?)(.*)$`, 'u')
// The last two are what Word's Symbol and Wingdings bullets become in plain text.
const bullet = new RegExp(`^${invisible}([-*–]|[•‣⁃●○◦▪▫■□▶►➢➤✓✔·\\uf0b7\\uf0a7](?=\\s))\\s+(\\S.*)$`, 'u')
const tightBullet = new RegExp(`^${invisible}([•‣⁃●○◦▪▫■□▶►➢➤✓✔·\\uf0b7\\uf0a7])(\\S.*)$`, 'u')
const weakBullet = new RegExp(`^${invisible}(?:([—―])\\s+|([-–])(?=[\\p{L}“"«]))(\\S.*)$`, 'u')
const number = new RegExp(`^${invisible}(\\(?\\p{Nd}{1,3}[.)])\\s+(\\S.*)$`, 'u')

/**
 * What a line begins with. A `weakBullet` is a dash that is a bullet only in company: alone it opens a piece
 * of dialogue, or the name behind a quote.
 */
export function readMarker(line: string): Marker {
  if (rule.test(line)) return { kind: 'rule', marker: line, text: '', value: 0 }
  const found = (kind: Marker['kind'], match: RegExpExecArray | null): Marker | null =>
    match === null ? null : { kind, marker: match[1] ?? '', text: match[2] ?? '', value: 0 }
  const hashed = found('hash', hash.exec(line))
  if (hashed !== null) return { ...hashed, value: hashed.marker.length }
  const numbered = found('number', number.exec(line))
  if (numbered !== null) return { ...numbered, value: numberOf(numbered.marker) }
  const weak = weakBullet.exec(line)
  return (
    found('quoted', quoted.exec(line)) ??
    found('bullet', bullet.exec(line) ?? tightBullet.exec(line)) ??
    (weak === null
      ? { kind: 'none', marker: '', text: line, value: 0 }
      : { kind: 'weakBullet', marker: weak[1] ?? weak[2] ?? '', text: weak[3] ?? '', value: 0 })
  )
}

/** The value of a marker's digits in any script: they stand in Unicode in tens, from a zero on. */
function numberOf(marker: string): number {
  let value = 0
  for (const digit of marker.match(/\p{Nd}/gu) ?? []) {
    let zero = digit.codePointAt(0) ?? 0
    const code = zero
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    value = value * 10 + (code - zero)
  }
  return value
}
