import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { type Details, emptyDetails } from '../../../src/core/briefing/details.ts'
import { exportFragment } from '../../../src/core/export/fragment.ts'
import { exportPage } from '../../../src/core/export/page.ts'
import { schema } from '../../../src/core/schema/schema.ts'
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

const full = doc(
  headline('Ports & tides: ', italic('a plan')),
  standfirst('Nine ports, one fund.'),
  keyPoints(kp('One control room.'), kp(leadIn('Why it matters:'), ' tides rise.')),
  body(
    p(
      'After two years ',
      bold('of ', italic('talks')),
      ', CO',
      schema.text('2', [schema.mark('subscript')]),
      ' fell by 5',
      schema.text('th', [schema.mark('superscript')]),
      br(),
      'part.',
    ),
    p(),
    section('Who pays'),
    p('See ', link('https://example.org/?a=1&b=2', 'the annex'), '.'),
    subsection('When'),
    bullets(li(p('first')), li(p('second'), numbers(3, li(p('third')), li(p('fourth'))))),
    quotation(p('A longer passage.'), bullets(li(p('quoted')))),
    divider(),
    pullQuote('We get wet.', 'Marit Solheim'),
    pullQuote('Nobody said this.'),
  ),
)

const given: Details = {
  byline: 'Nadia Osei',
  dateline: 'Rotterdam, 18 March',
  date: '2026-03-18',
  language: 'en-GB',
  direction: 'ltr',
  slug: 'ports-and-tides',
  tags: ['ports', '</script><b>'],
}

const parse = (html: string) => new JSDOM(html).window.document
const texts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map(element => element.textContent)

describe('[P1] the fragment', () => {
  it('says what each part is', () => {
    expect(
      exportFragment({ doc: full, details: given }),
    ).toBe(`<article class="briefing" lang="en-GB" dir="ltr">
<header>
<p class="eyebrow"><span>Briefing</span> <span>Rotterdam, 18 March</span></p>
<h1 class="headline">Ports &amp; tides: <em>a plan</em></h1>
<p class="standfirst">Nine ports, one fund.</p>
<p class="byline">By Nadia Osei</p>
</header>
<section class="key-points" aria-labelledby="key-points">
<p class="key-points-label" id="key-points">Key points</p>
<ul>
<li class="key-point">One control room.</li>
<li class="key-point"><strong class="lead-in">Why it matters:</strong> tides rise.</li>
</ul>
</section>
<div class="body">
<p>After two years <strong>of <em>talks</em></strong>, CO<sub>2</sub> fell by 5<sup>th</sup><br>part.</p>
<h2 class="section-heading">Who pays</h2>
<p>See <a href="https://example.org/?a=1&amp;b=2">the annex</a>.</p>
<h3 class="subsection-heading">When</h3>
<ul>
<li>first</li>
<li>
<p>second</p>
<ol start="3">
<li>third</li>
<li>fourth</li>
</ol>
</li>
</ul>
<blockquote class="block-quotation">
<p>A longer passage.</p>
<ul>
<li>quoted</li>
</ul>
</blockquote>
<hr>
<figure class="pull-quote">
<blockquote class="quote-text"><p>“We get wet.”</p></blockquote>
<figcaption class="quote-attribution">Marit Solheim</figcaption>
</figure>
<figure class="pull-quote">
<blockquote class="quote-text"><p>“Nobody said this.”</p></blockquote>
</figure>
</div>
</article>
`)
  })

  it('leaves out what is empty, and lets the word above take a missing headline’s place', () => {
    const empty = doc(body(p(), section(), bullets(li(p(' ')), li(p('x')))))
    expect(
      exportFragment({ doc: empty, details: emptyDetails }),
    ).toBe(`<article class="briefing" lang="en-GB" dir="ltr">
<header>
<h1 class="eyebrow"><span>Briefing</span></h1>
</header>
<div class="body">
<ul>
<li>x</li>
</ul>
</div>
</article>
`)
  })

  it('keeps telephone numbers on one line', () => {
    const call = doc(body(p('Call ', link('tel:+4420000', '020-0 ', bold('00-0 0')), ' - or not.')))
    expect(exportFragment({ doc: call, details: emptyDetails })).toContain(
      '<p>Call <a href="tel:+4420000">020\u20110\u00a0<strong>00\u20110\u00a00</strong></a> - or not.</p>',
    )
  })

  it('marks a block that runs the other way, and only such a block', () => {
    const mixed = doc(body(p('English'), p('مدينة in Arabic'), p('40 %'), pullQuote('كفى', 'Marit')))
    const article = parse(exportFragment({ doc: mixed, details: emptyDetails }))
    const directions = [...article.querySelectorAll('.body [dir]')].map(element => element.outerHTML)
    expect(directions).toEqual(['<p dir="rtl">مدينة in Arabic</p>', '<p dir="rtl">“كفى”</p>'])
    const arabic = { ...emptyDetails, language: 'ar', direction: 'rtl' as const }
    const page = parse(exportPage({ doc: mixed, details: arabic }))
    expect(page.documentElement.dir).toBe('rtl')
    expect(texts(page, '.body [dir=ltr]')).toEqual(['English', 'Marit'])
    expect(texts(page, '.quote-text')).toEqual(['«كفى»'])
  })

  it.each([
    ['fr', '«\u202fAssez\u202f»', 'Points clés', 'Par Nadia Osei'],
    ['de-CH', '„Assez“', 'Das Wichtigste', 'Von Nadia Osei'],
    ['en-US', '“Assez”', 'Key points', 'By Nadia Osei'],
    ['sw', '“Assez”', 'Key points', 'By Nadia Osei'],
  ])('speaks the language of the briefing: %s', (language, quote, label, byline) => {
    const details = { ...given, language }
    const short = doc(keyPoints(kp('x')), body(pullQuote('Assez')))
    const article = parse(exportFragment({ doc: short, details }))
    expect(texts(article, '.quote-text, .key-points-label, .byline')).toEqual([byline, label, quote])
  })
})

