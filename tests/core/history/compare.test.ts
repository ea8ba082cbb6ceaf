import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../src/core/history/compare.ts'
import { body, bold, doc, headline, keyPoints, kp, p, section, standfirst } from '../../support/builders.ts'

/** The differences as "old → new" words. */
function differences(before: ReturnType<typeof doc>, after: ReturnType<typeof doc>): string[] {
  const words = (node: typeof before, from: number, to: number) => node.textBetween(from, to, '|', ' ')
  return compareDocuments(before, after).map(
    ({ fromA, toA, fromB, toB }) => `${words(before, fromA, toA)} → ${words(after, fromB, toB)}`,
  )
}

describe('[R5] comparing two versions', () => {
  test('finds whole words that differ, in every field', () => {
    const before = doc(
      headline('A shared plan'),
      standfirst('Nine ports'),
      keyPoints(kp('over 40')),
      body(p('Text.')),
    )
    const after = doc(
      headline('A joint plan'),
      standfirst('Ten ports'),
      keyPoints(kp('nearly 40')),
      body(p('Text.')),
    )
    expect(differences(before, after)).toEqual(['shared → joint', 'Nine → Ten', 'over → nearly'])
  })

  test('keeps small changes small, however much text lies between them', () => {
    const long = Array.from({ length: 400 }, (_, at) =>
      p(`Paragraph ${at} says what the others say, and a little more.`),
    )
    const before = doc(body(p('The first word.'), ...long, p('The last word.')))
    const after = doc(body(p('The new word.'), ...long, p('The final word.')))
    expect(differences(before, after)).toEqual(['first → new', 'last → final'])
  })

  test('finds blocks that came and went', () => {
    const before = doc(body(p('One.'), p('Two.'), p('Three.')))
    const after = doc(body(p('One.'), p('Three.'), p('Four.')))
    expect(differences(before, after)).toEqual(['Two. → ', ' → Four.'])
  })

  test('finds changed formatting and blocks of another form', () => {
    const before = doc(body(p('The plan holds.'), p('Costs')))
    const after = doc(body(p('The ', bold('plan'), ' holds.'), section('Costs')))
    expect(differences(before, after)).toEqual(['plan → plan', ' → '])
  })

  test('finds nothing in a text and itself', () => {
    const same = doc(headline('A'), body(p('b')))
    expect(differences(same, same)).toEqual([])
  })
})
