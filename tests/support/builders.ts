import type { Mark, Node } from 'prosemirror-model'
import type { Author } from '../../src/core/briefing/author.ts'
import type { Briefing, BriefingId } from '../../src/core/briefing/briefing.ts'
import { type Details, emptyDetails } from '../../src/core/briefing/details.ts'
import { noRecords } from '../../src/core/briefing/records.ts'
import type { Hash } from '../../src/core/canonical.ts'
import { schema } from '../../src/core/schema/schema.ts'

/**
 * Documents for tests, in the manner of prosemirror-test-builder:
 *
 *     doc(headline('Talks'), standfirst(), keyPoints(kp('one')), body(p('a', bold('b'))))
 *
 * `doc` checks what it made against the schema.
 */
export type Inline = string | Node | readonly Node[]

/** The text nodes and leaves of some inline content. */
function inline(content: readonly Inline[]): Node[] {
  return content.flatMap(item => {
    if (typeof item !== 'string') return item as Node | Node[]
    return item === '' ? [] : [schema.text(item)]
  })
}

const textBlock =
  (name: string, attributes?: Record<string, unknown>) =>
  (...content: Inline[]): Node =>
    schema.node(name, attributes, inline(content))

const container =
  (name: string, attributes?: Record<string, unknown>) =>
  (...content: Node[]): Node =>
    schema.node(name, attributes, content)

const marked =
  (mark: Mark) =>
  (...content: Inline[]): Node[] =>
    inline(content).map(node => node.mark(mark.addToSet(node.marks)))

export const headline = textBlock('headline')
export const standfirst = textBlock('standfirst')
export const keyPoints = container('keyPoints')
export const kp = textBlock('keyPoint')
export const body = container('body')
export const p = textBlock('paragraph')
export const section = textBlock('sectionHeading', { level: 1 })
export const subsection = textBlock('sectionHeading', { level: 2 })
export const bullets = container('bulletList')
export const li = container('listItem')
export const quotation = container('blockQuotation')
export const divider = (): Node => schema.node('divider')
export const br = (): Node => schema.node('hardBreak')

export function numbers(start: number, ...items: Node[]): Node {
  return schema.node('orderedList', { start }, items)
}

/** A pull quote from its words and who said them. */
export function pullQuote(quote: Inline, attribution: Inline = ''): Node {
  return schema.node('pullQuote', null, [
    schema.node('quoteText', null, inline([quote])),
    schema.node('quoteAttribution', null, inline([attribution])),
  ])
}

export const bold = marked(schema.mark('bold'))
export const italic = marked(schema.mark('italic'))
export const leadIn = marked(schema.mark('leadIn'))
export const link = (href: string, ...content: Inline[]): Node[] =>
  marked(schema.mark('link', { href }))(...content)

/** A whole document. Fields may be left out: they are empty, and an empty body has one paragraph. */
export function doc(...fields: Node[]): Node {
  const field = (name: string, empty: () => Node) => fields.find(node => node.type.name === name) ?? empty()
  const made = schema.node('doc', null, [
    field('headline', headline),
    field('standfirst', standfirst),
    field('keyPoints', keyPoints),
    field('body', () => body(p())),
  ])
  made.check()
  return made
}

/** Where a text starts in a document, as a position. @throws when it is not there */
export function posOf(within: Node, text: string): number {
  let found = -1
  within.descendants((node, pos) => {
    if (found < 0 && node.isTextblock) {
      const at = node.textBetween(0, node.content.size, '\n', '\n').indexOf(text)
      if (at >= 0) found = pos + 1 + at
    }
    return found < 0
  })
  if (found < 0) throw new Error(`"${text}" is not in the document`)
  return found
}

/** A UUID that a test can tell: the number in its last digits. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

export const ada: Author = { id: uuid(0xada), name: 'Ada Okafor', initials: 'AO', colour: 'blue' }
export const ben: Author = { id: uuid(0xbe), name: 'Ben Lindqvist', initials: 'BL', colour: 'vermilion' }

/** A moment in the tests' own time: `minutes` after 09:00 on 18 March 2026, UTC. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 2, 18, 9, minutes)).toISOString()
}

/** A briefing that no log made, for code that only looks at one. */
export function briefingOf(content: Node, details: Partial<Details> = {}): Briefing {
  return {
    id: uuid(1) as BriefingId,
    doc: content,
    details: { ...emptyDetails, ...details },
    detailCounters: {},
    records: noRecords,
    authors: new Map([[ada.id, ada]]),
    head: '0'.repeat(64) as Hash,
  }
}
