import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafeHref, safeHref } from '../../../src/core/schema/href.ts'

describe('[D2] the address of a link', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['  http://example.org/a?b=c#d ', 'http://example.org/a?b=c#d'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['tel:+441314960000', 'tel:+441314960000'],
    ['example.org', 'https://example.org/'],
    ['www.example.org/a', 'https://www.example.org/a'],
    ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A'],
  ])('%j is kept as %j', (address, kept) => {
    expect(safeHref(address)).toBe(kept)
  })

  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '/path',
    '#place',
    'page',
    'ftp://example.org/',
  ])('%j is refused', address => {
    expect(safeHref(address)).toBeNull()
    expect(isSafeHref(address)).toBe(false)
  })

  it('that is kept may stand in a briefing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
          fc.string(),
          fc.string().map(rest => `tel:${rest}`),
        ),
        address => {
          const kept = safeHref(address)
          if (kept !== null) expect(isSafeHref(kept)).toBe(true)
        },
      ),
    )
    expect(isSafeHref('example.org')).toBe(false)
    expect(isSafeHref(' https://example.org/')).toBe(false)
  })
})
