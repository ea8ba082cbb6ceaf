import { readAttribution, readPullQuote } from './attribution.ts'
import { unquote } from './quotation.ts'

/**
 * How a briefing's parts are told apart in Markdown. Export and import both go by these rules: the import
 * reads plain Markdown by them, and the export writes a mark, an HTML comment that no page shows, only where
 * by these rules its plain Markdown would be read as something else.
 */
export const marks = [
  'byline',
  'dateline',
  'standfirst',
  'key points',
  'body',
  'pull quote',
  'quotation',
] as const

export type Mark = (typeof marks)[number]

export function markComment(mark: Mark): string {
  return `<!-- galley: ${mark} -->`
}

/** The mark that a piece of HTML is, or null. */
export function readMark(html: string): Mark | null {
  const name = /^<!--\s*galley:\s*([a-z ]+?)\s*-->$/.exec(html.trim())?.[1]
  return marks.find(mark => mark === name) ?? null
}

/** A block at the top of a Markdown text: as much of it as decides what it is. */
export type TopBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A bulleted list of items that are one paragraph each. */
  | { readonly kind: 'plainList' }
  | { readonly kind: 'other' }

/** Which of the first blocks, below a headline or without one, are standfirst and key points. */
export interface TopReading {
  readonly standfirst: boolean
  readonly keyPoints: boolean
}

/**
 * A bulleted list that comes first holds the key points; a paragraph between the headline and such a list is
 * the standfirst, unless it ends with a colon and so belongs to the list.
 */
export function readTop(blocks: readonly TopBlock[], hasHeadline: boolean): TopReading {
  const [first, second] = blocks
  if (first?.kind === 'plainList') return { standfirst: false, keyPoints: true }
  if (!hasHeadline || first?.kind !== 'paragraph' || second?.kind !== 'plainList') {
    return { standfirst: false, keyPoints: false }
  }
  const standfirst = !/[:：]\s*$/u.test(first.text)
  return { standfirst, keyPoints: standfirst }
}

/** Where in a quotation's text the quote and the name are: ranges of letters [from, to). */
export interface PullQuoteRanges {
  readonly quote: readonly [from: number, to: number]
  /** In the second paragraph, or in the first where there is only one. */
  readonly attribution: readonly [from: number, to: number]
}

/**
 * The pull quote in a quotation of these paragraphs: one in quotation marks and one of a dash and a name, or
 * both on one line; null for any other quotation.
 */
export function readPullQuoteParagraphs(paragraphs: readonly string[]): PullQuoteRanges | null {
  const [first, second] = paragraphs
  if (first === undefined || paragraphs.length > 2) return null
  if (second === undefined) {
    const parts = readPullQuote(first)
    if (parts === null) return null
    const end = first.length - parts.attribution.length
    const from = first.indexOf(parts.quote)
    return { quote: [from, from + parts.quote.length], attribution: [end, first.length] }
  }
  const quote = unquote(first)
  const name = readAttribution(second)
  if (quote === null || name === null) return null
  const from = first.indexOf(quote)
  return { quote: [from, from + quote.length], attribution: [second.length - name.length, second.length] }
}

/** The same for a quotation that a mark calls a pull quote: whatever stands between its outermost marks. */
export function markedPullQuoteRanges(paragraphs: readonly string[]): PullQuoteRanges {
  const [first = '', second = ''] = paragraphs
  const from = /^.\s*/su.exec(first)?.[0].length ?? 0
  const end = /\s*.$/su.exec(first.slice(from))
  const dash = /^\s*[–—―-]\s*/u.exec(second)?.[0].length ?? 0
  return { quote: [from, end === null ? first.length : from + end.index], attribution: [dash, second.length] }
}
