import { describe, expect, it } from 'vitest'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { mergeCopies } from '../../../src/core/handoff/merge-copies.ts'
import { makeCopyAgain } from '../../../src/core/handoff/review-copy.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf } from '../../support/builders.ts'
import { appended, type Edit, edited, merge, send, suggested } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'

const start = startLog(
  doc(
    headline('Tide tables'),
    body(p('High water comes late tonight.'), p('A second paragraph.'), p('The third.')),
  ),
)

const insert =
  (before: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, before), schema.text(words))

/** Two machines' logs made one. */
function joined(log: TestLog, ...others: TestLog[]): TestLog {
  const { changes } = expectOk(mergeCopies(log, others, { author: ada, time: at(55), edits: 'edits' }))
  return appended({ ...log, changes: [] }, changes)
}

const wordsOf = ({ briefing: { doc } }: TestLog) => doc.textBetween(0, doc.content.size, '\n')

/** One machine's log, longer, and another's, on which a copy was sent that hides a suggestion. */
function apart(first: Edit = insert('High', 'One ')) {
  const edits = [first, insert('The third', 'Two '), insert('A second', 'Three '), insert('third', 'Four ')]
  const one = edits.reduce((log, edit) => edited(log, ada, edit), start)
  const own = edited(start, ada, insert('late', 'very '))
  const secret = suggested(own, ada, insert('second', 'SECRET '))
  const sent = send(secret, ben)
  const back = edited(sent.copy, ben, insert('paragraph', 'longer '))
  return { one, two: sent.master, copy: sent.copy, back }
}

describe('[S4] a copy sent from a machine whose log was joined behind another', () => {
  it('is merged where the reviewer wrote, with what both machines did', () => {
    const { one, two, back } = apart()
    const log = joined(one, two)
    expect(log.changes[0]?.hash).toBe(one.changes[0]?.hash)
    const { master } = merge(log, [back])
    expect(wordsOf(master)).toContain('One High water comes very late tonight.')
    expect(wordsOf(master)).toContain('Three A SECRET second longer paragraph.')
    expect(merge(master, [back]).merged.changes).toEqual([])
  })

  it('is merged together with the other machine’s log', () => {
    const { one, two, back } = apart()
    expect(wordsOf(joined(one, two, back))).toContain('Three A SECRET second longer paragraph.')
  })

  it('can be made again to the letter, without what it hid', () => {
    const { one, two, copy } = apart()
    const again = expectOk(makeCopyAgain(joined(one, two), logIdOf(copy.briefing)))
    expect(again.origin).toEqual(copy.origin)
    expect(again.changes).toEqual(copy.changes)
  })
})
