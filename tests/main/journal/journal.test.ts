import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Hash, hashValue } from '../../../src/core/canonical.ts'
import { originHash } from '../../../src/core/history/change.ts'
import type { Result } from '../../../src/core/result.ts'
import { type Journal, openJournal } from '../../../src/main/journal/journal.ts'
import { type Disk, realDisk } from '../../../src/main/storage/disk.ts'
import { watchedDisk } from '../../support/failing-disk.ts'
import { sampleChanges, sampleOrigin } from '../../support/log-samples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const at = temporaryFolder()
const origin = sampleOrigin()
const start = originHash(origin)
const changes = sampleChanges(origin, 6)
const head = (n: number): Hash => changes[n - 1]?.hash ?? start

let asides = 0
const open = (disk: Disk = realDisk): Journal =>
  openJournal(disk, at('journal.ndjson'), () => at(`journal.${asides++}.aside`))

async function started(disk: Disk = realDisk): Promise<Journal> {
  const journal = open(disk)
  value(await journal.start(origin))
  return journal
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const hashesIn = async (journal: Journal) => value(await journal.read()).changes.map(({ hash }) => hash)
const upTo = (n: number) => changes.slice(0, n).map(({ hash }) => hash)

test('[S1] reads back the origin and the changes it was given, one a line', async () => {
  const journal = await started()
  await journal.append(start, changes.slice(0, 2))
  const bytes = value(await journal.append(head(2), changes.slice(2, 3)))
  const read = value(await open().read())
  expect(read).toMatchObject({ changes: changes.slice(0, 3), head: head(3), damage: null, bytes })
  expect(read.start.from).toEqual({ origin })
  expect(readFileSync(at('journal.ndjson'), 'utf8').split('\n')).toHaveLength(5)
})

test('a second start is refused and changes nothing', async () => {
  const journal = await started()
  await journal.append(start, changes)
  expect(await journal.start(origin)).toMatchObject({ ok: false, error: { code: 'journal.out-of-step' } })
  expect(await hashesIn(journal)).toEqual(upTo(6))
})

test('appends given at the same time stand in the order they were given', async () => {
  const journal = await started()
  const answers = await Promise.all(changes.map((change, index) => journal.append(head(index), [change])))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await hashesIn(journal)).toEqual(upTo(6))
})

test('changes that it ends with are not written twice', async () => {
  const journal = await started()
  await journal.append(start, changes.slice(0, 3))
  const { size } = statSync(at('journal.ndjson'))
  expect(value(await journal.append(head(1), changes.slice(1, 3)))).toBe(size)
  await journal.append(head(1), changes.slice(1, 5))
  expect(await hashesIn(open())).toEqual(upTo(5))
})

test('refuses changes that follow another change than the last, or are not what they say', async () => {
  const journal = await started()
  await journal.append(start, changes.slice(0, 3))
  expect(await journal.append(head(1), changes.slice(1, 2))).toMatchObject({
    error: { code: 'journal.out-of-step' },
  })
  expect(await journal.append(head(4), changes.slice(4, 5))).toMatchObject({
    error: { code: 'journal.out-of-step' },
  })
  const [, , , fourth] = changes
  if (fourth === undefined) throw new Error('There are six changes')
  const altered = { ...fourth, time: '2027-01-01T00:00:00.000Z' }
  expect(await journal.append(head(3), [altered])).toMatchObject({ error: { code: 'history.broken' } })
  expect(await hashesIn(journal)).toEqual(upTo(3))
})

test('a journal that is not there is missing, and an append does not make it', async () => {
  const journal = open()
  expect(await journal.read()).toMatchObject({ error: { code: 'journal.missing' } })
  expect(await journal.append(start, changes)).toMatchObject({ error: { code: 'journal.missing' } })
  expect(readdirSync(at())).toEqual([])
})

test('[S5] cut at every byte, it reads as a beginning of what was written, and can be gone on with', async () => {
  await (await started()).append(start, changes.slice(0, 3))
  const whole = readFileSync(at('journal.ndjson'))
  const firstLine = whole.indexOf(10) + 1
  for (let length = 0; length < whole.length; length += length < firstLine ? 40 : 7) {
    writeFileSync(at('journal.ndjson'), whole)
    truncateSync(at('journal.ndjson'), length)
    const read = await open().read()
    if (length < firstLine) {
      expect(read).toMatchObject({ error: { code: 'journal.damaged' } })
      continue
    }
    const { changes: left, damage } = value(read)
    const lines = whole.subarray(0, length).toString().split('\n').length - 2
    expect(left).toEqual(changes.slice(0, lines))
    expect(damage).toBe(whole[length - 1] === 10 ? null : 'The last line was cut short.')
    const journal = open()
    value(await journal.append(head(lines), changes.slice(lines, 4)))
    expect(await hashesIn(open())).toEqual(upTo(4))
  }
})