describe('[P1] the page', () => {
  const document = parse(exportPage({ doc: full, details: given }))
  const meta = (name: string) =>
    [...document.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)].map(element =>
      element.getAttribute('content'),
    )

  it('carries language, direction, a title and its own style, and loads nothing', () => {
    expect(document.documentElement.lang).toBe('en-GB')
    expect(document.title).toBe('Ports & tides: a plan')
    expect(document.querySelectorAll('link, img, iframe, script[src], style + style')).toHaveLength(0)
    const style = document.querySelector('style')?.textContent ?? ''
    expect(style).toContain('.briefing .headline')
    expect(style).not.toMatch(/url\(|@import/)
  })

  it('tells search engines and networks what text and details hold', () => {
    expect(meta('og:type')).toEqual(['article'])
    expect(meta('og:title')).toEqual(['Ports & tides: a plan'])
    expect(meta('og:description')).toEqual(['Nine ports, one fund.'])
    expect(meta('description')).toEqual(['Nine ports, one fund.'])
    expect(meta('article:published_time')).toEqual(['2026-03-18'])
    expect(meta('article:tag')).toEqual(['ports', '</script><b>'])
    const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? ''
    expect(JSON.parse(data)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Ports & tides: a plan',
      description: 'Nine ports, one fund.',
      datePublished: '2026-03-18',
      dateline: 'Rotterdam, 18 March',
      author: { '@type': 'Person', name: 'Nadia Osei' },
      keywords: ['ports', '</script><b>'],
      inLanguage: 'en-GB',
    })
  })

  it('tells them nothing that is not given, and nothing at all where that is not wanted', () => {
    const bare = parse(exportPage({ doc: doc(body(p('Text.'))), details: emptyDetails }))
    expect(bare.querySelector('script')?.textContent).toBe(
      '{"@context":"https://schema.org","@type":"NewsArticle","inLanguage":"en-GB"}',
    )
    expect(
      bare.querySelectorAll('meta[content=""], meta[name=author], meta[property^=article]'),
    ).toHaveLength(0)
    const silent = exportPage({ doc: full, details: given }, { metadata: false })
    expect(silent).not.toMatch(/<script|og:|article:/)
  })

  it('cuts a long title at a word, and keeps the headline whole', () => {
    const words = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ')
    const long = parse(exportPage({ doc: doc(headline(words)), details: emptyDetails }))
    expect(long.title).toMatch(/^word0 .* word\d+…$/)
    expect(long.title.length).toBeLessThanOrEqual(70)
    expect(texts(long, 'h1')).toEqual([words])
  })

  it('takes the typefaces it is given', () => {
    const page = exportPage({ doc: full, details: given }, { typefaces: '@font-face { font-family: X }' })
    expect(page).toContain('@font-face { font-family: X }')
  })
})
