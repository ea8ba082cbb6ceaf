import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LogId } from '../../../src/core/briefing/log-id.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeReturn } from '../../../src/core/handoff/return.ts'
import { makeReviewCopy, type WholeLog } from '../../../src/core/handoff/review-copy.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import type { Trouble } from '../../../src/renderer/store/desk-folder/arrivals.ts'
import { at, ben, uuid } from '../../support/builders.ts'
import { acted } from '../../support/handoff.ts'
import { expectOk } from '../../support/log.ts'
import { unzipText, withEntries } from '../../support/zip.ts'
import { type Galley, type Installation, install, typist } from './installation.ts'

let installation: Installation
let galley: Galley
let shared: string
let troubles: Trouble[]

beforeEach(async () => {
  installation = await install()
  shared = join(installation.folder, 'shared')
  mkdirSync(shared)
  troubles = []
  await start()
})
afterEach(async () => {
  galley.kill()
  await installation.remove()
})

async function start(): Promise<void> {
  galley = await installation.start()
  await galley.deskFolder.followFolder()
  galley.answerFolder(shared)
  galley.follow.followKept(() => undefined)
  galley.arrivals.followArrivals(trouble => troubles.push(trouble))
}

const soon = { timeout: 4000, interval: 20 }
const use = async () => expectOk(await galley.deskFolder.chooseDeskFolder())
const inFolder = () => readdirSync(shared).toSorted()
const headOf = (name: string) =>
  expectOk(readBriefingFile(readFileSync(join(shared, name)), name)).manifest.head
const fileOf = (log: WholeLog) => writeBriefingFile({ ...log, title: 'Tides', time: at(50) })
const put = (name: string, bytes: Uint8Array) => writeFileSync(join(shared, name), bytes)
const offered = () => galley.arrivals.offersState.getState().offers.map(({ file, what }) => [file.name, what])
const untilOffered = (offers: string[][]) => vi.waitFor(() => expect(offered()).toEqual(offers), soon)
/** All that is in the folder was looked at. */
const untilLookedAt = async () => {
  const { files } = galley.deskFolder.folderState.getState()
  await vi.waitFor(
    () => expect(galley.deskFolder.folderState.getState().files).toHaveLength(inFolder().length),
    soon,
  )
  await galley.arrivals.lookAtArrivals()
  return files
}

async function logOf(id: string): Promise<WholeLog> {
  const session = await galley.open(id)
  const log = expectOk(await session.log())
  await session.close()
  return log
}

/** The log of a briefing that another library has. */
async function foreign(words: string): Promise<WholeLog> {
  const log = await logOf(await galley.create(words))
  expectOk(await galley.library.binBriefing(log.briefing.id as string as LogId))
  expectOk(await galley.library.destroyBriefing(log.briefing.id as string as LogId))
  return log
}

/** A copy for Ben of a briefing of this library, and Ben's return with a comment. */
async function sentToBen(id: string): Promise<{ copy: Uint8Array; answer: Uint8Array }> {
  const session = await galley.open(id)
  const log = expectOk(await session.log())
  const invitation = { copy: uuid(0xc0de), reviewer: ben, rights: 'edit', asks: '' } as const
  const made = expectOk(
    makeReviewCopy(log, { ...invitation, sender: session.author(), time: at(30), shown: [] }),
  )
  expectOk(session.append(made.change))
  await session.close()
  return { copy: fileOf(made.copy), answer: expectOk(writeReturn(commented(made.copy), at(40))) }
}

/** The log with a comment by Ben on top. */
function commented(log: WholeLog): WholeLog {
  const comment = { id: uuid(0x7f), text: 'Is this so?' }
  return acted(log, ben, openThread({ thread: uuid(0x7e), quote: null, comment }))
}

test('[H5] nothing is written there unasked; what is kept follows, and stops where it is not kept any more', async () => {
  const id = await galley.create('High water comes late.')
  await use()
  await galley.follow.writeKept()
  expect(inFolder()).toEqual([])
  expectOk(await galley.kept.keep(id, null))
  await galley.follow.writeKept()
  const [name = ''] = inFolder()
  const first = headOf(name)

  const session = await galley.open(id)
  typist(session).type(' Very late.')
  await session.close()
  await galley.follow.writeKept()
  const second = headOf(name)
  expect(second).not.toBe(first)

  expectOk(await galley.kept.stopKeeping(id))
  const again = await galley.open(id)
  typist(again).type(' Too late.')
  await again.close()
  await galley.follow.writeKept()
  expect(inFolder()).toEqual([name])
  expect(headOf(name)).toBe(second)
})

