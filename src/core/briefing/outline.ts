import type { Node } from 'prosemirror-model'
import { isStruck, standingText } from './standing-text.ts'
import { countWords } from './statistics.ts'

/** One line of the outline. Positions are document positions as ProseMirror counts them. */
export interface OutlineEntry {
  readonly kind: 'headline' | 'standfirst' | 'keyPoints' | 'lede' | 'section' | 'subsection' | 'pullQuote'
  /** The heading's or the quote's text; for fields and the lede their name. */
  readonly label: string
  /** Where the entry's first node starts. */
  readonly from: number
  /** Behind its last node: a section ends where the next heading of its level or above starts. */
  readonly to: number
  /** Words in it, without its heading; for key points their number. */
  readonly count: number
}

/**
 * The outline of a document: its fields, then the lede (the blocks before the first heading), sections,
 * subsections and pull quotes in the order of the text. Sections are flat: a section's range runs to the
 * next section heading, a subsection's to the next heading of either level. Blocks that are suggested to be
 * deleted have no entry; they lie in the range of what they stand in.
 */
export function outline(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  doc.forEach((field, from) => {
    const range = { from, to: from + field.nodeSize }
    switch (field.type.name) {
      case 'headline':
        entries.push({ kind: 'headline', label: 'Headline', ...range, count: countWords(field) })
        break
      case 'standfirst':
        entries.push({ kind: 'standfirst', label: 'Standfirst', ...range, count: countWords(field) })
        break
      case 'keyPoints':
        entries.push({ kind: 'keyPoints', label: 'Key points', ...range, count: standing(field) })
        break
      default:
        entries.push(...outlineOfBody(field, from + 1))
    }
  })
  return entries
}

interface OpenPart {
  readonly entry: number
  words: number
}

function outlineOfBody(body: Node, start: number): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  const open = (kind: OutlineEntry['kind'], label: string, from: number): OpenPart => {
    entries.push({ kind, label, from, to: from, count: 0 })
    return { entry: entries.length - 1, words: 0 }
  }
  const close = (part: OpenPart | null, to: number) => {
    const entry = part === null ? undefined : entries[part.entry]
    if (part !== null && entry !== undefined) entries[part.entry] = { ...entry, to, count: part.words }
  }
  let outer: OpenPart | null = null
  let subsection: OpenPart | null = null
  body.forEach((block, offset) => {
    if (isStruck(block)) return
    const from = start + offset
    if (block.type.name === 'sectionHeading') {
      close(subsection, from)
      subsection = null
      if (block.attrs.level === 2 && outer !== null && entries[outer.entry]?.kind === 'section') {
        subsection = open('subsection', lineOf(block), from)
        return
      }
      close(outer, from)
      outer = open(block.attrs.level === 2 ? 'subsection' : 'section', lineOf(block), from)
      return
    }
    outer ??= open('lede', 'Lede', from)
    const words = countWords(block)
    outer.words += words
    if (subsection !== null) subsection.words += words
    if (block.type.name === 'pullQuote') {
      const to = from + block.nodeSize
      entries.push({ kind: 'pullQuote', label: lineOf(block.child(0)), from, to, count: words })
    }
  })
  const end = start + body.content.size
  close(subsection, end)
  close(outer, end)
  return entries
}

/** A block's text on one line. */
function lineOf(block: Node): string {
  return standingText(block, ' ')
}

function standing(keyPoints: Node): number {
  return keyPoints.children.filter(point => !isStruck(point)).length
}
