import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { emptyDetails } from '../../src/core/briefing/details.ts'
import { exportFragment } from '../../src/core/export/fragment.ts'
import { exportPage } from '../../src/core/export/page.ts'
import type { Publication } from '../../src/core/export/publication.ts'
import { documentFromLines, inferRoles } from '../../src/core/import/text.ts'
import { anyDocument } from '../support/documents.ts'
import { fixture } from '../support/fixtures.ts'

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

/** What html-validate's recommended rules say of a text, one line each. */
async function complaints(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(result =>
    result.messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})`),
  )
}

const imported = (path: string | URL): Publication =>
  documentFromLines(inferRoles(readFileSync(path, 'utf8')))

describe('[P1] html-validate has nothing to say', () => {
  it('of a page and a fragment of a real briefing, which has no headline', async () => {
    const briefing = imported(fixture('seed/briefing.txt'))
    expect(await complaints(exportPage(briefing))).toEqual([])
    expect(await complaints(exportFragment(briefing))).toEqual([])
  })

  it('of a page and a fragment of the sample briefing', async () => {
    const briefing = imported(new URL('../../resources/samples/harbour.txt', import.meta.url))
    expect(await complaints(exportPage(briefing))).toEqual([])
    expect(await complaints(exportFragment(briefing))).toEqual([])
  })

  it('of a page of any document with any details', async () => {
    const details = fc.record({
      byline: fc.constantFrom('', 'Nadia "N" Osei & <co>'),
      dateline: fc.constantFrom('', 'Rotterdam, 18 March'),
      date: fc.constantFrom('', '2026-03-18'),
      language: fc.constantFrom('en-GB', 'ar'),
      direction: fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'),
      slug: fc.constant(''),
      tags: fc.constantFrom<string[]>([], ['a', '<b>']),
    })
    await fc.assert(
      fc.asyncProperty(anyDocument, details, async (doc, given) => {
        expect(await complaints(exportPage({ doc, details: { ...emptyDetails, ...given } }))).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
