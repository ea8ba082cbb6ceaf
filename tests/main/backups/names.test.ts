import { expect, test } from 'vitest'
import { backupName, backupTime, newestFirst, superfluous } from '../../../src/main/backups/names.ts'

const now = new Date(2026, 2, 18, 12, 0)
const at = (day: number, hour: number, month = 2) => backupName(new Date(2026, month, day, hour))

test('a name says its time and is read back', () => {
  const time = new Date('2026-03-18T11:14:15.016Z')
  expect(backupName(time)).toBe('2026-03-18T11-14-15.016Z.briefing')
  expect(backupTime(backupName(time))).toEqual(time)
  expect(backupTime('notes.briefing')).toBeNull()
  expect(backupTime('2026-03-18T31-14-15.016Z.briefing')).toBeNull()
})

test('only backups are listed, the newest first', () => {
  expect(newestFirst([at(1, 9), 'x.txt', at(2, 9), '.galley-0.tmp'])).toEqual([at(2, 9), at(1, 9)])
})

test('all of today stay, and of each earlier day the newest', () => {
  const today = [at(18, 8), at(18, 9), at(18, 10)]
  const yesterday = [at(17, 8), at(17, 23)]
  expect(superfluous([...today, ...yesterday], now, null)).toEqual([at(17, 8)])
})

test('after a month only the newest of all stays, and the one that the journal needs', () => {
  const old = [at(1, 8, 0), at(2, 8, 0), at(3, 8, 0)]
  expect(superfluous(old, now, null)).toEqual([at(2, 8, 0), at(1, 8, 0)])
  expect(superfluous(old, now, at(1, 8, 0))).toEqual([at(2, 8, 0)])
  expect(superfluous([...old, at(18, 9)], now, null)).toHaveLength(3)
})

test('one from the future stays: the clock may be wrong now', () => {
  const later = [at(1, 8, 11), at(1, 9, 11)]
  expect(superfluous([...later, at(18, 9)], now, null)).toEqual([])
})
