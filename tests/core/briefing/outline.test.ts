import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outline } from '../../../src/core/briefing/outline.ts'
import { statistics } from '../../../src/core/briefing/statistics.ts'
import {
  body,
  br,
  bullets,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  p,
  posOf,
  pullQuote,
  section,
  standfirst,
  subsection,
} from '../../support/builders.ts'
import { documents } from '../../support/small-documents.ts'

const text = doc(
  headline('Talks resume'),
  standfirst('After a long winter.'),
  keyPoints(kp('One.'), kp('Two.')),
  body(
    p('The lede has five words.'),
    section('First'),
    p('One two three.'),
    subsection('Inner'),
    p('Four five.'),
    pullQuote('We had no choice.', 'Ida Brandt'),
    subsection('Another'),
    p('Six.'),
    section('Second'),
    bullets(li(p('Seven eight.'))),
  ),
)

const shown = (of: typeof text) => outline(of).map(({ kind, label, count }) => [kind, label, count])

describe('[D3] the outline', () => {
  it('lists fields, lede, sections, subsections and pull quotes with their words', () => {
    expect(shown(text)).toEqual([
      ['headline', 'Headline', 2],
      ['standfirst', 'Standfirst', 4],
      ['keyPoints', 'Key points', 2],
      ['lede', 'Lede', 5],
      ['section', 'First', 12],
      ['subsection', 'Inner', 8],
      ['pullQuote', 'We had no choice.', 6],
      ['subsection', 'Another', 1],
      ['section', 'Second', 2],
    ])
  })

  it('gives each entry the range that moving it moves', () => {
    const words = (index: number) => {
      const { from, to } = outline(text)[index] ?? { from: 0, to: 0 }
      return text.slice(from, to).content.textBetween(0, to - from, '|')
    }
    expect(words(3)).toBe('The lede has five words.')
    expect(words(4)).toBe('First|One two three.|Inner|Four five.|We had no choice.|Ida Brandt|Another|Six.')
    expect(words(5)).toBe('Inner|Four five.|We had no choice.|Ida Brandt')
    expect(words(6)).toBe('We had no choice.|Ida Brandt')
    expect(words(8)).toBe('Second|Seven eight.')
    expect(outline(text)[4]?.from).toBe(posOf(text, 'First') - 1)
  })

  it('has no lede where the body starts with a heading, and takes flat subsections as they are', () => {
    expect(shown(doc(body(subsection('A'), p('x'), subsection('B'), section('C')))).slice(3)).toEqual([
      ['subsection', 'A', 1],
      ['subsection', 'B', 0],
      ['section', 'C', 0],
    ])
  })

  it('shows a quote of two lines on one', () => {
    const quote = doc(body(pullQuote([p('One').child(0), br(), p('two').child(0)], '')))
    expect(outline(quote).at(-1)?.label).toBe('One two')
  })

  it('covers the body without a gap, by lede, sections and subsections outside a section', () => {
    fc.assert(
      fc.property(documents(), made => {
        let reached = made.content.size - made.child(3).nodeSize + 1
        for (const entry of outline(made)) {
          expect(entry.from).toBeLessThan(entry.to)
          if (!['lede', 'section', 'subsection'].includes(entry.kind) || entry.from < reached) continue
          expect(entry.from).toBe(reached)
          reached = entry.to
        }
        expect(reached).toBe(made.content.size - 1)
      }),
    )
  })

  it('agrees with the statistics on how much there is', () => {
    fc.assert(
      fc.property(documents(), made => {
        const entries = outline(made)
        const { sections, pullQuotes, keyPoints: points } = statistics(made)
        expect(entries.filter(({ kind }) => kind === 'section')).toHaveLength(sections)
        expect(entries.filter(({ kind }) => kind === 'pullQuote').length).toBeLessThanOrEqual(pullQuotes)
        expect(entries.find(({ kind }) => kind === 'keyPoints')?.count).toBe(points)
      }),
    )
  })
})
