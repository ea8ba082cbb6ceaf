import { expect, test } from 'vitest'
import type { BriefingId } from '../../../src/core/briefing/briefing.ts'
import type { Hash } from '../../../src/core/canonical.ts'
import { changeSchema } from '../../../src/core/history/change.ts'
import { createOrigin, openLog, replay } from '../../../src/core/history/log.ts'
import { copyReview } from '../../../src/core/review/copy-review.ts'
import {
  giveApproval,
  openThread,
  reply,
  resolveThread,
  setStatus,
} from '../../../src/core/review/operations.ts'
import { ada, at, ben, body, doc, p, posOf, uuid } from '../../support/builders.ts'
import { expectOk, extend, startLog } from '../../support/log.ts'
import { suggest, suggestionIds } from '../../support/suggesting.ts'

const content = 'c'.repeat(64) as Hash
const quote = { text: 'Text', before: '', after: '.' }
const marked = suggest(
  doc(body(p('Text.'))),
  tr => tr.insert(posOf(tr.doc, '.'), tr.doc.type.schema.text(' more')),
  ben,
)
const from = [
  { operations: openThread({ thread: uuid(1), quote, comment: { id: uuid(2), text: 'Why?' } }), author: ben },
  { operations: reply(uuid(1), { id: uuid(2), text: 'So.' }), author: ada },
  {
    operations: setStatus(startLog(doc()).briefing.records, {
      status: 'In review',
      content,
      version: uuid(3),
    }),
    author: ben,
  },
  { operations: giveApproval({ id: uuid(4), verdict: 'approved', note: 'Fine', content }), author: ben },
].reduce((log, { operations, author }) => extend(log, operations, { author }), startLog(marked))
const resolved = extend(from, resolveThread(from.briefing.records, uuid(1), true), { author: ben }).briefing

const cleo = { ...ada, id: uuid(0xc1e0), name: 'Cleo' }
const origin = createOrigin({ ...resolved, id: uuid(9) as BriefingId, time: at(9), author: cleo })
const copy = (records: boolean) =>
  expectOk(
    copyReview(
      expectOk(openLog(origin)),
      resolved,
      { author: cleo, time: at(9), newId: suggestionIds() },
      { records },
    ),
  )

test('[S4] a copy of a briefing has its threads, status and approvals, signed and dated as they were', () => {
  const { changes, briefing } = copy(true)
  for (const change of changes) expect(changeSchema.safeParse(change).success).toBe(true)
  expect(expectOk(replay(origin, changes)).records).toEqual(briefing.records)
  const [thread] = [...briefing.records.threads.values()]
  const [before] = [...resolved.records.threads.values()]
  expect(thread?.comments.map(({ author, time, text }) => [author, time, text])).toEqual(
    before?.comments.map(({ author, time, text }) => [author, time, text]),
  )
  expect([thread?.quote, thread?.resolved]).toEqual([before?.quote, before?.resolved])
  expect(briefing.records.status).toBe('In review')
  expect(briefing.records.approvals.map(({ author, note }) => [author, note])).toEqual([[ben.id, 'Fine']])
})

test('a copy without its records names those whose suggestions it holds, and nobody else', () => {
  const { briefing } = copy(false)
  expect(briefing.records.threads.size).toBe(0)
  expect([...briefing.authors.keys()].sort()).toEqual([ben.id, cleo.id].sort())
})
