import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogId } from '../../../src/core/briefing/log-id.ts'
import { writeReturn } from '../../../src/core/handoff/return.ts'
import { makeReviewCopy, type WholeLog } from '../../../src/core/handoff/review-copy.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import { at, ben, uuid } from '../../support/builders.ts'
import { acted } from '../../support/handoff.ts'
import { expectOk } from '../../support/log.ts'
import { unzipText, withEntries } from '../../support/zip.ts'
import { type Galley, type Installation, install, textOf } from './installation.ts'

let installation: Installation
let galley: Galley

beforeEach(async () => {
  installation = await install()
  galley = await installation.start()
})
afterEach(async () => {
  galley.kill()
  await installation.remove()
})

const words = 'High water comes late.'

async function logOf(id: LogId): Promise<WholeLog> {
  const session = await galley.open(id)
  const log = expectOk(await session.log())
  await session.close()
  return log
}

/** A return by Ben, who says something about a briefing as it is now. */
function returned(log: WholeLog): Uint8Array {
  const sending = { copy: uuid(0xc0de), reviewer: ben, rights: 'edit', asks: '', sender: ben } as const
  const { copy } = expectOk(makeReviewCopy(log, { ...sending, time: at(30), shown: [] }))
  const comment = openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: 'Source?' } })
  return expectOk(writeReturn(acted(copy, ben, comment), at(60)))
}

const read = (name: string, bytes: Uint8Array) =>
  galley.reading.readArrivals([{ name, bytes }], { onRead: () => undefined, isCancelled: () => false })

/** All that this library holds, to see that it stays as it is. */
async function held() {
  const { briefings, changes } = galley.database.database()
  return JSON.stringify([await briefings.toArray(), await changes.toArray()])
}

describe('[F1] a bad file changes nothing in the library', () => {
  test('a damaged return is refused with its entry; what can be read becomes a briefing of its own', async () => {
    const id = await galley.create(words)
    const file = returned(await logOf(id))
    const damaged = file.slice(0, file.length - 40)
    const before = await held()
    const { refused, groups, taken } = await read('return.briefing', damaged)
    expect([groups, taken]).toEqual([[], []])
    expect(refused).toMatchObject([{ failure: { code: 'briefing.truncated' }, rest: { what: 'all' } }])
    expect(await held()).toBe(before)

    const rest = refused[0]?.rest
    if (rest === undefined || rest === null) throw new Error('Nothing was found')
    const made = expectOk(await galley.openFile.openRest('return.briefing', rest))
    expect(made).not.toBe(id)
    const session = await galley.open(made)
    expect(textOf(session)).toBe(words)
    expect([...session.state.getState().briefing.records.threads.values()]).toMatchObject([
      { comments: [{ author: ben.id, text: 'Source?' }] },
    ])
    await session.close()
    expect((await logOf(id)).briefing.records.threads.size).toBe(0)
  })

  test('a return of a briefing that was destroyed here is a stranger; of one in the bin it is a return', async () => {
    const id = await galley.create(words)
    const file = returned(await logOf(id))
    expectOk(await galley.library.binBriefing(id))
    const before = await held()
    expect(await read('return.briefing', file)).toMatchObject({ groups: [{ id }], strangers: [] })
    expect(await held()).toBe(before)
    expectOk(await galley.library.destroyBriefing(id))
    const { strangers, groups } = await read('return.briefing', file)
    expect(groups).toEqual([])
    expect(strangers).toMatchObject([{ reason: { code: 'handoff.other-briefing' } }])
    expect(await galley.database.database().briefings.count()).toBe(0)
  })

  test('a return of a version that is not here is a stranger, with the reason', async () => {
    const log = await logOf(await galley.create(words))
    const further = acted(log, ben, [{ type: 'author', author: ben }])
    const before = await held()
    const { strangers } = await read('return.briefing', returned(further))
    expect(strangers).toMatchObject([{ reason: { code: 'handoff.unknown-base' } }])
    expect(await held()).toBe(before)
  })

  test('a file from a newer Galley is refused, says what to do, and offers nothing', async () => {
    const log = await logOf(await galley.create(words))
    const file = writeBriefingFile({ ...log, title: '', time: at(5) })
    const newer = withEntries(file, {
      'manifest.json': (unzipText(file)['manifest.json'] ?? '').replace('"epoch": 1', '"epoch": 2'),
    })
    const { refused } = await read('newer.briefing', newer)
    expect(refused).toMatchObject([
      { failure: { code: 'briefing.too-new', message: expect.stringContaining('update') }, rest: null },
    ])
  })
})
