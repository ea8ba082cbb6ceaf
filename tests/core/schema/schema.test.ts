import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  body,
  bold,
  br,
  doc,
  headline,
  italic,
  keyPoints,
  kp,
  leadIn,
  li,
  link,
  p,
  standfirst,
} from '../../support/builders.ts'
import { documents } from '../../support/small-documents.ts'

const good = doc(headline('A'), standfirst('B'), keyPoints(kp('C')), body(p('D')))

/** Whether a JSON document passes the schema. */
function passes(json: unknown): boolean {
  try {
    Node.fromJSON(schema, json).check()
    return true
  } catch {
    return false
  }
}

const goodFields: readonly unknown[] = good.toJSON().content

/** A document of these fields. */
const docOf = (...content: unknown[]) => ({ type: 'doc', content })

/** The good document with another field in place of the one with this number. */
const withField = (number: number, field: unknown) =>
  docOf(...goodFields.map((old, index) => (index === number ? field : old)))

const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
})
const paragraph = { type: 'paragraph' }

describe('[D1] the four fields', () => {
  it('are all there, in their order, and the shortest document has nothing in them', () => {
    expect(passes(good.toJSON())).toBe(true)
    const empty = schema.topNodeType.createAndFill()
    expect(empty?.toString()).toBe('doc(headline, standfirst, keyPoints, body(paragraph))')
  })

  it.each<[string, unknown]>([
    ['a field is missing', docOf(...goodFields.slice(1))],
    ['a field is there twice', docOf({ type: 'headline' }, ...goodFields)],
    ['fields change places', docOf(...goodFields.toReversed())],
    ['something follows them', docOf(...goodFields, paragraph)],
    ['the body is empty', withField(3, { type: 'body' })],
    ['a paragraph is in the headline', withField(0, { type: 'headline', content: [paragraph] })],
    ['the headline has two lines', withField(0, { type: 'headline', content: [{ type: 'hardBreak' }] })],
    ['the headline is bold', withField(0, { type: 'headline', content: [text('x', { type: 'bold' })] })],
    ['a paragraph is among the key points', withField(2, { type: 'keyPoints', content: [paragraph] })],
    ['text stands alone in the body', withField(3, { type: 'body', content: [text('x')] })],
    ['a key point is in the body', withField(3, { type: 'body', content: [{ type: 'keyPoint' }] })],
    ['a text is empty', withField(0, { type: 'headline', content: [text('')] })],
  ])('do not pass when %s', (_, json) => {
    expect(passes(json)).toBe(false)
  })
})

describe('[D2] blocks and marks', () => {
  const inBody = (...content: unknown[]) => withField(3, { type: 'body', content })
  const line = (type: string, ...content: unknown[]) => ({ type, content })

  it.each<[string, unknown]>([
    ['a heading of level 3', inBody({ type: 'sectionHeading', attrs: { level: 3 } })],
    ['a heading of level "1"', inBody({ type: 'sectionHeading', attrs: { level: '1' } })],
    ['a bold heading', inBody(line('sectionHeading', text('x', { type: 'bold' })))],
    ['a list without items', inBody({ type: 'bulletList' })],
    ['a list of paragraphs', inBody(line('bulletList', paragraph))],
    [
      'a list that starts at -1',
      inBody({ type: 'orderedList', attrs: { start: -1 }, content: [li(p()).toJSON()] }),
    ],
    [
      'a list that starts at 1.5',
      inBody({ type: 'orderedList', attrs: { start: 1.5 }, content: [li(p()).toJSON()] }),
    ],
    ['a heading in a list', inBody(line('bulletList', line('listItem', { type: 'sectionHeading' })))],
    ['a pull quote without an attribution', inBody(line('pullQuote', { type: 'quoteText' }))],
    ['a quotation in a quotation', inBody(line('blockQuotation', line('blockQuotation', paragraph)))],
    ['a link without an address', inBody(line('paragraph', text('x', { type: 'link' })))],
    [
      'a link to a script',
      inBody(line('paragraph', text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))),
    ],
    [
      'a link to a script in disguise',
      inBody(line('paragraph', text('x', { type: 'link', attrs: { href: 'java\nscript:alert(1)' } }))),
    ],
    ['a relative link', inBody(line('paragraph', text('x', { type: 'link', attrs: { href: 'page.html' } })))],
    [
      'a link to a file',
      inBody(line('paragraph', text('x', { type: 'link', attrs: { href: 'file:///etc/passwd' } }))),
    ],
    [
      'a lead-in that is bold too',
      inBody(line('paragraph', text('x', { type: 'leadIn' }, { type: 'bold' }))),
    ],
    ['one mark twice', inBody(line('paragraph', text('x', { type: 'bold' }, { type: 'bold' })))],
    ['an unknown mark', inBody(line('paragraph', text('x', { type: 'blink' })))],
    ['an unknown block', inBody({ type: 'iframe' })],
  ])('do not pass: %s', (_, json) => {
    expect(passes(json)).toBe(false)
  })

  it('pass in every form that the schema can say', () => {
    fc.assert(
      fc.property(documents(), made => {
        expect(passes(made.toJSON())).toBe(true)
        expect(Node.fromJSON(schema, made.toJSON()).eq(made)).toBe(true)
      }),
    )
    const line = p(
      leadIn('Why it matters:'),
      ' ',
      bold('a'),
      italic('b'),
      br(),
      link('https://example.org/', 'c'),
    )
    expect(passes(doc(body(line)).toJSON())).toBe(true)
  })
})
