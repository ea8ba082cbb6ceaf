import { describe, expect, test } from 'vitest'
import { type OutlineEntry, outline } from '../../../src/core/briefing/outline.ts'
import {
  entryAt,
  gapsFor,
  gapTowards,
  isMovable,
  positionAfterMove,
} from '../../../src/renderer/features/desk/outline-moves.ts'
import { body, doc, headline, p, posOf, pullQuote, section, subsection } from '../../support/builders.ts'

const briefing = doc(
  headline('Harbour plan'),
  body(
    p('Lede'),
    section('Costs'),
    p('Who pays'),
    subsection('Small ports'),
    pullQuote('We are done', 'Mayor'),
    section('Risks'),
    p('Storms'),
    section('Next'),
    p('June'),
  ),
)
const entries = outline(briefing)

function movable(label: string) {
  const entry = entries.find(each => each.label === label)
  if (!isMovable(entry)) throw new Error(`${label} is not movable`)
  return entry
}
const names = (gaps: { before: number }[]) => gaps.map(({ before }) => entries[before]?.label ?? 'the end')

describe('[D3] moving parts of the outline', () => {
  test('only sections and subsections are movable', () => {
    expect(entries.filter(isMovable).map(({ label }: OutlineEntry) => label)).toEqual([
      'Costs',
      'Small ports',
      'Risks',
      'Next',
    ])
  })

  test('a section goes between sections, never between a section and its subsections', () => {
    expect(names(gapsFor(entries, movable('Next')))).toEqual(['Costs', 'Risks'])
    expect(names(gapsFor(entries, movable('Costs')))).toEqual(['Next', 'the end'])
  })

  test('a subsection goes before any section and to the end', () => {
    expect(names(gapsFor(entries, movable('Small ports')))).toEqual(['Costs', 'Next', 'the end'])
  })

  test('the nearest place up and down, and none beyond the ends', () => {
    expect(gapTowards(entries, movable('Risks'), 'up')?.position).toBe(movable('Costs').from)
    expect(gapTowards(entries, movable('Risks'), 'down')?.position).toBe(movable('Next').to)
    expect(gapTowards(entries, movable('Costs'), 'up')).toBeNull()
    expect(gapTowards(entries, movable('Next'), 'down')).toBeNull()
  })

  test('a moved part is found again where it went', () => {
    const costs = movable('Costs')
    const down = gapTowards(entries, costs, 'down')
    if (down === null) throw new Error('no gap')
    expect(positionAfterMove(costs, down)).toBe(costs.from + (movable('Risks').to - movable('Risks').from))
    const risks = movable('Risks')
    const up = gapTowards(entries, risks, 'up')
    if (up === null) throw new Error('no gap')
    expect(positionAfterMove(risks, up)).toBe(costs.from)
  })
})

describe('[D3] the place of the cursor in the outline', () => {
  const labelAt = (text: string) => entries[entryAt(entries, posOf(briefing, text))]?.label

  test('is the innermost part that it is in', () => {
    expect(labelAt('Harbour')).toBe('Headline')
    expect(labelAt('Lede')).toBe('Lede')
    expect(labelAt('Who pays')).toBe('Costs')
    expect(labelAt('Small ports')).toBe('Small ports')
    expect(labelAt('done')).toBe('We are done')
    expect(labelAt('June')).toBe('Next')
  })
})
