import { describe, expect, it } from 'vitest'
import { emptyDetails } from '../../../src/core/briefing/details.ts'
import { exportText } from '../../../src/core/export/text.ts'
import {
  body,
  bold,
  br,
  bullets,
  divider,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  link,
  numbers,
  p,
  pullQuote,
  quotation,
  section,
  standfirst,
} from '../../support/builders.ts'

describe('[P1] the plain text', () => {
  it('parts blocks by blank lines and keeps lists, quotes and addresses legible', () => {
    const briefing = doc(
      headline('Ports and tides'),
      standfirst('Nine ports, one fund.'),
      keyPoints(kp('One control room.'), kp('One fund,', br(), 'one levy.')),
      body(
        p('After ', bold('two'), ' years.'),
        p(),
        section('Who pays'),
        p(
          link('https://example.org/a', 'The annex'),
          ' and ',
          link('https://example.org/', 'example.org'),
          '.',
        ),
        bullets(li(p('first'), numbers(3, li(p('inner')), li(p('more')))), li(p('second'))),
        quotation(p('A passage.'), p('Another.')),
        divider(),
        pullQuote('We get wet.', 'Marit Solheim'),
      ),
    )
    const details = { ...emptyDetails, byline: 'Nadia Osei', dateline: 'Rotterdam, 18 March' }
    expect(exportText({ doc: briefing, details })).toBe(`Ports and tides

By Nadia Osei

Rotterdam, 18 March

Nine ports, one fund.

- One control room.
- One fund,
  one levy.

After two years.

Who pays

The annex (https://example.org/a) and example.org.

- first
  3. inner
  4. more
- second

> A passage.
>
> Another.

* * *

“We get wet.” – Marit Solheim
`)
  })

  it('of an empty briefing is empty', () => {
    expect(exportText({ doc: doc(), details: emptyDetails })).toBe('\n')
  })
})
