import { expect, test } from 'vitest'
import { answersTo } from '../../../src/core/handoff/answers.ts'
import { mergeReturns } from '../../../src/core/handoff/merge.ts'
import { ada, at, ben, body, doc, p } from '../../support/builders.ts'
import { appended, send } from '../../support/handoff.ts'
import { expectOk, startLog } from '../../support/log.ts'

const options = { author: ada, time: at(50), edits: 'edits' } as const

test('[H2] a return in which nothing was done answers its copy, once; the copy itself does not', () => {
  const { master, copy } = send(startLog(doc(body(p('Nothing to add.')))), ben)
  expect(expectOk(mergeReturns(master, [copy], options)).changes).toEqual([])
  const merged = expectOk(mergeReturns(master, [{ ...copy, isReturn: true }], options))
  expect(merged.report.returns[0]).toMatchObject({ isKnown: false, edits: [], comments: [] })
  const after = appended(master, merged.changes)
  expect(after.briefing.doc.eq(master.briefing.doc)).toBe(true)
  const sent = copy.briefing.records.handoff.copy?.copy ?? ''
  expect(answersTo(after.briefing.records.handoff, sent)).toEqual([{ reviewer: ben.id, time: at(50) }])
  const again = expectOk(mergeReturns(after, [{ ...copy, isReturn: true }], options))
  expect([again.changes, again.report.returns[0]?.isKnown]).toEqual([[], true])
})
