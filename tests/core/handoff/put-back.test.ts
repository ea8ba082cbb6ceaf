import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { cleo, type Edit, edited, merge, send } from '../../support/handoff.ts'
import { startLog, type TestLog } from '../../support/log.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The fox.'), p('A second one.'), p('The end.'))))

const insert =
  (before: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, before), schema.text(words))
const removeBlock =
  (words: string): Edit =>
  tr => {
    const $at = tr.doc.resolve(posOf(tr.doc, words))
    return tr.delete($at.before(), $at.after())
  }
const restoreBefore =
  (words: string, block: string): Edit =>
  tr =>
    tr.insert(tr.doc.resolve(posOf(tr.doc, words)).before(), p(block))
const comment: Edit = tr => {
  const from = posOf(tr.doc, 'second')
  return tr.addMark(from, from + 6, schema.mark('comment', { thread: uuid(0x7e) }))
}
const byBen = (log: TestLog, ...edits: Edit[]) => edits.reduce((done, edit) => edited(done, ben, edit), log)
const removed = [removeBlock('second'), restoreBefore('end', 'A second one.')] as const

const lines = ({ briefing }: TestLog) =>
  briefing.doc.child(3).textBetween(0, briefing.doc.child(3).content.size, '\n').split('\n')
const held = ({ briefing }: TestLog) => openConflicts(briefing.records.handoff)
const isCommented = ({ briefing: { doc: text } }: TestLog) =>
  text.rangeHasMark(0, text.content.size, schema.mark('comment', { thread: uuid(0x7e) }).type)

describe('[H3] what a reviewer took out and put back', () => {
  it('is what it was: what the editor wrote in it stays, and nothing is reported', () => {
    const sent = send(start, ben)
    const ours = edited(sent.master, ada, insert('second', 'very '))
    const { master } = merge(ours, [byBen(sent.copy, ...removed)])
    expect(lines(master)).toEqual(['The fox.', 'A very second one.', 'The end.'])
    expect(held(master)).toEqual([])
  })

  it('keeps the comment of somebody to whom the copy was passed on, whichever return comes first', () => {
    const sent = send(start, ben)
    const passed = send(sent.copy, cleo, 'edit', { sender: ben })
    const cleos = edited(passed.copy, cleo, comment)
    const bens = merge(byBen(passed.master, ...removed), [cleos], { author: ben }).master
    expect(isCommented(bens)).toBe(true)
    for (const returns of [[cleos, bens], [bens, cleos], [bens]]) {
      const master = returns.reduce((log, one) => merge(log, [one]).master, sent.master)
      expect(lines(master)).toEqual(['The fox.', 'A second one.', 'The end.'])
      expect(isCommented(master)).toBe(true)
      expect(held(master)).toEqual([])
      for (const one of returns) expect(merge(master, [one]).merged.changes).toEqual([])
    }
  })

  it('takes what was written in it afterwards, and elsewhere meanwhile', () => {
    const sent = send(start, ben)
    const ours = edited(sent.master, ada, insert('second', 'very '))
    const [remove, restore] = removed
    const theirs = byBen(sent.copy, remove, insert('fox', 'red '), restore, insert('one', 'longer '))
    const { master } = merge(ours, [theirs])
    expect(lines(master)).toEqual(['The red fox.', 'A very second longer one.', 'The end.'])
    expect(held(master)).toEqual([])
    const more = merge(master, [byBen(theirs, insert('one', 'still '))]).master
    expect(lines(more)[1]).toBe('A very second longer still one.')
  })

  it('is known also where several blocks were, one beside the other', () => {
    const sent = send(start, ben)
    const ours = edited(edited(sent.master, ada, insert('second', 'very ')), ada, insert('fox', 'red '))
    const theirs = byBen(
      sent.copy,
      removeBlock('second'),
      removeBlock('fox'),
      restoreBefore('end', 'The fox.'),
      restoreBefore('end', 'A second one.'),
    )
    const { master } = merge(ours, [theirs])
    expect(lines(master)).toEqual(['The red fox.', 'A very second one.', 'The end.'])
    expect(held(master)).toEqual([])
  })

  it('comes back where only the first of both was merged before', () => {
    const sent = send(start, ben)
    const [remove, restore] = removed
    const once = byBen(sent.copy, remove)
    const first = merge(sent.master, [once]).master
    expect(lines(first)).toEqual(['The fox.', 'The end.'])
    const second = merge(first, [byBen(once, restore, insert('one', 'longer '))]).master
    expect(lines(second)).toEqual(['The fox.', 'A second longer one.', 'The end.'])
    expect(held(second)).toEqual([])
  })

  it('stays in the report where it could not be put in', () => {
    const sent = send(start, ben)
    const ours = edited(sent.master, ada, removeBlock('second'))
    const remove: Edit = tr => {
      const from = posOf(tr.doc, 'WORD')
      return tr.delete(from, from + 4)
    }
    const theirs = byBen(sent.copy, insert('second', 'WORD'), remove, insert('second', 'WORD'))
    const { master } = merge(ours, [theirs])
    expect(held(master)).toMatchObject([{ kind: 'lost', content: 'WORD' }])
  })

  it('is put in anew where something was done at its place meanwhile', () => {
    const sent = send(start, ben)
    const [remove, restore] = removed
    const theirs = byBen(sent.copy, remove, restoreBefore('end', 'Another.'), restore)
    expect(lines(merge(sent.master, [theirs]).master)).toEqual(lines(theirs))
  })
})
