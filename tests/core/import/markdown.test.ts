import { describe, expect, it } from 'vitest'
import { importMarkdown } from '../../../src/core/import/markdown.ts'
import {
  body,
  bold,
  br,
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

const read = (markdown: string) => importMarkdown(markdown)

describe('[I1] Markdown', () => {
  it('becomes a briefing: title, summary, list on top, sections, quotes', () => {
    const { doc: made, notes } = read(`# Ports *and* tides

Nine ports, one fund.

- One control room.
- __Why it matters:__ tides rise.

After **two** years, [the annex](example.org/a "title") says.\\
More.

## Who pays

1. first
2. second
   - inner

### When

> A longer passage.

---

> “We get *wet*.”
>
> — Marit Solheim
`)
    expect(made.toJSON()).toEqual(
      doc(
        headline('Ports ', italic('and'), ' tides'),
        standfirst('Nine ports, one fund.'),
        keyPoints(kp('One control room.'), kp(leadIn('Why it matters:'), ' tides rise.')),
        body(
          p(
            'After ',
            bold('two'),
            ' years, ',
            link('https://example.org/a', 'the annex'),
            ' says.',
            br(),
            'More.',
          ),
          section('Who pays'),
          numbers(1, li(p('first')), li(p('second'), bullets(li(p('inner'))))),
          subsection('When'),
          quotation(p('A longer passage.')),
          divider(),
          pullQuote(p('We get ', italic('wet'), '.').children, 'Marit Solheim'),
        ),
      ).toJSON(),
    )
    expect(notes).toEqual([])
  })

  it.each([
    [
      'a title set off by its first heading alone',
      '# A\n\nText.\n\n# B\n\n## C',
      'headline:A standfirst: paragraph:Text. section:B subsection:C',
    ],
    ['no title', 'Text.\n\n## B\n\n### C', 'headline: standfirst: paragraph:Text. section:B subsection:C'],
    [
      'a paragraph that introduces its list',
      '# A\n\nThey agreed to:\n\n- x\n- y',
      'headline:A standfirst: paragraph:They agreed to: bulletList:xy',
    ],
    [
      'a list that is not at the top',
      '# A\n\nOne.\n\nTwo.\n\n- x',
      'headline:A standfirst: paragraph:One. paragraph:Two. bulletList:x',
    ],
    ['a list with paragraphs in it', '- x\n\n  y\n- z', 'headline: standfirst: bulletList:xyz'],
  ])('keeps %s', (_name, markdown, shape) => {
    const { doc: made } = read(markdown)
    const blocks = made.child(3).children.map(block => {
      const name =
        block.type.name === 'sectionHeading'
          ? block.attrs.level === 1
            ? 'section'
            : 'subsection'
          : block.type.name
      return `${name}:${block.textContent}`
    })
    expect(
      `headline:${made.child(0).textContent} standfirst:${made.child(1).textContent} ${blocks.join(' ')}`,
    ).toBe(shape)
  })

  it.each([
    ['> “Enough.” – Ada Okafor', 'pullQuote'],
    ['> «Assez.»\n> — Hélène Aubry', 'pullQuote'],
    ['> “Enough.”', 'blockQuotation'],
    ['> Enough.\n>\n> — Ada Okafor', 'blockQuotation'],
    ['> “Enough.”\n>\n> She left – at once, and for good.', 'blockQuotation'],
  ])('tells pull quotes from quotations: %s', (markdown, type) => {
    expect(read(`# A\n\n${markdown}`).doc.child(3).firstChild?.type.name).toBe(type)
  })

  it('gives the front matter’s fields their places', () => {
    const {
      doc: made,
      details,
      notes,
    } = read(`---
title: Ports and tides
description: Nine ports, one fund.
date: 2026-03-18T09:00:00Z
authors: [Nadia Osei, Tom Brandt]
tags: ports, tides
slug: /ports-and-tides/
lang: ar
layout: post
image: a.png
---

# Ports and tides

Text.
`)
    expect(made.child(0).textContent).toBe('Ports and tides')
    expect(made.child(1).textContent).toBe('Nine ports, one fund.')
    expect(made.child(3).childCount).toBe(1)
    expect(details).toEqual({
      byline: 'Nadia Osei, Tom Brandt',
      dateline: '',
      date: '2026-03-18',
      language: 'ar',
      direction: 'rtl',
      slug: 'ports-and-tides',
      tags: ['ports', 'tides'],
    })
    expect(notes).toEqual(['The front matter’s “image” was left out.'])
  })

  it('says which fields of the front matter are not valid, and keeps what is no front matter as text', () => {
    expect(read('---\ntitle: A\nslug: No Slug!\n---\n').notes).toEqual([
      'The front matter’s slug “No Slug!” is not valid and was left out.',
    ])
    expect(read('---\nFoo\n---\nBar').doc.textContent).toBe('FooBar')
    expect(read('---\na: [\n---\nBar').doc.textContent).toContain('a: [')
  })

  it('turns what a briefing has no block for into text, loses no word and says so', () => {
    const { doc: made, notes } = read(`# Costs

| Port | Cost |
| ---- | ---- |
| Leith | 4 |

![A gate](gate.png) and ![a pump](pump.png)

<div class="x">A &amp; <b>B</b><br>C</div>

A <kbd>key</kbd>, ~~struck~~, \`code\`, [here](/relative) and a note.[^1]

\`\`\`js
let x = 1
\`\`\`

- [x] done
- # inside

<!-- a remark -->

[^1]: The note.
`)
    const text = made.textBetween(0, made.content.size, '\n', '\n')
    expect(text.split('\n').filter(line => line !== '')).toEqual([
      ...['Costs', 'Port | Cost', 'Leith | 4', 'A gate and a pump', 'A & B', 'C'],
      ...['A key, struck, code, here and a note.[1]', 'let x = 1', 'done', 'inside', 'The note.'],
    ])
    expect(notes).toEqual([
      'A table became paragraphs, one a row.',
      '2 images were left out; their descriptions stay as text.',
      'HTML tags were left out in 3 places; their text stays.',
      'Struck-out text stays, without the line through it.',
      '2 pieces of code became plain text.',
      'A link’s address is none that a briefing may hold and was left out; its words stay.',
      'A check box became a plain list item.',
      'A block inside a list or a quotation became a paragraph there.',
      'A hidden comment was left out.',
      'A footnote became a paragraph of its own.',
    ])
  })

  it('links bare addresses, and leaves alone those that are escaped', () => {
    expect(read('See https://example.org/a.').doc.child(3).firstChild?.toJSON()).toEqual(
      p('See ', link('https://example.org/a', 'https://example.org/a'), '.').toJSON(),
    )
    expect(read('See https\\://example.org/a.').doc.child(3).firstChild?.toJSON()).toEqual(
      p('See https://example.org/a.').toJSON(),
    )
  })

  it('reads nothing as an empty briefing, and CRLF as LF', () => {
    expect(read('').doc.toJSON()).toEqual(doc().toJSON())
    expect(read('# A\r\n\r\nB\r\nc\r\n').doc.textContent).toBe('AB c')
  })
})
