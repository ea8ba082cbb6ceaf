import { describe, expect, test } from 'vitest'
import { titleOf } from '../../../src/core/briefing/briefing.ts'
import { standfirstOrOpening } from '../../../src/core/briefing/opening.ts'
import { outline } from '../../../src/core/briefing/outline.ts'
import { noRecords, type Thread } from '../../../src/core/briefing/records.ts'
import { statistics } from '../../../src/core/briefing/statistics.ts'
import { exportFragment } from '../../../src/core/export/fragment.ts'
import { exportMarkdown } from '../../../src/core/export/markdown.ts'
import { exportPage } from '../../../src/core/export/page.ts'
import { publicationOf, type ReviewChoices } from '../../../src/core/export/publication.ts'
import { exportText } from '../../../src/core/export/text.ts'
import { contentHash } from '../../../src/core/review/publication.ts'
import { withAll } from '../../../src/core/review/resolve.ts'
import {
  ada,
  at,
  ben,
  body,
  briefingOf,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  posOf,
  section,
  standfirst,
  uuid,
} from '../../support/builders.ts'
import { commented, suggest } from '../../support/suggesting.ts'

const original = doc(
  headline('Nine ports agree a plan'),
  standfirst('They pool money'),
  keyPoints(kp('Forty cranes'), kp('Two years')),
  body(p('The fund starts in May. It doubles.'), section('Who pays'), p('Nobody says.'), p('Last words.')),
)

const suggested = [
  (at: typeof original) => suggest(at, tr => tr.delete(posOf(at, 'agree'), posOf(at, 'a plan'))),
  (at: typeof original) =>
    suggest(
      at,
      tr => tr.replaceWith(posOf(at, 'Forty'), posOf(at, ' cranes'), at.type.schema.text('Fifty')),
      ben,
    ),
  (at: typeof original) => suggest(at, tr => tr.split(posOf(at, 'It doubles'))),
  (at: typeof original) => suggest(at, tr => tr.delete(posOf(at, 'Who pays') - 1, posOf(at, 'Who pays') + 9)),
  (at: typeof original) => suggest(at, tr => tr.insert(posOf(at, 'Last') - 1, p('A new one.'))),
].reduce((now, edit) => edit(now), original)

const thread = (id: number, quote: string | null, words: string[], resolved = false): Thread => ({
  id: uuid(id),
  quote: quote === null ? null : { text: quote, before: '', after: '' },
  quoteCounter: 0,
  comments: words.map((text, index) => ({
    id: uuid(id * 100 + index),
    author: index % 2 === 0 ? ben.id : ada.id,
    time: at(index),
    text,
    edited: null,
    counter: 0,
  })),
  resolved: resolved ? { author: ada.id, time: at(9) } : null,
  resolvedCounter: 0,
})

const reviewed = {
  ...briefingOf(commented(commented(suggested, 'doubles', uuid(1)), 'pool', uuid(2))),
  authors: new Map([ada, ben].map(author => [author.id, author])),
  records: {
    ...noRecords,
    threads: new Map(
      [
        thread(1, 'doubles', ['From <what>?', 'From ten.']),
        thread(2, 'pool', ['Which money?'], true),
        thread(3, null, ['Good.']),
        thread(4, 'gone', ['What was here?']),
      ].map(each => [each.id, each]),
    ),
  },
}

const formats = {
  html: (of: Parameters<typeof exportPage>[0]) => exportPage(of),
  fragment: exportFragment,
  markdown: (of: Parameters<typeof exportText>[0]) => exportMarkdown(of, { frontMatter: 'hugo' }),
  text: exportText,
}
const chosen = (choices: Partial<ReviewChoices>) =>
  publicationOf(reviewed, { suggestions: 'reject', comments: 'none', ...choices })

