import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { type Change, type Origin, originHash } from '../../../src/core/history/change.ts'
import type { Result } from '../../../src/core/result.ts'
import { openBackups } from '../../../src/main/backups/backups.ts'
import { openJournals } from '../../../src/main/journal/journals.ts'
import { type Disk, realDisk } from '../../../src/main/storage/disk.ts'
import { watchedDisk } from '../../support/failing-disk.ts'
import { sampleChanges, sampleOrigin } from '../../support/log-samples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const at = temporaryFolder()
const origin = sampleOrigin()
const { id } = origin

let clock = new Date('2026-03-18T11:00:00.000Z')
/** A minute later at each call, so that no two backups share a name. */
const time = () => {
  clock = new Date(clock.getTime() + 60_000)
  return clock
}

async function open(disk: Disk = realDisk, limit?: number) {
  const backups = openBackups(disk, at('backups'), readBriefingFile, time)
  const folders = { journals: at('journal'), backups: at('backups') }
  return { backups, journals: await openJournals(disk, folders, backups, time, limit) }
}

const file = (changes: readonly Change[], from: Origin = origin) =>
  writeBriefingFile({ origin: from, changes, title: 'Ports', time: '2026-03-18T11:14:00.000Z' })
const headOf = (changes: readonly Change[]) => changes.at(-1)?.hash ?? originHash(origin)
const backupFiles = () => readdirSync(at('backups', id)).sort()

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

test('lists every journal with its length, and nothing else that lies in the folder', async () => {
  const { journals } = await open()
  for (const n of [1, 2, 3]) value(await journals.start(sampleOrigin(n).id, sampleOrigin(n)))
  writeFileSync(at('journal', `${id}.2026.aside`), 'old')
  const listed = await journals.list()
  expect(listed.map(({ briefingId }) => briefingId).sort()).toEqual([1, 2, 3].map(n => sampleOrigin(n).id))
  expect(listed.find(({ briefingId }) => briefingId === id)?.bytes).toBe(
    statSync(at('journal', `${id}.ndjson`)).size,
  )
})

test('refuses the beginning of another briefing', async () => {
  const { journals } = await open()
  expect(await journals.start(sampleOrigin(2).id, origin)).toMatchObject({
    error: { code: 'history.invalid' },
  })
  expect(readdirSync(at('journal'))).toEqual([])
})

test('[S5] a checkpoint is written, read back from the disk, and found as the newest', async () => {
  const { journals, backups } = await open()
  const changes = sampleChanges(origin, 2)
  value(await journals.start(id, origin))
  value(await journals.append(id, headOf([]), changes))
  expect(value(await journals.checkpoint(id, headOf(changes), file(changes))).bytes).toBeGreaterThan(0)
  expect(value(await backups.newest(id))).toEqual(file(changes))
})

test('[S5] a checkpoint that is broken, of another briefing or of another place is not kept', async () => {
  const { journals } = await open()
  const changes = sampleChanges(origin, 2)
  const broken = file(changes)
  broken[60] = (broken[60] ?? 0) ^ 1
  expect((await journals.checkpoint(id, headOf(changes), broken)).ok).toBe(false)
  expect((await journals.checkpoint(id, headOf([]), file(changes))).ok).toBe(false)
  expect((await journals.checkpoint(id, originHash(sampleOrigin(2)), file([], sampleOrigin(2)))).ok).toBe(
    false,
  )
  expect(backupFiles()).toEqual([])
})

test('[S5] the newest backup that can be read stands in for one that cannot', async () => {
  const { journals, backups } = await open()
  const changes = sampleChanges(origin, 2)
  value(await journals.checkpoint(id, headOf(changes.slice(0, 1)), file(changes.slice(0, 1))))
  value(await journals.checkpoint(id, headOf(changes), file(changes)))
  writeFileSync(at('backups', id, backupFiles()[1] ?? ''), 'not a briefing')
  expect(value(await backups.newest(id))).toEqual(file(changes.slice(0, 1)))
  writeFileSync(at('backups', id, backupFiles()[0] ?? ''), '')
  expect(await backups.newest(id)).toMatchObject({ error: { code: 'file.not-found' } })
})

