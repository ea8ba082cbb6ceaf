/** A line of the file as far as wrapping is concerned. */
export interface WrappedLine {
  /** The line without white space at its end; its length is what was wrapped at a width. */
  readonly raw: string
  /** It cannot continue the line above: blank, or it begins with a marker of its own. */
  readonly startsAfresh: boolean
}

/** Nobody wraps a text outside these widths; longer lines are whole paragraphs. */
const narrowest = 45
const widest = 120

/**
 * The width that a text was wrapped at, in characters, or null for a text with one paragraph a line. In a
 * wrapped text a line ends where the next word did not fit, mostly in mid-sentence, and (in scripts with
 * capitals) the next one mostly goes on in lower case.
 */
export function wrapWidth(lines: readonly WrappedLine[]): number | null {
  const lengths = lines
    .filter(line => line.raw !== '')
    .map(line => line.raw.length)
    .sort((a, b) => a - b)
  // A few lines may be longer: addresses cannot be wrapped.
  const width = lengths[Math.ceil(lengths.length * 0.98) - 1] ?? 0
  if (width < narrowest || width > widest) return null
  let pairs = 0
  let full = 0
  let inSentence = 0
  let goesOn = 0
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]
    const line = lines[i]
    if (above === undefined || line === undefined || above.raw === '' || line.startsAfresh) continue
    pairs++
    if (!isFull(above.raw, line.raw, width)) continue
    full++
    if (!endsSentence(above.raw)) inSentence++
    if (beginsLower(line.raw) || !hasCase(line.raw)) goesOn++
  }
  const wrapped = full > 0 && full >= pairs * 0.6 && inSentence >= full * 0.5 && goesOn >= full * 0.4
  return wrapped ? width : null
}

/** Whether a line of a text wrapped at `width` goes on in the next one. */
export function continues(above: string, line: string, width: number): boolean {
  if (isFull(above, line, width)) return true
  return beginsLower(line) && !endsSentence(above) && above.length > width * 0.6
}

/**
 * Whether a line goes on in the next one where the text has no width of its own: one wrapped paragraph among
 * lines that are whole blocks. It ends late and in mid-sentence, and the next line begins in lower case; further
 * lines of such a paragraph are as long as it is wide.
 * @param joined the lines of the paragraph so far
 */
export function continuesAlone(joined: readonly string[], above: string, line: string): boolean {
  if (above.length > widest || /[:：;；]$/u.test(above)) return false
  if (above.length >= 60 && !endsSentence(above) && beginsLower(line)) return true
  return joined.length > 1 && isFull(above, line, Math.max(...joined.map(({ length }) => length)))
}

/** The paragraph that wrapped lines make: a hyphen or a dash at the end of a line needs no space. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line, i) => separator(lines[i - 1], line) + line).join('')
}

function separator(above: string | undefined, line: string): string {
  if (above === undefined) return ''
  const end = above.slice(-2)
  const hyphen = /[\p{L}\p{N}]-/u.test(end) && !/^(and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\s/iu.test(line)
  return hyphen || /\S[—\u00ad]/u.test(end) || (unspaced.test(end.slice(-1)) && unspaced.test(line))
    ? ''
    : ' '
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]/u

function isFull(above: string, line: string, width: number): boolean {
  const firstWord = unspaced.test(line) ? 1 : (/^\S+/u.exec(line.trimStart())?.[0].length ?? 0)
  return above.length + 1 + firstWord > width
}

function beginsLower(line: string): boolean {
  return /^\s*[“"‘'(«]?\p{Ll}/u.test(line)
}

function hasCase(line: string): boolean {
  return /[\p{Ll}\p{Lu}]/u.test(line)
}

/** Whether a line ends as a sentence does, with or without closing marks behind its punctuation. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？؟۔।]["”’'»)\]]*$/u.test(line.slice(-40))
}