test('[S5] a flipped bit anywhere is noticed, what stands before it is read, and a copy is kept', async () => {
  await (await started()).append(start, changes.slice(0, 3))
  const whole = readFileSync(at('journal.ndjson'))
  for (let place = 0; place < whole.length; place += 3) {
    const flipped = Buffer.from(whole)
    flipped[place] = (flipped[place] ?? 0) ^ 1
    writeFileSync(at('journal.ndjson'), flipped)
    const read = await open().read()
    if (!read.ok) {
      expect(read.error.code).toBe('journal.damaged')
      continue
    }
    expect(read.value.damage, `byte ${place}`).not.toBeNull()
    expect(read.value.changes).toEqual(changes.slice(0, read.value.changes.length))
    const kept = read.value.changes.length
    expect(kept).toBe(whole.subarray(0, place).toString().split('\n').length - 2)
  }
  const flipped = Buffer.from(whole)
  flipped[whole.length - 20] = (flipped[whole.length - 20] ?? 0) ^ 1
  writeFileSync(at('journal.ndjson'), flipped)
  value(await open().append(head(2), changes.slice(2, 4)))
  expect(await hashesIn(open())).toEqual(upTo(4))
  expect(readFileSync(at(`journal.${asides - 1}.aside`))).toEqual(flipped)
})

test('[S5] a line of a newer Galley is told from damage', async () => {
  await (await started()).append(start, changes.slice(0, 1))
  const { hash: _, ...parts } = changes[1] ?? changes[0] ?? {}
  const newer = { ...parts, mood: 'hopeful' }
  const text = readFileSync(at('journal.ndjson'), 'utf8')
  writeFileSync(at('journal.ndjson'), `${text}${JSON.stringify({ ...newer, hash: hashValue(newer) })}\n`)
  expect(value(await open().read()).damage).toBe('Line 3 was written by a newer Galley.')
})

test('[S2] an append is answered after an fsync that came after its write', async () => {
  const watched = watchedDisk()
  const journal = await started(watched.disk)
  watched.done.length = 0
  await journal.append(start, changes.slice(0, 1))
  expect(watched.done).toEqual(['open', 'write', 'sync'])
})

test('[S2] appends within half a second are written at once and share an fsync', async () => {
  const watched = watchedDisk()
  const journal = await started(watched.disk)
  await journal.append(start, changes.slice(0, 1))
  watched.done.length = 0
  const began = performance.now()
  const answers = changes.slice(1).map((change, index) => journal.append(head(index + 1), [change]))
  await new Promise(done => setTimeout(done, 100))
  expect(watched.done).toEqual(['open', 'write', 'write', 'write', 'write', 'write'])
  await Promise.all(answers)
  expect(performance.now() - began).toBeGreaterThan(300)
  expect(watched.done.slice(6)).toEqual(['sync'])
})

test('[F2] a full disk is said, the journal keeps its whole lines, and goes on when there is room', async () => {
  const watched = watchedDisk()
  watched.tearing = true
  const journal = await started(watched.disk)
  await journal.append(start, changes.slice(0, 2))
  const before = readFileSync(at('journal.ndjson'))
  watched.failAt = watched.done.length + 1
  expect(await journal.append(head(2), changes.slice(2, 3))).toMatchObject({
    error: { code: 'file.disk-full' },
  })
  expect(readFileSync(at('journal.ndjson'))).toEqual(before)
  value(await journal.append(head(2), changes.slice(2)))
  expect(await hashesIn(open())).toEqual(upTo(6))
})

test('[F2] whichever operation fails, nothing answered is lost and asking again succeeds', async () => {
  const works: ((journal: Journal) => Promise<Result<unknown>>)[] = [
    journal => journal.append(head(2), changes.slice(2)),
    journal => journal.replace(origin, changes),
    journal => journal.rotate(head(2), '2026.briefing', 0),
  ]
  for (const work of works) {
    for (let step = 0; ; step++) {
      const watched = watchedDisk('EIO')
      rmSync(at('journal.ndjson'), { force: true })
      const journal = await started(watched.disk)
      value(await journal.append(start, changes.slice(0, 2)))
      const total = watched.done.length
      watched.failAt = total + step
      const answer = await work(journal)
      if (watched.done.length <= total + step) break
      expect(answer.ok).toBe(false)
      const { head: now } = value(await open().read())
      expect([head(2), head(6)]).toContain(now)
      value(await work(journal))
      expect(value(await open().read()).damage).toBeNull()
    }
  }
})

test('[S5] replacing keeps the old journal aside', async () => {
  const journal = await started()
  await journal.append(start, changes)
  const before = readFileSync(at('journal.ndjson'))
  value(await journal.replace(origin, changes.slice(0, 2)))
  expect(await hashesIn(open())).toEqual(upTo(2))
  expect(readFileSync(at(`journal.${asides - 1}.aside`))).toEqual(before)
  value(await journal.append(head(2), changes.slice(2, 3)))
  expect(await hashesIn(open())).toEqual(upTo(3))
})

test('goes on from a backup only when it is large and ends where the backup does', async () => {
  const journal = await started()
  await journal.append(start, changes.slice(0, 3))
  const { size } = statSync(at('journal.ndjson'))
  expect(value(await journal.rotate(head(3), 'b.briefing', size))).toEqual({ bytes: size, backup: null })
  expect(value(await journal.rotate(head(2), 'b.briefing', 0))).toEqual({ bytes: size, backup: null })
  const rotated = value(await journal.rotate(head(3), 'b.briefing', size - 1))
  expect(rotated.backup).toBe('b.briefing')
  expect(rotated.bytes).toBe(statSync(at('journal.ndjson')).size)
  value(await journal.append(head(3), changes.slice(3, 4)))
  expect(value(await open().read())).toMatchObject({
    start: { head: head(3), from: { backup: 'b.briefing' } },
    changes: changes.slice(3, 4),
  })
})
