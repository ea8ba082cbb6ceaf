import { expect, test } from 'vitest'
import { shortTime } from '../../../src/renderer/features/library/updated.ts'

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
