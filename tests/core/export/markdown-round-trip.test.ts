import { fc, test } from '@fast-check/vitest'
import { Fragment, type Node } from 'prosemirror-model'
import { describe, expect } from 'vitest'
import { type Details, emptyDetails } from '../../../src/core/briefing/details.ts'
import { exportMarkdown } from '../../../src/core/export/markdown.ts'
import { publishedDocument } from '../../../src/core/export/published-blocks.ts'
import { importMarkdown } from '../../../src/core/import/markdown.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { keyPoints, kp, leadIn, doc as sample } from '../../support/builders.ts'
import { anyDocument } from '../../support/documents.ts'

/**
 * What Markdown says no less of than a briefing: its document without empty blocks and without space at
 * blocks' ends, and without a weight or a slant on white space and line breaks, which cannot be seen.
 */
function normal(doc: Node): unknown {
  return plain(publishedDocument(doc)).toJSON()
}

function plain(node: Node): Node {
  if (!node.isTextblock) return node.copy(Fragment.from(node.children.map(plain)))
  return node.copy(
    Fragment.from(
      node.children.flatMap(child => {
        const unseen = child.marks.filter(mark => !['bold', 'italic', 'leadIn'].includes(mark.type.name))
        if (child.text === undefined) return [child.mark(unseen)]
        return (child.text.match(/\s+|\S+/gu) ?? []).map(part =>
          schema.text(part, /\s/u.test(part) ? unseen : child.marks),
        )
      }),
    ),
  )
}

const details: fc.Arbitrary<Details> = fc.record({
  byline: fc.constantFrom('', 'Nadia Osei', 'Tom de Brandt and *Ada*'),
  dateline: fc.constantFrom('', 'Rotterdam, 18 March', '1. Leith'),
  date: fc.constantFrom('', '2026-03-18'),
  language: fc.constantFrom('en-GB', 'fr', 'de-AT', 'ar', 'sv', 'ja'),
  direction: fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'),
  slug: fc.constantFrom('', 'harbour-cities'),
  tags: fc.constantFrom<string[]>([], ['ports', 'climate: adaptation']),
})

describe('[P1, I1] Galley imports its own Markdown back to the same briefing', () => {
  test.prop([anyDocument, details], { numRuns: 500 })('without front matter', (doc, given) => {
    const markdown = exportMarkdown({ doc, details: given }, { frontMatter: 'none' })
    const back = importMarkdown(markdown)
    expect(normal(back.doc), markdown).toEqual(normal(doc))
    expect(back.notes, markdown).toEqual([])
  })

  test('with underscores beside an emoji in a lead-in, which do not end it', () => {
    const lead = sample(keyPoints(kp(leadIn('__b__🙂'), 'harbour'), kp(leadIn('🙂__b__'), ' x')))
    const back = importMarkdown(exportMarkdown({ doc: lead, details: emptyDetails }, { frontMatter: 'none' }))
    expect(normal(back.doc)).toEqual(normal(lead))
  })

  for (const frontMatter of ['hugo', 'jekyll', 'astro', 'eleventy'] as const) {
    test.prop([anyDocument, details], { numRuns: 100 })(
      `with the front matter of ${frontMatter}`,
      (doc, given) => {
        const markdown = exportMarkdown({ doc, details: given }, { frontMatter })
        const back = importMarkdown(markdown)
        expect(normal(back.doc), markdown).toEqual(normal(doc))
        expect(back.details, markdown).toEqual({ ...emptyDetails, ...given })
        expect(back.notes, markdown).toEqual([])
      },
    )
  }
})
