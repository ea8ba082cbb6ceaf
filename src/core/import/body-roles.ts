import { splitDateline } from './credits.ts'
import { readLabel } from './labels.ts'
import type { ImportLine, ImportRole } from './roles.ts'
import type { SettledBlock } from './settled-blocks.ts'
import { isAllCapitals, isHeadingLike, isRunningText, spacedWords } from './shape.ts'

/**
 * Gives each block of a text's body its role.
 * @param hasDateline whether one stands above the body already: then a second one is text
 */
export function readBody(blocks: readonly SettledBlock[], hasDateline: boolean): ImportLine[] {
  const headings = blocks.map((block, i) => isHeading(block, blocks[i + 1], blocks[i + 2]))
  const levelOf = headingLevels(blocks, headings)
  const lines: ImportLine[] = []
  let dateline = hasDateline
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) continue
    const heading = headings[i] ?? null
    if (heading !== null) {
      const level = levelOf(block, i)
      const marker = block.kind === 'hash' ? block.marker : ''
      lines.push({ text: block.text, marker, role: level, reason: heading })
      continue
    }
    const first: boolean = !dateline && block.kind === 'plain' && !block.pullQuote
    const split = first ? splitDateline(block.text) : null
    dateline ||= first
    if (split !== null) {
      lines.push({
        text: split.dateline,
        marker: '',
        role: 'dateline',
        reason: 'a place and a date before a dash',
      })
      lines.push({ text: split.rest, marker: '', role: 'paragraph', reason: 'running text' })
      continue
    }
    const points = labelledKeyPoints(blocks, i)
    if (points > 0) {
      lines.push(line(block, 'leaveOut', 'a label: the lines below it are key points'))
      for (const point of blocks.slice(i + 1, i + 1 + points)) {
        lines.push(line(point, 'keyPoint', 'listed below a label for key points'))
      }
      i += points
      continue
    }
    lines.push(readBlock(block, i === blocks.length - 1 || lines.length === 0))
  }
  return lines
}

function line(block: SettledBlock, role: ImportRole, reason: string): ImportLine {
  return { text: block.text, marker: block.marker, role, reason }
}

function readBlock(block: SettledBlock, atEdge: boolean): ImportLine {
  if (block.pullQuote) return line(block, 'pullQuote', 'a quote in quotation marks, a dash and a name')
  switch (block.kind) {
    case 'bullet':
      return line(block, 'bullet', 'begins with a bullet')
    case 'number':
      return line(block, 'number', 'numbered in sequence')
    case 'quoted':
      return line(block, 'quotation', 'begins with “>”')
    case 'rule': {
      const text = { text: block.marker, marker: '' }
      return atEdge
        ? { ...text, role: 'leaveOut', reason: 'a row of marks at the end of the text' }
        : { ...text, role: 'divider', reason: 'a row of marks between paragraphs' }
    }
    case 'hash':
    case 'plain': {
      const label = readLabel(block.text)
      const marker = block.kind === 'hash' ? block.marker : ''
      if (label?.kind === 'quote' && label.rest !== '') {
        return { text: label.rest, marker: label.label, role: 'pullQuote', reason: 'labelled as a quote' }
      }
      if (block.text.length < 20 && /^[\p{P}\s]*$/u.test(block.text)) {
        return { text: block.text, marker, role: 'leaveOut', reason: 'a mark without words' }
      }
      return { text: block.text, marker, role: 'paragraph', reason: 'running text' }
    }
  }
}

/** How many list items follow a label for key points at `at`; 0 where there is no such label. */
function labelledKeyPoints(blocks: readonly SettledBlock[], at: number): number {
  const block = blocks[at]
  const kind = blocks[at + 1]?.kind
  if (block?.kind !== 'plain' || (kind !== 'bullet' && kind !== 'number')) return 0
  const label = readLabel(block.text)
  if (label?.kind !== 'keyPoints' || label.rest !== '' || !/^key\b/iu.test(label.label)) return 0
  let end = at + 1
  while (blocks[end]?.kind === kind) end++
  return end - at - 1
}

/** Why a block is a heading, or null where it is none. */
function isHeading(
  block: SettledBlock,
  next: SettledBlock | undefined,
  afterNext: SettledBlock | undefined,
): string | null {
  if (block.kind === 'hash') return 'marked as a heading'
  if (block.kind !== 'plain' || block.pullQuote) return null
  if (isColonHeading(block, next)) return 'a short label over running text'
  if (next === undefined || !isHeadingLike(block.text)) return null
  const label = readLabel(block.text)
  if (label?.kind === 'keyPoints' && next.kind === 'bullet' && /^key\b/iu.test(label.label)) return null
  const over = standsOver(next)
  const overHeading =
    next.kind === 'plain' && isHeadingLike(next.text) && afterNext !== undefined && standsOver(afterNext)
  return over || overHeading ? 'a short line without closing punctuation over running text' : null
}

/** Whether a heading can stand right over this block. */
function standsOver(block: SettledBlock): boolean {
  if (block.kind === 'plain') return block.pullQuote || isRunningText(block.text)
  return block.kind !== 'rule'
}

/** "Background:" on a line of its own. A longer line with a colon opens the list or the quote below it. */
function isColonHeading(block: SettledBlock, next: SettledBlock | undefined): boolean {
  if (!/[:：]$/u.test(block.text) || next?.kind !== 'plain' || next.pullQuote) return false
  const title = block.text.slice(0, -1)
  const short = spacedWords(title).length <= 4
  return short && isHeadingLike(title) && isRunningText(next.text)
}

/**
 * Sections and subsections. Hashes say it themselves. Among unmarked headings there are two levels only where
 * one in capitals stands right over one that is not, or a number has a point inside ("2.1 Costs").
 */
function headingLevels(
  blocks: readonly SettledBlock[],
  headings: ReadonlyArray<string | null>,
): (block: SettledBlock, at: number) => 'section' | 'subsection' {
  const hashes = blocks.filter(block => block.kind === 'hash').map(block => block.value)
  const top = hashes.reduce((least, value) => Math.min(least, value), 6)
  const capitalsOverOthers = blocks.some(
    (block, i) =>
      headings[i] != null &&
      headings[i + 1] != null &&
      isAllCapitals(block.text) &&
      !isAllCapitals(blocks[i + 1]?.text ?? ''),
  )
  return (block, at) => {
    if (block.kind === 'hash') return block.value > top ? 'subsection' : 'section'
    if (/^\d+\.\d/u.test(block.text)) return 'subsection'
    if (capitalsOverOthers) return isAllCapitals(block.text) ? 'section' : 'subsection'
    return at > 0 && headings[at - 1] != null ? 'subsection' : 'section'
  }
}
