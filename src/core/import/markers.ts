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

/** Longer than any marker and the white space around it: the rest of a line need not be looked at. */
const longestMarker = 60

const rule = /^[*\-–—―_=~#•·.+\s]+$/u
const hash = /^(#{1,6})\s+(?=\S)/u
const quoted = new RegExp(`^${invisible}(>)(?:\\s*(?=>)|\\s?)`, 'u')
// The last two are what Word's Symbol and Wingdings bullets become in plain text.
const bullets = '•‣⁃●○◦▪▫■□◆◇▶►➢➤✓✔☑✅·・\\uf0b7\\uf0a7'
const bullet = new RegExp(`^${invisible}(?:([-*–])\\s+|([${bullets}])\\ufe0f?\\s*)(?=\\S)`, 'u')
const weakBullet = new RegExp(`^${invisible}(?:([—―])\\s+(?=\\S)|([-–])(?=[\\p{L}“"«]))`, 'u')
const number = new RegExp(`^${invisible}(\\(?\\p{Nd}{1,3}[.)])\\s+(?=\\S)`, 'u')

const readers: ReadonlyArray<readonly [Marker['kind'], RegExp]> = [
  ['hash', hash],
  ['number', number],
  ['quoted', quoted],
  ['bullet', bullet],
  ['weakBullet', weakBullet],
]

/**
 * What a line begins with. A `weakBullet` is a dash that is a bullet only in company: alone it opens a piece
 * of dialogue, or the name behind a quote.
 */
export function readMarker(line: string): Marker {
  if (/^[\p{L}“"]/u.test(line)) return { kind: 'none', marker: '', text: line, value: 0 }
  if (isRule(line)) return { kind: 'rule', marker: line, text: '', value: 0 }
  const start = line.slice(0, longestMarker)
  for (const [kind, pattern] of readers) {
    const match = pattern.exec(start)
    if (match === null) continue
    const marker = match[1] ?? match[2] ?? ''
    const text = line.slice(match[0].length)
    if (kind === 'hash') return { kind, marker, text: withoutClosingHashes(text), value: marker.length }
    return { kind, marker, text, value: kind === 'number' ? numberOf(marker) : 0 }
  }
  return { kind: 'none', marker: '', text: line, value: 0 }
}

/** A row of three or more marks and nothing else. */
function isRule(line: string): boolean {
  return line.length < 400 && rule.test(line) && line.replace(/\s+/gu, '').length >= 3
}

/** Markdown lets a heading end with hashes, too. */
function withoutClosingHashes(text: string): string {
  return text.length < 400 ? text.replace(/\s+#+$/u, '') : text
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
