import { describe, expect, it } from 'vitest'
import { countWordsIn, statistics } from '../../../src/core/briefing/statistics.ts'
import { templates } from '../../../src/core/briefing/templates.ts'
import {
  body,
  bold,
  br,
  divider,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  pullQuote,
  section,
  standfirst,
  subsection,
} from '../../support/builders.ts'

describe('[D7] word counts', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['Talks resume', 2],
    ["don’t can't", 2],
    ['well-known co\u2011operation', 2],
    ['2.5 £2.5bn 10,000 3–4', 5],
    ['U.S. e.g. 9.30am', 3],
    ['“Quoted,” she said — twice…', 4],
    ['a/b a@b', 4],
    ['- # * & |', 0],
    ['🙂 🇳🇱', 0],
    ['naïve cafe\u0301', 2],
    ['مرحبا بالعالم', 2],
    ['می\u200cخواهم', 1],
    ['col·lecció hy\u00adphen', 2],
    ['東京都', 3],
    ['ไทยที่', 4],
    ['한국어 단어', 2],
  ])('%j is %i', (text, words) => {
    expect(countWordsIn(text)).toBe(words)
  })

  it('take all fields, and a line break ends a word', () => {
    const text = doc(
      headline('One two'),
      standfirst('Three', br(), 'four'),
      keyPoints(kp('Five'), kp()),
      body(
        p('six', bold('teen')),
        section('Seven'),
        subsection('Eight'),
        divider(),
        pullQuote('Nine', 'Ten'),
      ),
    )
    expect(statistics(text)).toEqual({
      words: 10,
      characters: 'One twoThree\nfourFivesixteenSevenEightNineTen'.length,
      keyPoints: 2,
      sections: 1,
      pullQuotes: 1,
      readingMinutes: 1,
    })
  })

  it('count characters as people do, not as UTF-16 does', () => {
    expect(statistics(doc(headline('🙂é'))).characters).toBe(2)
  })

  it('give reading time in whole minutes, none for nothing', () => {
    const words = (count: number) => statistics(doc(body(p('word '.repeat(count))))).readingMinutes
    expect([words(0), words(1), words(238), words(476), words(20_000)]).toEqual([0, 1, 1, 2, 84])
  })
})

describe('[D4] templates', () => {
  it.each(templates.map(template => [template.name, template] as const))(
    '“%s” is valid and has no words',
    (_, template) => {
      const made = template.create()
      made.check()
      expect(statistics(made).words).toBe(0)
    },
  )

  it('of a news briefing has three key points and a section', () => {
    const made = templates.find(({ id }) => id === 'news-briefing')?.create()
    expect(made?.child(2).childCount).toBe(3)
    expect(made?.child(3).toString()).toBe('body(paragraph, sectionHeading, paragraph)')
  })
})
