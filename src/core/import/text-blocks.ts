import { type Marker, readMarker } from './markers.ts'
import {
  continues,
  continuesAlone,
  endsSentence,
  joinLines,
  type WrappedLine,
  wrapWidth,
} from './wrapping.ts'

/** One paragraph, list item, heading or rule of a plain text, with its wrapped lines joined. */
export interface TextBlock {
  readonly kind: 'plain' | 'bullet' | 'number' | 'hash' | 'quoted' | 'rule'
  readonly marker: string
  readonly text: string
  /** A number's value; how many hashes; for a heading underlined with = or - one or two. */
  readonly value: number
  /** No blank line parts it from the block above. */
  readonly tight: boolean
}

interface Line extends WrappedLine {
  readonly mark: Marker
  readonly indent: number
}

/** A block whose lines are still being collected: joining them once keeps long paragraphs linear. */
type OpenBlock = Omit<TextBlock, 'text'> & { readonly lines: string[] }

const blank: Line = {
  raw: '',
  startsAfresh: true,
  mark: { kind: 'none', marker: '', text: '', value: 0 },
  indent: 0,
}

/** The blocks of a plain text with line feeds as line ends. Takes time in proportion to the text's length. */
export function textBlocks(text: string): TextBlock[] {
  const lines = withWeakBullets(text.split('\n').map(readLine))
  const width = wrapWidth(lines)
  const blocks: OpenBlock[] = []
  for (let start = 0; start < lines.length; start++) {
    if (lines[start]?.raw === '') continue
    let end = start
    while (end < lines.length && lines[end]?.raw !== '') end++
    const run = lines.slice(start, end)
    // A wrapped notice under paragraphs of one line each has a width of its own.
    appendRun(blocks, run, width ?? (run.length > 3 ? wrapWidth(run) : null))
    start = end
  }
  return blocks.map(({ lines, ...block }) => ({ ...block, text: joinLines(lines) }))
}

function readLine(source: string): Line {
  const raw = (source.includes('\t') ? source.replace(/\t/g, ' ') : source).trimEnd()
  if (raw === '') return blank
  const trimmed = raw.trim()
  const mark = readMarker(trimmed)
  return { raw, startsAfresh: mark.kind !== 'none', mark, indent: raw.length - raw.trimStart().length }
}

/** A dash that may or may not be a bullet is one where a neighbouring line begins in the same way. */
function withWeakBullets(lines: readonly Line[]): Line[] {
  const spoken = lines.filter(line => line.raw !== '')
  const bullets = new Set(
    spoken.filter(
      (line, i) =>
        line.mark.kind === 'weakBullet' &&
        [spoken[i - 1], spoken[i + 1]].some(
          other => other?.mark.kind === 'weakBullet' && other.mark.marker === line.mark.marker,
        ),
    ),
  )
  return lines.map(line => {
    if (line.mark.kind !== 'weakBullet') return line
    if (bullets.has(line)) return { ...line, mark: { ...line.mark, kind: 'bullet' } }
    return { ...line, mark: { kind: 'none', marker: '', text: line.raw.trim(), value: 0 } }
  })
}

/** Appends the blocks of lines that no blank line parts. */
function appendRun(blocks: OpenBlock[], run: readonly Line[], width: number | null): void {
  let above: Line | null = null
  for (const line of run) {
    const last = blocks[blocks.length - 1]
    const underline = above === null || last === undefined ? 0 : underlineLevel(last, line)
    if (last !== undefined && underline > 0) {
      blocks[blocks.length - 1] = { ...last, kind: 'hash', marker: line.mark.marker, value: underline }
    } else if (last !== undefined && above !== null && goesOn(last, above, line, width)) {
      last.lines.push(line.mark.kind === 'none' ? line.raw.trim() : line.mark.text.trim())
    } else if (line.mark.kind !== 'quoted' || line.mark.text.trim() !== '') {
      const { kind, marker, text, value } = line.mark
      const own = kind === 'none' || kind === 'weakBullet' ? 'plain' : kind
      blocks.push({ kind: own, marker, lines: [text.trim()], value, tight: above !== null })
    }
    above = line
  }
}

function goesOn(last: OpenBlock, above: Line, line: Line, width: number | null): boolean {
  if (last.kind === 'rule' || last.kind === 'hash') return false
  if (line.mark.kind === 'quoted') {
    const inside = last.kind === 'quoted' && above.mark.kind === 'quoted' && above.mark.text.trim() !== ''
    if (!inside || readMarker(line.mark.text.trim()).kind === 'weakBullet') return false
    return width !== null && continues(above.raw, line.mark.text, width)
  }
  if (line.startsAfresh) return false
  // The second line of a list item stands under its text, or is wrapped like any other.
  const item = last.kind === 'bullet' || last.kind === 'number'
  if (item && line.indent > 1) return true
  // A line that steps in opens a paragraph.
  if (!item && line.indent > above.indent + 1) return false
  // Nor does a name behind a dash belong to the quote above it.
  if (/^[–—―-]/u.test(line.raw.trim()) && endsSentence(above.raw)) return false
  return width === null
    ? continuesAlone(last.lines, above.raw, line.raw)
    : continues(above.raw, line.raw, width)
}

/** Markdown's other way to write a heading: a row of = or - under it. */
function underlineLevel(last: OpenBlock, line: Line): number {
  if (line.mark.kind !== 'rule' || last.kind !== 'plain' || last.lines.length > 2) return 0
  const title = last.lines.join(' ')
  if (title.length > 110) return 0
  if (/^=+$/.test(line.mark.marker)) return 1
  return /^-+$/.test(line.mark.marker) && !endsSentence(title) ? 2 : 0
}
