import { expect, test } from 'vitest'
import { deskFileName, isBriefingName, isPlainName, newMachine } from '../../../src/main/desk-folder/names.ts'

test('[H5] a name leaves room for what sync engines add, and keeps the machine', () => {
  const name = deskFileName('🚢'.repeat(300), 'k7m2qd', 12)
  expect(name).toMatch(/ 12 – k7m2qd\.briefing$/)
  expect(Buffer.byteLength(`.syncthing.${name}.sync-conflict-20261122-101010-ABCDEFG.tmp`)).toBeLessThan(255)
  expect(deskFileName('a/b.briefing', 'k7m2qd')).toBe('a-b – k7m2qd.briefing')
})

test('[H5] machines get names that are not mixed up', () => {
  const names = new Set(Array.from({ length: 1000 }, newMachine))
  expect(names.size).toBe(1000)
  for (const name of names) expect(name).toMatch(/^[a-z2-9]{6}$/)
})

test('[H5] hidden and half-written files are no briefings', () => {
  expect(['A.briefing', 'B.BRIEFING', 'A (conflicted copy).briefing'].every(isBriefingName)).toBe(true)
  expect(['.A.briefing', '~A.briefing', 'A.briefing.tmp', 'A.txt', '.briefing'].some(isBriefingName)).toBe(
    false,
  )
})

test('[E1] a plain name stays in its folder', () => {
  expect(['A.briefing', 'A – b.briefing'].every(isPlainName)).toBe(true)
  expect(['a/b', '..\\b', 'c:b', 'a\0b', '/a'].some(isPlainName)).toBe(false)
})
