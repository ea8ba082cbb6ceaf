import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { writeReturn } from '../../../src/core/handoff/return.ts'
import { makeReviewCopy, type WholeLog } from '../../../src/core/handoff/review-copy.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import { ada, at, ben, uuid } from '../../support/builders.ts'
import { acted } from '../../support/handoff.ts'
import { expectOk } from '../../support/log.ts'
import { type Galley, type Installation, install, textOf, typist } from './installation.ts'

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

const fileOf = (log: WholeLog) => writeBriefingFile({ ...log, title: 'Tides', time: at(50) })

/** Sends a briefing of this library to Ben: the copy as it came to him. */
async function sendToBen(id: string): Promise<WholeLog> {
  const session = await galley.open(id)
  const log = expectOk(await session.log())
  const { change, copy } = expectOk(
    makeReviewCopy(log, {
      copy: uuid(0xc0de),
      reviewer: ben,
      rights: 'edit',
      asks: 'Is this right?',
      sender: session.author(),
      time: at(30),
      shown: [],
    }),
  )
  expectOk(session.append(change))
  await session.close()
  return copy
}

const recognised = async (bytes: Uint8Array) => expectOk(await galley.recognise(bytes, 'tides.briefing'))

describe('[H2] a review copy in the library', () => {
  test('it stands beside its master, also after the store is lost, and neither takes the other’s place', async () => {
    const id = await galley.create('High water comes late.')
    const copy = await sendToBen(id)
    const opened = await galley.openFile.openIncoming({
      kind: 'new',
      id: logIdOf(copy.briefing),
      name: 'tides.briefing',
      log: copy,
    })
    expectOk(opened)
    const session = await galley.open(logIdOf(copy.briefing))
    typist(session).type(' Very late.')
    await session.close()
    galley.kill()
    installation.loseStore()
    galley = await installation.start()
    expectOk(await galley.sweep.compareLibrary(() => undefined))
    const cards = await galley.database.database().briefings.toArray()
    expect(cards.map(card => [card.id, card.briefing, card.isCopy])).toEqual(
      expect.arrayContaining([
        [id, id, false],
        [logIdOf(copy.briefing), id, true],
      ]),
    )
    expect(textOf(await galley.open(id))).toBe('High water comes late.')
    expect(textOf(await galley.open(logIdOf(copy.briefing)))).toBe('High water comes late. Very late.')
  })

  test('what is written in it is signed by the reviewer it was made for, unless the sender looks at it', async () => {
    const copy = await sendToBen(await galley.create('High water comes late.'))
    galley.kill()
    const other = await install()
    galley = await other.start()
    const incoming = await recognised(fileOf(copy))
    expect(incoming.kind).toBe('new')
    if (incoming.kind !== 'new') return
    expectOk(await galley.openFile.openIncoming({ ...incoming, kind: 'new' }))
    const session = await galley.open(incoming.id)
    expect(session.author()).toEqual(ben)
    await galley.settings.updateSettings({ asMyself: [incoming.id] })
    expect(session.author().id).not.toBe(ben.id)
    await session.close()
    await other.remove()
  })
})

describe('[H3] returns are recognised', () => {
  test('as one of the log that its copy left, merged once and taken back', async () => {
    const id = await galley.create('High water comes late.')
    const copy = acted(
      await sendToBen(id),
      ben,
      openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: 'By how much?' } }),
    )
    const incoming = await recognised(expectOk(writeReturn(copy, at(60))))
    expect(incoming).toMatchObject({ kind: 'return', of: id, isReturn: true })
    const plan = expectOk(await galley.merging.planMerge(id as never, [incoming.log], 'edits'))
    expect(plan.report.returns[0]?.comments.map(({ text }) => text)).toEqual(['By how much?'])
    expectOk(await galley.merging.applyMerge(plan))
    const merged = await galley.open(id)
    const { threads, handoff } = merged.state.getState().briefing.records
    expect(threads.size).toBe(1)
    await merged.close()
    expect(await galley.merging.applyMerge(plan)).toMatchObject({ ok: false, error: { code: 'refused' } })
    const again = expectOk(await galley.merging.planMerge(id as never, [incoming.log], 'edits'))
    expect(again.report.returns[0]?.isKnown).toBe(true)
    const merge = handoff.merges[0]?.id ?? ''
    expectOk(await galley.merging.takeMergeBack(id as never, merge))
    expect((await galley.open(id)).state.getState().briefing.records.threads.size).toBe(0)
  })

  test('one of a briefing that is not here is a stranger, a copy of one is new', async () => {
    const copy = await sendToBen(await galley.create('High water comes late.'))
    galley.kill()
    const other = await install()
    galley = await other.start()
    expect(await recognised(expectOk(writeReturn(copy, at(60))))).toMatchObject({ kind: 'stranger' })
    expect(await recognised(fileOf(copy))).toMatchObject({ kind: 'new' })
    await other.remove()
  })

  test('one of a copy that was passed on is one of that copy, where the master is not here', async () => {
    const copy = await sendToBen(await galley.create('High water comes late.'))
    const passing = expectOk(
      makeReviewCopy(copy, {
        copy: uuid(0xc0df),
        reviewer: ada,
        rights: 'comment',
        asks: '',
        sender: ben,
        time: at(40),
        shown: [],
      }),
    )
    galley.kill()
    const other = await install()
    galley = await other.start()
    const first = await recognised(fileOf(copy))
    if (first.kind !== 'new') throw new Error(`It was found to be ${first.kind}`)
    expectOk(await galley.openFile.openIncoming({ ...first, kind: 'new' }))
    const bens = await galley.open(first.id)
    expectOk(bens.append(passing.change))
    await bens.close()
    const back = expectOk(writeReturn(passing.copy, at(60)))
    expect(await recognised(back)).toMatchObject({ kind: 'return', of: first.id })
    await other.remove()
  })
})
