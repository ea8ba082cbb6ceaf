import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outline } from '../../../src/core/briefing/outline.ts'
import { statistics } from '../../../src/core/briefing/statistics.ts'
import { exportMarkdown } from '../../../src/core/export/markdown.ts'
import { exportText } from '../../../src/core/export/text.ts'
import { decodeText } from '../../../src/core/import/decode.ts'
import { importMarkdown } from '../../../src/core/import/markdown.ts'
import { documentFromLines, inferRoles } from '../../../src/core/import/text.ts'
import { fixture } from '../../support/fixtures.ts'
import { rolesOf, wordsIn, wordsOf } from '../../support/roles.ts'

const bytes = readFileSync(fixture('seed/briefing.txt'))
const decoded = decodeText(bytes, 'briefing.txt')
const text = decoded.ok ? decoded.value : ''

describe('[I1] a real briefing as it arrives', () => {
  const lines = inferRoles(text)
  const { doc, details } = documentFromLines(lines)

  it('has no headline, 3 key points, 2 paragraphs of lede, 1 section with 5 and a pull quote', () => {
    expect(rolesOf(text)).toBe('keyPoint×3 paragraph×2 section paragraph×5 pullQuote')
    expect(statistics(doc)).toMatchObject({ keyPoints: 3, sections: 1, pullQuotes: 1 })
    expect(doc.child(0).childCount).toBe(0)
    expect(outline(doc).map(entry => entry.kind)).toEqual([
      ...['headline', 'standfirst', 'keyPoints', 'lede', 'section', 'pullQuote'],
    ])
  })

  it('names who the quote is from, and keeps the quote without its marks', () => {
    const quote = doc.child(3).lastChild
    expect(quote?.child(1).textContent).toBe('Volodymyr Zelenskyy')
    expect(quote?.child(0).textContent).toMatch(/^Russia must feel .* diplomacy\.$/u)
  })

  it('is English, from left to right', () => {
    expect(details).toMatchObject({ language: 'en-GB', direction: 'ltr', byline: '', dateline: '' })
  })

  it('loses and changes no word, on the way in and on the way out', () => {
    const words = wordsIn(text)
    expect(words.length).toBeGreaterThan(300)
    expect(wordsOf(lines)).toEqual(words)
    expect(wordsIn(exportText({ doc, details }))).toEqual(words)
    expect(importMarkdown(exportMarkdown({ doc, details }, { frontMatter: 'none' })).doc.eq(doc)).toBe(true)
  })

  it('reads the same with Windows line ends, with a byte order mark, and from its own plain text export', () => {
    const windows = decodeText(new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`), 'a.txt')
    expect(windows.ok && documentFromLines(inferRoles(windows.value)).doc.eq(doc)).toBe(true)
    expect(documentFromLines(inferRoles(exportText({ doc, details }))).doc.eq(doc)).toBe(true)
  })
})
