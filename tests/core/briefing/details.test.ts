import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorSchema, initialsOf } from '../../../src/core/briefing/author.ts'
import { titleOf } from '../../../src/core/briefing/briefing.ts'
import {
  detailSchemas,
  detailsSchema,
  directionOf,
  emptyDetails,
  slugify,
} from '../../../src/core/briefing/details.ts'
import { contentHash } from '../../../src/core/review/publication.ts'
import {
  ada,
  body,
  bold,
  br,
  briefingOf,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  pullQuote,
  section,
  standfirst,
} from '../../support/builders.ts'

describe('[D5] details', () => {
  it('that nobody gave are valid', () => {
    expect(detailsSchema.parse(emptyDetails)).toEqual(emptyDetails)
  })

  it.each([
    ['byline', '  Ada Okafor  ', 'Ada Okafor'],
    ['dateline', 'ROTTERDAM', 'ROTTERDAM'],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '', ''],
    ['language', 'pt-BR', 'pt-BR'],
    ['language', 'zh-Hant-TW', 'zh-Hant-TW'],
    ['direction', 'rtl', 'rtl'],
    ['slug', 'talks-resume-2', 'talks-resume-2'],
    ['slug', 'محادثات', 'محادثات'],
    ['slug', 'हिन्दी-समाचार', 'हिन्दी-समाचार'],
    ['tags', [' grain '], ['grain']],
  ] as const)('%s takes %j', (name, value, stored) => {
    expect(detailSchemas[name].parse(value)).toEqual(stored)
  })

  it.each([
    ['byline', 'Two\nlines'],
    ['byline', 'Two\u2028lines'],
    ['byline', 'x'.repeat(301)],
    ['date', '2026-02-30'],
    ['date', '2026-2-3'],
    ['date', 'yesterday'],
    ['date', '2026-03-18T00:00:00Z'],
    ['language', ''],
    ['language', 'english'],
    ['language', 'en_GB'],
    ['direction', 'up'],
    ['slug', 'Talks'],
    ['slug', 'talks--resume'],
    ['slug', '-talks'],
    ['slug', 'talks resume'],
    ['slug', 'talks/resume'],
    ['tags', ['']],
    ['tags', Array.from({ length: 51 }, (_, index) => `t${index}`)],
  ] as const)('%s refuses %j with a reason', (name, value) => {
    const parsed = detailSchemas[name].safeParse(value)
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues[0]?.message).not.toBe('')
  })

  it.each([
    ['en-GB', 'ltr'],
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['AZ-Arab', 'rtl'],
    ['ks-Latn', 'ltr'],
    ['he', 'rtl'],
    ['hr', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})

describe('[D5] a slug', () => {
  it.each([
    ['Talks resume: “now or never”', 'talks-resume-now-or-never'],
    ['Zoë’s café — don’t ask', 'zoes-cafe-dont-ask'],
    ['Ærø & Straße', 'ærø-straße'],
    ['مرحبا بالعالم', 'مرحبا-بالعالم'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['한국어', '한국어'],
    ['ガザ', 'ガザ'],
    ['…', ''],
    ['', ''],
  ])('of %j is %j', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  it('ends with a word, within 80 characters', () => {
    const slug = slugify(Array.from({ length: 40 }, () => 'word').join(' '))
    expect(slug).toHaveLength(79)
    expect(slug.endsWith('-word')).toBe(true)
    expect(slugify('x'.repeat(200))).toHaveLength(80)
  })

  it('of any title is one that the slug takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), title => {
        expect(detailSchemas.slug.safeParse(slugify(title))).toMatchObject({ success: true })
      }),
    )
  })
})

describe('a briefing’s title', () => {
  it.each([
    ['its headline', doc(headline(' Talks  resume '), body(p('x'))), 'Talks resume'],
    [
      'the first words there are',
      doc(standfirst(), body(p(), p('One  two', br(), 'three'))),
      'One two three',
    ],
    ['no more than ten of them', doc(body(p('a b c d e f g h i j k'))), 'a b c d e f g h i j…'],
    ['no more than 90 characters', doc(body(p('🙂'.repeat(100)))), `${'🙂'.repeat(90)}…`],
    ['“Untitled” without any', doc(), 'Untitled'],
  ])('is %s', (_, made, title) => {
    expect(titleOf(made)).toBe(title)
  })
})

describe('initials', () => {
  it.each([
    ['Ada Okafor', 'AO'],
    ['  ada   van den Berg ', 'AB'],
    ['Ada', 'A'],
    ['', '?'],
    ['🙂 Ada', '🙂A'],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('of any name are ones that an author can have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), name => {
        expect(authorSchema.shape.initials.safeParse(initialsOf(name)).success).toBe(true)
      }),
    )
  })
})

describe('the content hash', () => {
  const text = doc(
    headline('Talks resume'),
    keyPoints(kp('One.')),
    body(p('A ', bold('b'), '.'), section('Next'), pullQuote('No choice.', 'Ida Brandt')),
  )
  const briefing = briefingOf(text, { slug: 'talks-resume', tags: ['grain'] })

  it('never changes for the same content: approvals and export records name it', () => {
    expect(contentHash(briefing)).toBe('30470a273001b77539edc1822b8ea36be8c576506ce97e13f7ea7dee47ddad24')
    expect(contentHash(briefingOf(doc()))).toBe(
      'a7d142903644b0b0916e27d7651a9f8673ccef8c2f46051be368500bcc079c67',
    )
  })

  it('is of what is published and nothing else', () => {
    const elsewhere = {
      ...briefing,
      authors: new Map([[ada.id, { ...ada, name: 'Other' }]]),
      detailCounters: { slug: 3 },
    }
    expect(contentHash(elsewhere)).toBe(contentHash(briefing))
    expect(contentHash(briefingOf(text, { slug: 'other', tags: ['grain'] }))).not.toBe(contentHash(briefing))
    expect(contentHash({ ...briefing, doc: doc(headline('Talks resumed')) })).not.toBe(contentHash(briefing))
  })
})