test('[H5] what changed while the folder was away, or before a start, is written when it is back', async () => {
  const id = await galley.create('High water comes late.')
  await use()
  expectOk(await galley.kept.keep(id, null))
  galley.kill()
  await start()
  await vi.waitFor(() => expect(inFolder()).toHaveLength(1), soon)
})

test('[H5] what is kept in one folder is not put into another', async () => {
  const id = await galley.create('High water comes late.')
  await use()
  expectOk(await galley.kept.keep(id, null))
  await galley.follow.writeKept()
  const other = join(installation.folder, 'other')
  mkdirSync(other)
  galley.answerFolder(other)
  await use()
  await galley.follow.writeKept()
  expect(readdirSync(other)).toEqual([])
})

test('[H5] a briefing that is not here is offered, and once taken in is kept there and offered no more', async () => {
  const log = await foreign('High water comes late.')
  await use()
  put('Tides.briefing', fileOf(log))
  put('Tides.sync-conflict-20261122-101010-ABCDEFG.briefing', fileOf(log))
  await untilOffered([
    ['Tides.briefing', 'briefing'],
    ['Tides.sync-conflict-20261122-101010-ABCDEFG.briefing', 'briefing'],
  ])
  const files = await galley.arrivals.readOffers(galley.arrivals.offersState.getState().offers)
  const [file] = files
  if (file === undefined) throw new Error('Nothing was read')
  const incoming = expectOk(await galley.recognise(file.bytes, file.name))
  if (incoming.kind !== 'new') throw new Error(incoming.kind)
  expectOk(await galley.openFile.openIncoming({ ...incoming, kind: 'new' }))
  await galley.arrivals.lookAtArrivals()
  expect(offered()).toEqual([])
  expect([...galley.kept.keptLogs()]).toEqual([[incoming.id, log.briefing.head]])
  // The folder has it as it is here: no second file says the same.
  await galley.follow.writeKept()
  expect(inFolder()).toHaveLength(2)
})

test('[H5] files that were looked at are not read again, also after a start', async () => {
  const log = await logOf(await galley.create('High water comes late.'))
  await use()
  for (let index = 0; index < 20; index += 1) put(`Tides ${index}.briefing`, fileOf(log))
  await vi.waitFor(() => expect(galley.deskFolder.folderState.getState().files).toHaveLength(20), soon)
  await galley.arrivals.lookAtArrivals()
  expect(galley.asked.filter(channel => channel === 'desk-folder.read')).toHaveLength(20)
  galley.kill()
  await start()
  await vi.waitFor(() => expect(galley.deskFolder.folderState.getState().files).toHaveLength(20), soon)
  put('New.briefing', fileOf(log))
  await vi.waitFor(() => expect(galley.deskFolder.folderState.getState().files).toHaveLength(21), soon)
  await galley.arrivals.lookAtArrivals()
  expect(galley.asked.filter(channel => channel === 'desk-folder.read')).toHaveLength(1)
})

test('[H5] what goes on from the copy here, or away from it, is offered; what the copy here has is not', async () => {
  const id = await galley.create('High water comes late.')
  const before = await logOf(id)
  const session = await galley.open(id)
  typist(session).type(' Very late.')
  await session.close()
  await use()
  put('Older.briefing', fileOf(before))
  await untilLookedAt()
  expect(offered()).toEqual([])
  const other = commented(before)
  put('Other.briefing', fileOf(other))
  await untilOffered([['Other.briefing', 'changes']])
  // Joined here, it brings nothing more, although its machine has not followed yet.
  expectOk(await galley.merging.applyMerge(expectOk(await galley.merging.planMerge(id, [other], 'edits'))))
  await galley.arrivals.lookAtArrivals()
  expect(offered()).toEqual([])
})

test('[H5] a damaged file is told once, and what is in the bin is left in peace until it is taken out', async () => {
  const log = await logOf(await galley.create('High water comes late.'))
  const id = log.briefing.id as string as LogId
  const changed = commented(log)
  expectOk(await galley.library.binBriefing(id))
  await use()
  put(
    'Broken.briefing',
    fileOf(log).map((byte, place) => (place === 200 ? byte ^ 0xff : byte)),
  )
  put('Binned.briefing', fileOf(changed))
  await vi.waitFor(() => expect(troubles).toHaveLength(1), soon)
  expect(troubles[0]).toMatchObject({ what: 'damaged', failure: { file: 'Broken.briefing' } })
  await untilLookedAt()
  expect(offered()).toEqual([])
  galley.kill()
  await start()
  await vi.waitFor(() => expect(galley.deskFolder.folderState.getState().files).toHaveLength(2), soon)
  await galley.arrivals.lookAtArrivals()
  expect(troubles).toHaveLength(1)
  expectOk(await galley.library.restoreBriefing(id))
  await galley.arrivals.lookAtArrivals()
  await untilOffered([['Binned.briefing', 'changes']])
})

