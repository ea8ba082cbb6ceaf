import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import type { Operation } from '../../../src/core/history/change.ts'
import { settleConflict } from '../../../src/core/review/operations.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { acted, cleo, type Edit, edited, merge, send } from '../../support/handoff.ts'
import { startLog, type TestLog } from '../../support/log.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'), p('The end.'))))

const insert =
  (before: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, before), schema.text(words))
const removeFirst: Edit = tr => {
  const $at = tr.doc.resolve(posOf(tr.doc, 'The quick'))
  return tr.delete($at.before(), $at.after())
}
const conflicts = ({ briefing }: TestLog) => briefing.records.handoff.conflicts

describe('[H3] conflicts that a return brings', () => {
  const added = (author: string): Operation => ({
    type: 'conflict.add',
    conflict: uuid(0xcf),
    author,
    time: at(3),
    kind: 'lost',
    wanted: 'To put in words',
    content: 'Mark my words.',
    where: null,
    proposal: null,
  })

  it('are of those who wrote in it, whatever it says, and in its report', () => {
    const sent = send(start, ben, 'comment')
    const { master, merged } = merge(sent.master, [acted(sent.copy, ben, [added(ada.id)])])
    expect(openConflicts(master.briefing.records.handoff)).toMatchObject([
      { author: ben.id, content: 'Mark my words.' },
    ])
    expect(merged.report.returns[0]?.conflicts).toHaveLength(1)
  })

  it('come through a chain with their author, once by whichever way', () => {
    const first = send(start, ben)
    const passed = send(first.copy, cleo, 'edit', { sender: ben })
    const cleos = edited(passed.copy, cleo, insert('jumps', 'often '))
    const bens = merge(edited(passed.master, ben, removeFirst), [cleos], { author: ben }).master
    expect(conflicts(bens)).toMatchObject([{ author: cleo.id, content: 'often ' }])
    const through = merge(first.master, [bens])
    expect(conflicts(through.master)).toMatchObject([{ author: cleo.id, content: 'often ' }])
    expect(through.merged.report.returns[0]?.conflicts).toHaveLength(1)
    expect(through.master.briefing.authors.get(cleo.id)).toEqual(cleo)
    const direct = merge(edited(first.master, ada, removeFirst), [cleos]).master
    expect(conflicts(merge(direct, [bens]).master)).toHaveLength(1)
  })

  it('are not settled or opened again by it', () => {
    const sent = send(start, ben)
    const once = merge(edited(sent.master, ada, removeFirst), [
      edited(sent.copy, ben, insert('jumps', 'often ')),
    ]).master
    const id = conflicts(once)[0]?.id ?? ''
    const again = send(once, ben, 'comment')
    const settled = merge(again.master, [acted(again.copy, ben, settleConflict(id, 'dismissed'))]).master
    expect(conflicts(settled)).toMatchObject([{ settled: null }])
    const dealt = acted(again.master, ada, settleConflict(id, 'comment'))
    const by = conflicts(dealt)[0]?.settled
    const reopened = merge(dealt, [
      acted(again.copy, ben, [
        {
          type: 'conflict.reopen',
          conflict: id,
          settled: { author: by?.author ?? '', time: by?.time ?? '' },
        },
      ]),
    ]).master
    expect(conflicts(reopened)).toMatchObject([{ settled: { as: 'comment' } }])
  })
})
