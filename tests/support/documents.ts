import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { safeHref } from '../../src/core/schema/href.ts'
import { schema } from '../../src/core/schema/schema.ts'

/**
 * Documents of every shape that the schema allows, for properties: all blocks, lists in lists and quotations,
 * all marks in all combinations, and words that look like Markdown or HTML.
 */

const plainWord = fc.constantFrom(
  ...['harbour', 'flood', 'Tuesday', 'don’t', '40', '£2.5bn', 'U.S.', 'café', 'مدينة', '都市', 'Ünal', '5%'],
  ...['—', '–', 'a-b', 'co-op', '“ports”', '«quais»', '(then)', 'north:', 'it?', 'x', 'I', '🙂'],
)
const markupWord = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '***',
    '#',
    '##',
    '-',
    '+',
    '>',
    '`',
    '```',
    '~',
    '~~',
    '~~~',
    '|',
    '\\',
    '&',
    '<',
    '=',
  ],
  ...[
    '1.',
    '2)',
    '1',
    '.',
    ')',
    '[',
    ']',
    '![',
    '](',
    '(x)',
    '[^1]',
    '[x]:',
    '---',
    '***',
    '===',
    '<b>',
    '</p>',
  ],
  ...[
    '&amp;',
    '&#35;',
    '<!--',
    '-->',
    '<?x?>',
    'https://example.org',
    'www.example.org',
    'ports@example.org',
  ],
  ...[
    '*a*',
    '__b__',
    '_c',
    'd_',
    '|--|',
    ':',
    '!',
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '—',
    '\\*',
    '$',
    '%',
    '{',
    '}',
    '^',
  ],
)
const word = fc.oneof({ weight: 3, arbitrary: plainWord }, { weight: 1, arbitrary: markupWord })
const spacing = fc.constantFrom(' ', ' ', ' ', ' ', '', '  ', '\u00a0')
const run = fc
  .array(fc.tuple(word, spacing), { minLength: 1, maxLength: 5 })
  .map(pairs => pairs.map(([text, space]) => text + space).join(''))

const address = fc
  .constantFrom(
    'https://example.org/',
    'https://example.org/a_(b)?c=1&copy=2#d',
    'https://example.org/*x*',
    'mailto:ports@example.org',
    'tel:+4420000000',
  )
  .map(text => safeHref(text) ?? '')

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom('bold', 'italic', 'superscript', 'subscript').map(name => schema.mark(name)),
  address.map(href => schema.mark('link', { href })),
)

const textNode = fc
  .tuple(
    run,
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(mark, { maxLength: 3 }) },
    ),
  )
  .map(([text, marks]) =>
    schema.text(
      text,
      marks.reduce<readonly Mark[]>((set, one) => one.addToSet(set), []),
    ),
  )

const inlineNode: fc.Arbitrary<Node> = fc.oneof(
  { weight: 8, arbitrary: textNode },
  { weight: 1, arbitrary: fc.constant(schema.node('hardBreak')) },
)

/** The blocks whose opening words a lead-in can be: a quote's first words say nothing of what it is for. */
const withLeadIn = new Set(['paragraph', 'keyPoint', 'standfirst'])

/** A block of a type with random inline content; marks and breaks that it cannot hold are left out. */
function block(name: string, attributes: Record<string, unknown> | null = null): fc.Arbitrary<Node> {
  const { type } = schema.node(name, attributes)
  const leadIn = fc.option(run, { freq: 6, nil: null })
  return fc.tuple(leadIn, fc.array(inlineNode, { maxLength: 4 })).map(([opening, nodes]) => {
    const all =
      opening === null || !withLeadIn.has(name)
        ? nodes
        : [schema.text(opening, [schema.mark('leadIn')]), ...nodes]
    const content = all
      .filter(node => node.isText || type.contentMatch.matchType(node.type) !== null)
      .map(node => node.mark(type.allowedMarks(node.marks)))
    return type.create(attributes, content)
  })
}

const paragraph = block('paragraph')

const { list } = fc.letrec<{ list: Node; item: Node }>(tie => ({
  list: fc
    .tuple(
      fc.option(fc.nat({ max: 12 }), { nil: null }),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    )
    .map(([start, items]) =>
      start === null ? schema.node('bulletList', null, items) : schema.node('orderedList', { start }, items),
    ),
  item: fc
    .tuple(
      paragraph,
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 4, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(fc.oneof(paragraph, tie('list')), { maxLength: 2 }) },
      ),
    )
    .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
}))

const pullQuote = fc
  .tuple(block('quoteText'), block('quoteAttribution'))
  .map(parts => schema.node('pullQuote', null, parts))

const quotation = fc
  .array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: list }), {
    minLength: 1,
    maxLength: 3,
  })
  .map(content => schema.node('blockQuotation', null, content))

const bodyBlock = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 1, arbitrary: block('sectionHeading', { level: 1 }) },
  { weight: 1, arbitrary: block('sectionHeading', { level: 2 }) },
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: pullQuote },
  { weight: 2, arbitrary: quotation },
  { weight: 1, arbitrary: fc.constant(schema.node('divider')) },
)

const maybeEmpty = (name: string) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(schema.node(name)) }, { weight: 2, arbitrary: block(name) })

/** Any document of the schema. */
export const anyDocument: fc.Arbitrary<Node> = fc
  .tuple(
    maybeEmpty('headline'),
    maybeEmpty('standfirst'),
    fc.array(block('keyPoint'), { maxLength: 3 }),
    fc.array(bodyBlock, { minLength: 1, maxLength: 5 }),
  )
  .map(([headline, standfirst, keyPoints, body]) => {
    const doc = schema.node('doc', null, [
      headline,
      standfirst,
      schema.node('keyPoints', null, keyPoints),
      schema.node('body', null, body),
    ])
    doc.check()
    return doc
  })
