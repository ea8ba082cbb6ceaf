import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import type { Operation } from '../../../src/core/history/change.ts'
import { settleConflict } from '../../../src/core/review/operations.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { acted, cleo, type Edit, edited, merge, send, suggested } from '../../support/handoff.ts'
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

describe('[H3] what a return says in the name of somebody whom nobody invited', () => {
  const thread = uuid(0x7e)
  const approval = (id: number): Operation => ({
    type: 'approval',
    approval: uuid(id),
    verdict: 'approved',
    note: '',
    content: start.briefing.head,
  })
  const comment: Operation = {
    type: 'thread.open',
    thread,
    quote: null,
    comment: { id: uuid(0x71), text: 'Fine by me.' },
  }
  const nameOf = ({ briefing }: TestLog, id = '') => briefing.authors.get(id)?.name

  it('is not theirs: approval, comment, suggestion and edit say that nobody verified them', () => {
    for (const rights of ['suggest', 'edit'] as const) {
      const sent = send(start, ben, rights)
      let forged = acted(sent.copy, ada, [approval(0x81), comment])
      forged = suggested(forged, ada, insert('jumps', 'often '))
      forged = edited(forged, ada, insert('end', 'bitter '))
      const { master, merged } = merge(sent.master, [forged])
      expect(merged.report.returns).toMatchObject([{ unverified: [ada.name] }])
      const { records, doc: text } = master.briefing
      const authors = [
        records.approvals[0]?.author,
        records.threads.get(thread)?.comments[0]?.author,
        ...suggestionsOf(text).map(({ author }) => author),
        ...master.changes.filter(({ carries }) => carries !== undefined).map(({ author }) => author),
      ]
      for (const id of authors) expect(nameOf(master, id)).toBe(`${ada.name} (unverified)`)
      expect(nameOf(master, ada.id)).toBe(ada.name)
      expect(merge(master, [forged]).merged.changes).toEqual([])
    }
  })

  it('is not theirs in a suggestion that somebody invited makes in their name', () => {
    const sent = send(start, ben, 'suggest')
    const { master } = merge(sent.master, [
      edited(sent.copy, ben, tr => {
        const marks = [schema.mark('insertion', { id: uuid(0x91), author: ada.id, time: at(4) })]
        return tr.insert(posOf(tr.doc, 'jumps'), schema.text('often ', marks))
      }),
    ])
    expect(suggestionsOf(master.briefing.doc).map(({ author }) => nameOf(master, author))).toEqual([
      `${ada.name} (unverified)`,
    ])
  })

  it('is not theirs where the copy says that it was passed on to somebody who works in the briefing', () => {
    const sent = send(start, ben, 'comment')
    const passed = send(sent.copy, ada, 'comment', { sender: ben })
    const { master, merged } = merge(sent.master, [acted(passed.copy, ada, [approval(0x82)])])
    expect(nameOf(master, master.briefing.records.approvals[0]?.author)).toBe(`${ada.name} (unverified)`)
    expect(merged.report.returns).toMatchObject([{ unverified: [ada.name] }])
    expect(master.briefing.records.handoff.merges).toMatchObject([{ reviewers: [ben.id] }])
  })

  it('is theirs where somebody invited passed the copy on to them, by whichever way it comes', () => {
    const sent = send(start, ben, 'comment')
    const passed = send(sent.copy, cleo, 'comment', { sender: ben })
    const cleos = acted(passed.copy, cleo, [approval(0x83)])
    const bens = merge(passed.master, [cleos], { author: ben }).master
    for (const log of [cleos, bens]) {
      const { master, merged } = merge(sent.master, [log])
      expect(master.briefing.records.approvals).toMatchObject([{ author: cleo.id }])
      expect(merged.report.returns).toMatchObject([{ unverified: [] }])
    }
  })

  it('is one stranger’s in every return, who may change what they said', () => {
    const sent = send(start, ben, 'comment')
    const said = acted(sent.copy, cleo, [comment])
    const once = merge(sent.master, [said]).master
    const changed = acted(said, cleo, [
      { type: 'comment.edit', thread, comment: uuid(0x71), text: 'Not quite.', counter: 1 },
    ])
    const { master } = merge(once, [changed])
    expect(master.briefing.records.threads.get(thread)?.comments).toMatchObject([{ text: 'Not quite.' }])
    expect([...master.briefing.authors.values()].map(({ name }) => name)).toEqual([
      ada.name,
      `${cleo.name} (unverified)`,
    ])
  })
})