test('[S5] a large journal goes on from its backup, and reads as one log', async () => {
  const { journals } = await open(realDisk, 2000)
  const changes = sampleChanges(origin, 30)
  value(await journals.start(id, origin))
  value(await journals.append(id, headOf([]), changes.slice(0, 20)))
  const before = value(await journals.read(id))
  const rotated = value(
    await journals.checkpoint(id, headOf(changes.slice(0, 20)), file(changes.slice(0, 20))),
  )
  expect(rotated.bytes).toBeLessThan(500)
  expect(before.bytes).toBeGreaterThan(2000)
  value(await journals.append(id, headOf(changes.slice(0, 20)), changes.slice(20)))
  expect(value(await journals.read(id))).toMatchObject({ origin, changes, damage: null })
})

test('[S5] with its own backup gone, the journal goes on from a later one', async () => {
  const { journals } = await open(realDisk, 2000)
  const changes = sampleChanges(origin, 21)
  value(await journals.start(id, origin))
  value(await journals.append(id, headOf([]), changes.slice(0, 20)))
  value(await journals.checkpoint(id, headOf(changes.slice(0, 20)), file(changes.slice(0, 20))))
  value(await journals.append(id, headOf(changes.slice(0, 20)), changes.slice(20)))
  value(await journals.checkpoint(id, headOf(changes), file(changes)))
  const [first = '', second = ''] = backupFiles()
  writeFileSync(at('backups', id, first), 'gone bad')
  expect(value(await journals.read(id)).changes).toEqual(changes)
  writeFileSync(at('backups', id, second), 'gone bad')
  expect(await journals.read(id)).toMatchObject({ error: { code: 'journal.damaged' } })
})

test('[F2] whichever operation of a checkpoint fails, the log stays readable as it was', async () => {
  const changes = sampleChanges(origin, 20)
  for (let step = 0; ; step++) {
    const watched = watchedDisk()
    const { journals } = await open(watched.disk, 2000)
    value(await journals.start(id, origin))
    value(await journals.append(id, headOf([]), changes))
    const total = watched.done.length
    watched.failAt = total + step
    await journals.checkpoint(id, headOf(changes), file(changes))
    const hasFailed = watched.done.length > total + step
    const again = await open(realDisk, 2000)
    expect(value(await again.journals.read(id)).changes).toEqual(changes)
    value(await again.journals.destroy(id))
    if (!hasFailed) break
  }
})

test('says of every briefing with a journal or backups when the newest was written', async () => {
  const { journals } = await open()
  value(await journals.start(id, origin))
  const other = sampleOrigin(2).id
  mkdirSync(at('backups', other))
  utimesSync(at('journal', `${id}.ndjson`), 1_700_000_000, 1_700_000_000)
  utimesSync(at('backups', other), 1_600_000_000, 1_600_000_000)
  expect(await journals.backedUp()).toEqual([
    { briefingId: id, newest: new Date(1_700_000_000_000).toISOString() },
    { briefingId: other, newest: new Date(1_600_000_000_000).toISOString() },
  ])
})

test('destroying a briefing removes all of it, and nothing of another', async () => {
  const { journals } = await open()
  const other = sampleOrigin(2)
  for (const each of [origin, other]) {
    value(await journals.start(each.id, each))
    value(await journals.checkpoint(each.id, originHash(each), file([], each)))
    value(await journals.replace(each.id, each, []))
  }
  value(await journals.destroy(id))
  expect(readdirSync(at('backups'))).toEqual([other.id])
  expect(readdirSync(at('journal')).every(name => name.startsWith(other.id))).toBe(true)
  expect(readFileSync(at('journal', `${other.id}.ndjson`), 'utf8')).toContain(other.id)
  expect(await journals.read(id)).toMatchObject({ error: { code: 'journal.missing' } })
  value(await journals.start(id, origin))
})
