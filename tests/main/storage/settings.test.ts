import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openSettings } from '../../../src/main/settings/settings.ts'
import { openPersonalWords } from '../../../src/main/spelling/personal.ts'
import { realDisk } from '../../../src/main/storage/disk.ts'
import { watchedDisk } from '../../support/failing-disk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const at = temporaryFolder()
const first = '11111111-1111-4111-8111-111111111111'
const second = '22222222-2222-4222-8222-222222222222'
const time = () => new Date('2026-03-18T11:14:00.000Z')
const open = (id = second, disk = realDisk) => openSettings(disk, at('settings.json'), () => id, time)

test('the first start makes an author id, and every later one finds it', async () => {
  expect((await open(first)).read().author.id).toBe(first)
  expect((await open()).read().author.id).toBe(first)
})

test('keeps what was set, but never another author id', async () => {
  const settings = await open(first)
  const author = { id: second, name: 'Ada Fisher', initials: 'AF', colour: 'green' as const }
  await settings.write({ ...settings.read(), theme: 'dark', author })
  expect((await open()).read()).toMatchObject({ theme: 'dark', author: { id: first, name: 'Ada Fisher' } })
})

test('[S5] a file that is not JSON is moved aside, not overwritten', async () => {
  writeFileSync(at('settings.json'), '{"theme":"da')
  const settings = await open()
  expect(settings.read().theme).toBe('system')
  expect(settings.movedAside).toBe(at('settings.damaged-2026-03-18T11-14-00.000Z.json'))
  expect(readFileSync(settings.movedAside ?? '', 'utf8')).toBe('{"theme":"da')
})

test('one field of the wrong form costs that field alone, and a copy of the file is kept', async () => {
  await open(first)
  const stored = JSON.parse(readFileSync(at('settings.json'), 'utf8'))
  writeFileSync(at('settings.json'), JSON.stringify({ ...stored, theme: 'sepia', spelling: false }))
  const settings = await open()
  expect(settings.read()).toMatchObject({ theme: 'system', spelling: false, author: { id: first } })
  expect(readFileSync(settings.movedAside ?? '', 'utf8')).toContain('sepia')
})

test('fields of a newer version stay in the file', async () => {
  await open(first)
  const stored = JSON.parse(readFileSync(at('settings.json'), 'utf8'))
  writeFileSync(at('settings.json'), JSON.stringify({ ...stored, houseStyle: 'guardian' }))
  const settings = await open()
  await settings.write({ ...settings.read(), introduced: true })
  expect(JSON.parse(readFileSync(at('settings.json'), 'utf8'))).toMatchObject({
    houseStyle: 'guardian',
    introduced: true,
  })
  expect(settings.movedAside).toBeNull()
})

test('[F2] settings that cannot be written leave the old ones whole, in memory and on disk', async () => {
  await open(first)
  const watched = watchedDisk()
  const settings = await open(second, watched.disk)
  watched.failAt = watched.done.length + 2
  await expect(settings.write({ ...settings.read(), theme: 'dark' })).rejects.toThrow('ENOSPC')
  expect(settings.read().theme).toBe('system')
  expect((await open()).read().theme).toBe('system')
  expect(readdirSync(at())).toEqual(['settings.json'])
})

test('[D7] personal words are kept once each, in order, also when learned at the same time', async () => {
  const words = await openPersonalWords(realDisk, at('words.json'), time)
  await Promise.all([words.learn('galley'), words.learn('Ada'), words.learn('galley')])
  expect(words.all()).toEqual(['Ada', 'galley'])
  expect((await openPersonalWords(realDisk, at('words.json'), time)).all()).toEqual(['Ada', 'galley'])
})
