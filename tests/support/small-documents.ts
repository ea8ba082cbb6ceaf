import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { schema } from '../../src/core/schema/schema.ts'
import { br, divider, doc, headline, kp, standfirst } from './builders.ts'

/** A text node's text: words of several scripts, signs that formats must escape, and single spaces. */
const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('talks', 'don’t', '2.5', 'Zoë', 'well-known', 'مرحبا', '東京', 'naïve'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('#', '*', '_', '<b>', '&amp;', '1.', '-', '|', '`', '[x](y)', '\\', '🙂'),
      },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(words => words.join(' '))

const marksOf = (names: readonly string[]) =>
  fc
    .subarray([...names], { maxLength: 2 })
    .map(chosen =>
      chosen
        .map(name => schema.mark(name, name === 'link' ? { href: 'https://example.org/a?b=1' } : null))
        .reduce((set, mark) => mark.addToSet(set), schema.text('x').marks),
    )

const textNode = (text: fc.Arbitrary<string>, marks: readonly string[]) =>
  fc.tuple(text, marksOf(marks)).map(([words, set]) => schema.text(words, set))

/**
 * Small valid documents of every node and mark of the schema, over texts that a test can tell apart.
 * @param text gives the text nodes' texts, never empty
 */
export function documents(text: fc.Arbitrary<string> = anyText): fc.Arbitrary<Node> {
  const plain = (marks: readonly string[]) => fc.array(textNode(text, marks), { maxLength: 2 })
  const all = ['bold', 'italic', 'link', 'leadIn', 'superscript', 'subscript']
  const rich = fc.array(
    fc.oneof({ weight: 8, arbitrary: textNode(text, all) }, { weight: 1, arbitrary: fc.constant(br()) }),
    {
      maxLength: 4,
    },
  )
  const paragraph = rich.map(content => schema.node('paragraph', null, content))
  const heading = fc
    .tuple(fc.constantFrom(1, 2), plain(['italic', 'link', 'superscript', 'subscript']))
    .map(([level, content]) => schema.node('sectionHeading', { level }, content))
  const quote = fc
    .tuple(rich, plain(['italic', 'link']))
    .map(([words, by]) =>
      schema.node('pullQuote', null, [
        schema.node('quoteText', null, words),
        schema.node('quoteAttribution', null, by),
      ]),
    )
  const { list } = fc.letrec<{ list: Node; item: Node }>(tie => ({
    list: fc
      .tuple(fc.nat(3), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, items]) =>
        start === 0 ? schema.node('bulletList', null, items) : schema.node('orderedList', { start }, items),
      ),
    item: fc
      .tuple(paragraph, fc.array(fc.oneof({ maxDepth: 2 }, paragraph, tie('list')), { maxLength: 1 }))
      .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
  }))
  const quotation = fc
    .array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 2 })
    .map(content => schema.node('blockQuotation', null, content))
  const block = fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: quote },
    { weight: 1, arbitrary: list },
    { weight: 1, arbitrary: quotation },
    { weight: 1, arbitrary: fc.constant(divider()) },
  )
  return fc
    .tuple(
      plain(['italic', 'superscript', 'subscript']),
      rich,
      fc.array(rich, { maxLength: 4 }),
      fc.array(block, { minLength: 1, maxLength: 8 }),
    )
    .map(([title, summary, points, blocks]) =>
      doc(
        headline(...title),
        standfirst(...summary),
        schema.node(
          'keyPoints',
          null,
          points.map(point => kp(...point)),
        ),
        schema.node('body', null, blocks),
      ),
    )
}
