import { describe, expect, it } from 'vitest'
import { type Details, emptyDetails } from '../../../src/core/briefing/details.ts'
import { exportMarkdown } from '../../../src/core/export/markdown.ts'
import { importMarkdown } from '../../../src/core/import/markdown.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  body,
  bold,
  bullets,
  divider,
  doc,
  headline,
  italic,
  keyPoints,
  kp,
  leadIn,
  li,
  link,
  numbers,
  p,
  pullQuote,
  quotation,
  section,
  standfirst,
  subsection,
} from '../../support/builders.ts'

const plain = (content: ReturnType<typeof doc>, details: Partial<Details> = {}) =>
  exportMarkdown({ doc: content, details: { ...emptyDetails, ...details } }, { frontMatter: 'none' })

const full = doc(
  headline('Ports and tides'),
  standfirst('Nine ports, one fund.'),
  keyPoints(kp('One control room.'), kp('One levy.')),
  body(
    p(leadIn('Why it matters:'), ' tides ', bold('rise'), ', ', italic('slowly'), '.'),
    section('Who pays'),
    p('See ', link('https://example.org/a', 'the annex'), '.'),
    subsection('When'),
    bullets(li(p('first')), li(p('second'), numbers(1, li(p('inner'))))),
    quotation(p('A longer passage.')),
    divider(),
    pullQuote('We get wet.', 'Marit Solheim'),
  ),
)

describe('[P1] Markdown', () => {
  it('is what a person would write', () => {
    expect(plain(full)).toBe(`# Ports and tides

Nine ports, one fund.

- One control room.
- One levy.

__Why it matters:__ tides **rise**, *slowly*.

## Who pays

See [the annex](https://example.org/a).

### When

- first
- second
  1. inner

> A longer passage.

***

> “We get wet.”
>
> — Marit Solheim
`)
  })

  it('escapes what would be read as markup', () => {
    const tricky = doc(
      body(
        p('# no heading'),
        p('1. no list'),
        p('- nor this'),
        p('*stars* _lines_ <b> [x](y) `z` a|b ~~c~~'),
      ),
    )
    expect(plain(tricky)).toBe(`\\# no heading

1\\. no list

\\- nor this

\\*stars\\* \\_lines\\_ \\<b> \\[x]\\(y) \\\`z\\\` a|b \\~\\~c\\~\\~
`)
  })

  it.each([
    [
      'a standfirst without key points',
      doc(headline('A'), standfirst('B'), body(p('C'))),
      '# A\n\n<!-- galley: standfirst -->\n\nB\n\nC\n',
    ],
    [
      'a list that opens the body',
      doc(headline('A'), body(bullets(li(p('x'))))),
      '# A\n\n<!-- galley: body -->\n\n- x\n',
    ],
    [
      'a quotation that looks like a pull quote',
      doc(body(quotation(p('“A.”'), p('— Ada Okafor')))),
      '<!-- galley: quotation -->\n\n> “A.”\n>\n> — Ada Okafor\n',
    ],
    [
      'a pull quote that looks like a quotation',
      doc(body(pullQuote('A.'))),
      '<!-- galley: pull quote -->\n\n> “A.”\n',
    ],
    [
      'a lede and a list, which would be standfirst and key points',
      doc(headline('A'), body(p('B'), bullets(li(p('x'))))),
      '# A\n\n<!-- galley: body -->\n\nB\n\n- x\n',
    ],
  ])('marks, unseen, %s', (_name, content, markdown) => {
    expect(plain(content)).toBe(markdown)
  })

  it('tells marks apart that stand close together', () => {
    const close = doc(
      keyPoints(kp(leadIn('a'), italic(schema.text('*', [schema.mark('superscript')])), bold('b'))),
    )
    expect(importMarkdown(plain(close)).doc.toJSON()).toEqual(close.toJSON())
    const opening = doc(keyPoints(kp(bold('a'), italic('b'), bold('c')), kp(italic(bold('a')), bold('b'))))
    expect(importMarkdown(plain(opening)).doc.toJSON()).toEqual(opening.toJSON())
  })

  it('parts a paragraph by a blank line from a list that could not follow it directly', () => {
    const fifth = doc(body(bullets(li(p('x'), numbers(5, li(p('y')))))))
    expect(plain(fifth)).toBe('- x\n\n  5. y\n')
    const nested = doc(body(bullets(li(p('x'), bullets(li(p(), numbers(0, li(p('y')))))))))
    expect(plain(nested)).toBe('- x\n\n  - 0. y\n')
  })

  it('leaves out what is empty', () => {
    expect(plain(doc(keyPoints(kp()), body(p(), section(), bullets(li(p())))))).toBe('')
  })

  it('says byline and dateline in the text where there is no front matter', () => {
    const details = { byline: 'Nadia Osei', dateline: 'Rotterdam, 18 March' }
    expect(plain(doc(headline('A'), body(p('B'))), details)).toBe(
      '# A\n\n<!-- galley: byline -->\n\nBy Nadia Osei\n\n<!-- galley: dateline -->\n\nRotterdam, 18 March\n\nB\n',
    )
  })

  it.each([
    [
      'hugo',
      'title: "Ports: a plan"\ndescription: One fund.\ndate: 2026-03-18\nslug: ports\ntags:\n  - tides\nparams:\n  author: Nadia Osei\n  dateline: Rotterdam\n  lang: en-GB\n',
    ],
    [
      'jekyll',
      'layout: post\ntitle: "Ports: a plan"\ndescription: One fund.\ndate: 2026-03-18\nslug: ports\ntags:\n  - tides\nauthor: Nadia Osei\ndateline: Rotterdam\nlang: en-GB\n',
    ],
    [
      'astro',
      'title: "Ports: a plan"\ndescription: One fund.\npubDate: 2026-03-18\nslug: ports\ntags:\n  - tides\nauthor: Nadia Osei\ndateline: Rotterdam\nlang: en-GB\n',
    ],
    [
      'eleventy',
      'title: "Ports: a plan"\ndescription: One fund.\ndate: 2026-03-18\npermalink: /ports/\ntags:\n  - tides\nauthor: Nadia Osei\ndateline: Rotterdam\nlang: en-GB\n',
    ],
  ] as const)('has the front matter of %s', (frontMatter, yaml) => {
    const details: Details = {
      ...emptyDetails,
      byline: 'Nadia Osei',
      dateline: 'Rotterdam',
      date: '2026-03-18',
      slug: 'ports',
      tags: ['tides'],
    }
    const content = doc(headline('Ports: a plan'), standfirst('One fund.'), keyPoints(kp('x')), body(p('B')))
    expect(exportMarkdown({ doc: content, details }, { frontMatter })).toBe(
      `---\n${yaml}---\n\nOne fund.\n\n- x\n\nB\n`,
    )
  })
})
