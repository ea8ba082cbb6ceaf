import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { emptyDetails } from '../../src/core/briefing/details.ts'
import { exportFragment } from '../../src/core/export/fragment.ts'
import { exportMarkdown } from '../../src/core/export/markdown.ts'
import { exportPage } from '../../src/core/export/page.ts'
import type { Publication } from '../../src/core/export/publication.ts'
import { importMarkdown } from '../../src/core/import/markdown.ts'
import { documentFromLines, inferRoles } from '../../src/core/import/text.ts'
import { safeHref } from '../../src/core/schema/href.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { body, doc, headline, keyPoints, kp, p, pullQuote, section, standfirst } from '../support/builders.ts'
import { fixture } from '../support/fixtures.ts'

const lists = ['BRUTELOGIC-XSS-STRINGS.txt', 'RSNAKE_XSS.txt', 'XSS_Polyglots.txt', 'xss_payloads_quick.txt']
const payloads = lists.flatMap(name =>
  readFileSync(fixture(`xss/${name}`), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== ''),
)

const elements = new Set(
  'article header section div p h1 h2 h3 ul ol li hr br figure figcaption blockquote strong em sup sub a span'.split(
    ' ',
  ),
)

// A parsed document without a window of its own: what a browser would see, without its style being worked out.
const { DOMParser } = new JSDOM('').window
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')

/** Everything in a page that could run, or that Galley never writes. */
function dangers(html: string): string[] {
  const document = parse(html)
  const found: string[] = []
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName
    const inHead = element.closest('head') !== null
    const isData = tag === 'script' && element.getAttribute('type') === 'application/ld+json' && inHead
    if (tag === 'script' && !isData) found.push(element.outerHTML)
    if (!inHead && !elements.has(tag) && !['html', 'head', 'body', 'main'].includes(tag))
      found.push(`<${tag}>`)
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
        found.push(`${tag} ${name}=${value}`)
      if (name === 'href' && !/^(?:https?|mailto|tel):/.test(value)) found.push(`${tag} ${name}=${value}`)
      if (name === 'http-equiv') found.push(`${tag} ${name}=${value}`)
    }
  }
  return found
}

/** A briefing that says the payload in every field and detail. */
function saying(payload: string): Publication {
  const text = payload.replace(/\p{Cc}/gu, ' ')
  return {
    doc: doc(
      headline(text),
      standfirst(text),
      keyPoints(kp(text)),
      body(p(text), section(text), pullQuote(text, text)),
    ),
    details: { ...emptyDetails, byline: text, dateline: text, slug: text, tags: [text], language: text },
  }
}

describe('[P1, I1] no payload becomes markup', () => {
  it('has payloads to try', () => {
    expect(payloads.length).toBeGreaterThan(200)
  })

  it('as text in every field and detail of a page', () => {
    for (const payload of payloads) {
      const page = exportPage(saying(payload)).replace(/<style>[\s\S]*?<\/style>/, '')
      expect(dangers(page), payload).toEqual([])
      expect(parse(page).querySelector('h1')?.textContent?.trim(), payload).toBe(
        payload.replace(/\p{Cc}/gu, ' ').trim(),
      )
    }
  }, 120_000)

  it('as a plain text, a Markdown text, a Markdown link, and front matter', () => {
    for (const payload of payloads) {
      const quoted = JSON.stringify(payload)
      const sources: Publication[] = [
        documentFromLines(inferRoles(`${payload}\n\nThen ${payload}`)),
        importMarkdown(`${payload}\n\nText [link](<${payload.replace(/[<>]/g, '')}>) and <${payload}>`),
        importMarkdown(`---\ntitle: ${quoted}\nlang: ${quoted}\n---\n\n[a]: ${payload}\n\n[a]`),
      ]
      for (const source of sources) {
        expect(dangers(exportFragment(source)), payload).toEqual([])
        const again = importMarkdown(exportMarkdown(source, { frontMatter: 'hugo' }))
        expect(dangers(exportFragment(again)), payload).toEqual([])
      }
    }
  }, 120_000)

  it('as a link’s address', () => {
    for (const payload of payloads) {
      const href = safeHref(payload)
      if (href !== null) expect(href, payload).toMatch(/^(?:https?|mailto|tel):/)
      if (href !== payload) expect(() => schema.mark('link', { href: payload }), payload).toThrow(RangeError)
      if (href === null) continue
      const words = schema.text('words', [schema.mark('link', { href })])
      expect(dangers(exportFragment({ doc: doc(body(p(words))), details: emptyDetails })), payload).toEqual(
        [],
      )
    }
  }, 120_000)
})
