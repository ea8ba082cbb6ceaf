import { expect, test } from 'vitest'
import { dayWords, fullTime, shortTime, timeOfDay } from '../../../src/renderer/ui/when.ts'

const now = new Date(2026, 2, 18, 0, 30)
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test('L1 today is a time, the day before is Yesterday, also around midnight', () => {
  expect(shortTime(at(2026, 2, 18, 0, 4), now)).toBe('00:04')
  expect(shortTime(at(2026, 2, 17, 23, 59), now)).toBe('Yesterday')
  expect(shortTime(at(2026, 2, 16, 23, 59), now)).toBe('16 Mar')
})

test('L1 another year is named', () => {
  expect(shortTime(at(2025, 11, 31, 12, 0), now)).toBe('31 Dec 2025')
})

test('R1 a date that has not come yet is shown as what it is, and a broken one as none', () => {
  const later = at(2031, 5, 1, 10, 42)
  expect(shortTime(later, now)).toBe('1 Jun 2031')
  expect(dayWords(later, now)).toBe('1 June 2031')
  expect(fullTime(later, now)).toMatch(/2031.*\(not yet\)$/)
  for (const words of [shortTime, dayWords, fullTime]) expect(words('soon', now)).toBe('No date')
  expect(timeOfDay('soon')).toBe('No date')
})

test('R5 days are headings', () => {
  expect(dayWords(at(2026, 2, 18, 0, 4), now)).toBe('Today')
  expect(dayWords(at(2026, 2, 17, 9, 0), now)).toBe('Yesterday')
  expect(dayWords(at(2026, 2, 16, 9, 0), now)).toBe('Monday 16 March')
  expect(dayWords(at(2025, 11, 31, 9, 0), now)).toBe('31 December 2025')
})
