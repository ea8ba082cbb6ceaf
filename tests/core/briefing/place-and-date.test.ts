import { expect, it } from 'vitest'
import { placeAndDate } from '../../../src/core/briefing/place-and-date.ts'

it.each([
  ['Rotterdam', '2026-03-18', 'en-GB', 'Rotterdam, 18 March'],
  ['Rotterdam', '2026-03-18', 'en-US', 'Rotterdam, March 18'],
  ['Rotterdam, 17 March', '2026-03-18', 'en-GB', 'Rotterdam, 17 March'],
  ['', '2026-03-18', 'de', '18. März'],
  ['Rotterdam', '', 'en-GB', 'Rotterdam'],
  ['', '', 'en-GB', ''],
])('[D5] dateline %j and date %j in %s stand above the headline as %j', (dateline, date, language, shown) => {
  expect(placeAndDate({ dateline, date, language })).toBe(shown)
})
