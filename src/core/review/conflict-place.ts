import type { Node } from 'prosemirror-model'
import type { HeldConflict } from '../briefing/handoff.ts'

/** Where a conflict is in the text as it is now. */
export interface ConflictPlace {
  /** Its words, where they stand there; else one place. */
  readonly from: number
  readonly to: number
  /** It is at the edge of a block, not inside its words: what is put in there is a block of its own. */
  readonly between: boolean
  /** Up to 60 characters of what stands before and behind it, in its block or in those beside it. */
  readonly before: string
  readonly after: string
}

/** So many characters at least must be left of the words around a place for it to be known by them. */
const least = 8
/** So many characters of the words around a place are shown. */
const shown = 60
/** As many as a quote holds at most on either side (history/surroundings.ts): fewer end where their block did. */
const quoted = 40

/**
 * Finds the place of a conflict again by the words that stood around it: where they stand exactly, else where
 * the longest part of them does that is left and was right beside it, else any. Null where it has none, or where nobody could tell which of two
 * it is. Costs a few searches of the text.
 */
export function placeOfConflict(
  doc: Node,
  { where, content, kind }: Pick<HeldConflict, 'where' | 'content' | 'kind'>,
): ConflictPlace | null {
  if (where === null) return null
  const lines = linesOf(doc)
  const before = where.before.slice(where.before.lastIndexOf('\n') + 1)
  const [after = ''] = where.after.split('\n')
  const found = exactly(lines.text, before, after) ?? byWhatIsLeft(lines.text, before, after)
  if (found === null) return null
  return placed(lines, found, kind === 'overlap' ? content.trim() : '')
}

/** All text blocks as lines of one text, in which indices and positions within a line run alike. */
interface Lines {
  readonly text: string
  readonly starts: readonly { readonly index: number; readonly pos: number }[]
}

const known = new WeakMap<Node, Lines>()

function linesOf(doc: Node): Lines {
  const lines = known.get(doc)
  if (lines !== undefined) return lines
  const texts: string[] = []
  const starts: { index: number; pos: number }[] = []
  let index = 0
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    // As quotes are made: one character for each unit, also for what is suggested to go.
    const text = node.textBetween(0, node.content.size, '\n', ' ')
    starts.push({ index, pos: pos + 1 })
    texts.push(text)
    index += text.length + 1
    return false
  })
  const made = { text: texts.join('\n'), starts }
  known.set(doc, made)
  return made
}

/** A place in the lines: an index, and whether it is between its line and the next. */
interface Found {
  readonly index: number
  readonly between: boolean
}

function exactly(text: string, before: string, after: string): Found | null {
  const inside = indicesOf(text, before + after).map(at => ({ index: at + before.length, between: false }))
  const beside = indicesOf(text, `${before}\n${after}`).map(at => ({
    index: at + before.length,
    between: true,
  }))
  const isBeside = before !== '' && after !== ''
  const all = [...inside, ...(isBeside ? beside : [])]
  // Words that were cut short by their block's ends are found there before they are found anywhere else.
  const isWhole = ({ index, between }: Found) =>
    (before.length >= quoted || isEdge(text, index - before.length - 1)) &&
    (after.length >= quoted || isEdge(text, index + after.length + Number(between)))
  return only(all.filter(isWhole)) ?? only(all)
}

function byWhatIsLeft(text: string, before: string, after: string): Found | null {
  const ends = [before.length, ...spacesIn(before)].map(end => {
    const length = longest(end, size => before.slice(end - size, end), text)
    return { words: before.slice(end - length, end), offset: length, touches: end === before.length }
  })
  const starts = [0, ...spacesIn(after).map(space => space + 1)].map(start => {
    const length = longest(after.length - start, size => after.slice(start, start + size), text)
    return { words: after.slice(start, start + length), offset: 0, touches: start === 0 }
  })
  // What stood right beside the place tells more than a longer part further off.
  const pieces = [...ends, ...starts]
    .filter(({ words }) => words.trim().length >= least)
    .toSorted((a, b) => Number(b.touches) - Number(a.touches) || b.words.length - a.words.length)
  for (const { words, offset } of pieces) {
    const at = only(indicesOf(text, words))
    if (at !== null) return { index: at + offset, between: false }
  }
  return null
}

function spacesIn(words: string): number[] {
  return [...words.matchAll(/ /gu)].map(({ index }) => index)
}

/** The longest part that stands in the text; where a part does, every shorter one does too. */
function longest(most: number, part: (length: number) => string, text: string): number {
  let [sure, open] = [0, most]
  while (sure < open) {
    const middle = Math.ceil((sure + open) / 2)
    if (text.includes(part(middle))) sure = middle
    else open = middle - 1
  }
  return sure
}

/** The first two places where words stand: more make no difference, but to those at the ends of blocks. */
function indicesOf(text: string, words: string): number[] {
  const indices: number[] = []
  if (words === '') return indices
  for (let at = text.indexOf(words); at >= 0 && indices.length < 50; at = text.indexOf(words, at + 1)) {
    indices.push(at)
  }
  return indices
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

function isEdge(text: string, index: number): boolean {
  return index < 0 || index >= text.length || text[index] === '\n'
}

function placed({ text, starts }: Lines, { index, between }: Found, content: string): ConflictPlace {
  const [from, to] = standing(text, index, content)
  const line = starts.findLast(start => start.index <= from) ?? { index: 0, pos: 0 }
  const lineEnd = endOf(text, line.index)
  const isEmptied = line.index === lineEnd
  const atStart = from === line.index && !isEmptied && from === to
  const atEnd = to === lineEnd && !isEmptied && from === to
  const atEdge = between || atStart || atEnd
  const start = atStart ? previousStart(text, line.index) : line.index
  const end = between || atEnd ? endOf(text, lineEnd + 1) : endOf(text, to)
  return {
    from: line.pos + from - line.index,
    to: line.pos + to - line.index,
    between: atEdge,
    before: text.slice(Math.max(start, from - shown), from).trim(),
    after: text.slice(to, Math.min(end, to + shown)).trim(),
  }
}

/** The words of a conflict right beside its place, where they stand there; else the place alone. */
function standing(text: string, index: number, content: string): readonly [number, number] {
  if (content === '' || content.includes('\n')) return [index, index]
  for (const gap of [0, 1]) {
    if (text.startsWith(content, index + gap)) return [index + gap, index + gap + content.length]
    const from = index - gap - content.length
    if (from >= 0 && text.startsWith(content, from)) return [from, index - gap]
  }
  return [index, index]
}

function endOf(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end < 0 ? text.length : end
}

function previousStart(text: string, start: number): number {
  return start === 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1
}