describe('P3 what becomes of suggestions and comments', () => {
  test.each(Object.entries(formats))('unasked, %s is the approved text and nothing else', (_name, write) => {
    expect(write(reviewed)).toBe(write(briefingOf(original)))
    expect(write(chosen({}))).toBe(write(briefingOf(original)))
    expect(contentHash(reviewed)).toBe(contentHash(briefingOf(original)))
  })

  test.each(Object.entries(formats))('accepted, %s is the text as suggested', (_name, write) => {
    expect(write(chosen({ suggestions: 'accept' }))).toBe(write(briefingOf(withAll(suggested, 'accept'))))
  })

  test('shown, they stand as new and deleted words in every format', () => {
    const shown = chosen({ suggestions: 'show' })
    const html = exportFragment(shown)
    expect(html).toContain('<h1 class="headline">Nine ports <del>agree </del>a plan</h1>')
    expect(html).toContain('<del>Forty</del><ins>Fifty</ins> cranes')
    expect(html).toContain('<p><ins>¶</ins>It doubles.</p>')
    expect(html).toContain('<h2 class="section-heading"><del>Who pays</del></h2>')
    expect(html).toContain('<p><ins>A new one.</ins></p>')
    expect(html).not.toContain(ada.id)
    expect(exportMarkdown(shown, { frontMatter: 'none' })).toContain(
      '<del>Forty</del><ins>Fifty</ins> cranes',
    )
    expect(exportText(shown)).toContain('[-Forty-]{+Fifty+} cranes')
    expect(exportPage(shown)).toContain('<title>Nine ports agree a plan</title>')
  })

  test('as footnotes, comments are numbered in the order of the text, with author, quote and words', () => {
    const html = exportFragment(chosen({ comments: 'footnotes' }))
    expect(html).toContain('pool<sup class="comment-number"><a href="#comment-1">1</a></sup> money')
    expect(html).toContain('doubles<sup class="comment-number"><a href="#comment-2">2</a></sup>.')
    expect(html).toContain(
      '<li id="comment-2">\n<p>“doubles”</p>\n<p><strong>Ben Lindqvist</strong>, <time>2026-03-18</time>: From &lt;what&gt;?</p>\n<p><strong>Ada Okafor</strong>',
    )
    expect(html).toContain('(resolved)')
    expect([...html.matchAll(/<li id="comment-\d/g)]).toHaveLength(4)
    const markdown = exportMarkdown(chosen({ comments: 'footnotes' }), { frontMatter: 'none' })
    expect(markdown).toContain('doubles[^2].')
    expect(markdown).toContain('[^2]: “doubles”')
    const text = exportText(chosen({ comments: 'footnotes' }))
    expect(text).toContain('doubles[2].')
    expect(text).toContain('[2] “doubles”\n    Ben Lindqvist, 2026-03-18: From <what>?')
  })

  test('as an appendix, they are only listed', () => {
    const text = exportText(chosen({ comments: 'appendix' }))
    expect(text).toContain('It doubles.')
    expect(text).toContain('Comments\n\n[1] “pool”')
    expect(exportMarkdown(chosen({ comments: 'appendix' }), { frontMatter: 'none' })).toContain('## Comments')
  })
})

describe('R2 nothing else is confused by deleted text', () => {
  const deleted = suggest(
    suggest(original, tr => tr.delete(posOf(original, 'Nine'), posOf(original, 'ports'))),
    tr => {
      const from = posOf(tr.doc, 'Who pays')
      tr.delete(from - 1, from + 'Who pays'.length + 1)
    },
  )

  test('titles, counts, the outline and lists go by the words that stand', () => {
    expect(titleOf(deleted)).toBe('ports agree a plan')
    expect(statistics(deleted).words).toBe(statistics(original).words - 3)
    expect(statistics(deleted).sections).toBe(0)
    expect(outline(deleted).map(({ kind }) => kind)).not.toContain('section')
    const gone = suggest(original, tr => tr.delete(posOf(tr.doc, 'They'), posOf(tr.doc, 'They') + 15))
    expect(standfirstOrOpening(gone)).toBe('Forty cranes')
    const whole = suggest(original, tr => tr.delete(1, 1 + tr.doc.child(0).content.size))
    expect(titleOf(whole)).toBe('They pool money')
  })
})
