import { describe, expect, test } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { reconcile } from '../../../src/core/history/reconcile.ts'
import { nameVersion, reopenConflict, settleConflict } from '../../../src/core/review/operations.ts'
import { ada, at, ben, body, doc, p, uuid } from '../../support/builders.ts'
import { acted, cleo } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'

const id = uuid(0xc0f)
const held = acted(startLog(doc(body(p('The dike holds.')))), ada, [
  {
    type: 'conflict.add',
    conflict: id,
    author: ben.id,
    time: at(3),
    kind: 'lost',
    wanted: 'To put in words where the text is gone',
    content: 'often ',
    where: null,
    proposal: null,
  },
])

const conflict = ({ briefing }: TestLog) => briefing.records.handoff.conflicts[0]
const reopened = (log: TestLog, by = ada) => acted(log, by, reopenConflict(log.briefing.records, id))

describe('[H3] a conflict that was dealt with', () => {
  test('says who did what, and is open again when that is taken back', () => {
    const settled = acted(held, cleo, settleConflict(id, 'dismissed'))
    expect(conflict(settled)?.settled).toMatchObject({ author: cleo.id, as: 'dismissed' })
    const back = reopened(settled)
    expect(openConflicts(back.briefing.records.handoff)).toHaveLength(1)
    expect(reopenConflict(back.briefing.records, id)).toEqual([])
    const again = acted(back, ada, settleConflict(id, 'taken'))
    expect(conflict(again)?.settled?.as).toBe('taken')
  })

  test('by one and taken back by them stays as another dealt with it, whichever copy is the base', () => {
    const pad = () => nameVersion({ id: uuid(0x901), name: 'longer', cause: 'named' })
    const ways = [0, 4].map(padding => {
      const mine = reopened(acted(held, ada, settleConflict(id, 'taken')))
      let theirs = acted(held, cleo, settleConflict(id, 'dismissed'))
      for (let index = 0; index < padding; index += 1) theirs = acted(theirs, cleo, pad())
      const one = expectOk(reconcile(mine, theirs))
      const other = expectOk(reconcile(theirs, mine))
      expect(one.briefing.head).toBe(other.briefing.head)
      return one.briefing.records.handoff.conflicts[0]?.settled?.as
    })
    expect(ways).toEqual(['dismissed', 'dismissed'])
  })

  test('and taken back on two machines is open once', () => {
    const settled = acted(held, ada, settleConflict(id, 'comment'))
    const joined = expectOk(reconcile(reopened(settled), reopened(settled, cleo)))
    expect(joined.briefing.records.handoff.conflicts).toMatchObject([{ id, settled: null }])
  })
})