test('[H5] a return is offered where its briefing is, until it is merged; the copy itself only elsewhere', async () => {
  const id = await galley.create('High water comes late.')
  const { copy, answer } = await sentToBen(id)
  await use()
  put('For Ben.briefing', copy)
  put('From Ben.briefing', answer)
  await untilOffered([['From Ben.briefing', 'return']])
  const incoming = expectOk(await galley.recognise(answer, 'From Ben.briefing'))
  const plan = expectOk(await galley.merging.planMerge(id, [incoming.log], 'edits'))
  expectOk(await galley.merging.applyMerge(plan))
  await galley.arrivals.lookAtArrivals()
  expect(offered()).toEqual([])
})

test('[H5] a copy that its reviewer worked in is offered as a return is, and again after the merge was undone', async () => {
  const id = await galley.create('High water comes late.')
  const { answer } = await sentToBen(id)
  const { manifest: _, ...log } = expectOk(readBriefingFile(answer, 'For Ben.briefing'))
  await use()
  put('For Ben.briefing', fileOf(log))
  await untilOffered([['For Ben.briefing', 'return']])
  const plan = expectOk(await galley.merging.planMerge(id, [log], 'edits'))
  expectOk(await galley.merging.applyMerge(plan))
  await galley.arrivals.lookAtArrivals()
  expect(offered()).toEqual([])
  const merge = plan.briefing.records.handoff.merges.at(-1)?.id ?? ''
  expectOk(await galley.merging.takeMergeBack(id, merge))
  await galley.arrivals.lookAtArrivals()
  expect(offered()).toEqual([['For Ben.briefing', 'return']])
})

test('[H5] what a newer Galley wrote is left alone, and said not to be damaged', async () => {
  const log = await logOf(await galley.create('High water comes late.'))
  const bytes = fileOf(log)
  const manifest = JSON.parse(unzipText(bytes)['manifest.json'] ?? '{}')
  await use()
  const newer = JSON.stringify({ ...manifest, formatVersion: 99 })
  put('Newer.briefing', withEntries(bytes, { 'manifest.json': newer }))
  await vi.waitFor(() => expect(troubles).toHaveLength(1), soon)
  expect(troubles[0]).toMatchObject({ what: 'too-new', failure: { file: 'Newer.briefing' } })
  await galley.arrivals.lookAtArrivals()
  expect(troubles).toHaveLength(1)
})

test('[H5] what is merged is offered no more, although its file was written again meanwhile', async () => {
  const id = await galley.create('High water comes late.')
  const { answer } = await sentToBen(id)
  await use()
  put('From Ben.briefing', answer)
  await untilOffered([['From Ben.briefing', 'return']])
  await galley.arrivals.readOffers(galley.arrivals.offersState.getState().offers)
  const incoming = expectOk(await galley.recognise(answer, 'From Ben.briefing'))
  const plan = expectOk(await galley.merging.planMerge(id, [incoming.log], 'edits'))
  expectOk(await galley.merging.applyMerge(plan))
  const session = await galley.open(id)
  put('From Ben.briefing', fileOf(incoming.log))
  await untilOffered([])
  await session.close()
})

test('[H5] a return is strange where its briefing is not, and offered once that is here', async () => {
  const id = await galley.create('High water comes late.')
  const { answer } = await sentToBen(id)
  const master = await logOf(id)
  expectOk(await galley.library.binBriefing(id))
  expectOk(await galley.library.destroyBriefing(id))
  await use()
  put('From Ben.briefing', answer)
  await untilLookedAt()
  expect(offered()).toEqual([])
  expectOk(await galley.openFile.openIncoming({ kind: 'new', id, name: 'Tides.briefing', log: master }))
  await untilOffered([['From Ben.briefing', 'return']])
})

test('[H5] “Not now” holds for what is offered, also when it changes, and not for what comes next', async () => {
  await use()
  put('One.briefing', fileOf(await foreign('High water comes late.')))
  await untilOffered([['One.briefing', 'briefing']])
  galley.arrivals.notNow()
  put('Two.briefing', fileOf(await foreign('Low water comes early.')))
  await vi.waitFor(() => expect(offered()).toHaveLength(2), soon)
  const { offers, notNow } = galley.arrivals.offersState.getState()
  expect(offers.filter(({ file }) => !notNow.has(file.name)).map(({ file }) => file.name)).toEqual([
    'Two.briefing',
  ])
})
