import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { withAll } from '../../../src/core/review/resolve.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  ben,
  body,
  divider,
  doc,
  headline,
  p,
  posOf,
  pullQuote,
  section,
  subsection,
  uuid,
} from '../../support/builders.ts'
import { cleo, type Edit, edited, merge, send, suggested } from '../../support/handoff.ts'
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
const retype =
  (type: 'paragraph' | 'sectionHeading'): Edit =>
  tr => {
    const at = posOf(tr.doc, 'second')
    return tr.setBlockType(at, at, schema.node(type).type)
  }
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

  it('is known where it reached from one block into another, and keeps the comments of others', () => {
    const quoted = startLog(
      doc(headline('Talks resume'), body(pullQuote('A second chance.', 'The minister'), p('The end.'))),
    )
    const first = send(quoted, ben)
    const second = send(first.master, cleo)
    const theirs = byBen(first.copy, tr => {
      tr.delete(posOf(tr.doc, 'second'), posOf(tr.doc, 'minister'))
      const [step, before] = [tr.steps.at(-1), tr.docs.at(-1)]
      return step === undefined || before === undefined ? tr : tr.step(step.invert(before))
    })
    const commented = merge(second.master, [edited(second.copy, cleo, comment)]).master
    const { master } = merge(commented, [theirs])
    expect(isCommented(master)).toBe(true)
    expect(master.briefing.doc.eq(commented.briefing.doc)).toBe(true)
    expect(held(master)).toEqual([])
  })

  it('was never another kind of block where it was made one and made back', () => {
    const sent = send(start, ben)
    const ours = edited(sent.master, ada, retype('sectionHeading'))
    const theirs = byBen(
      sent.copy,
      retype('sectionHeading'),
      insert('second', 'very '),
      insert('fox', 'red '),
      retype('paragraph'),
    )
    const { master } = merge(ours, [theirs])
    expect(master.briefing.doc.child(3).child(1).eq(section('A very second one.'))).toBe(true)
    expect(lines(master)[0]).toBe('The red fox.')
    expect(held(master)).toEqual([])
  })

  it('is reported where the editor made it the same kind and it was then made another', () => {
    const text = startLog(
      doc(headline('Talks resume'), body(p('The fox.'), subsection('A second one.'), p('The end.'))),
    )
    const sent = send(text, ben)
    const ours = edited(sent.master, ada, retype('paragraph'))
    const theirs = byBen(sent.copy, retype('paragraph'), retype('sectionHeading'))
    const { master } = merge(ours, [theirs])
    expect(master.briefing.doc.child(3).child(1).eq(p('A second one.'))).toBe(true)
    expect(held(master)).toMatchObject([{ kind: 'lost', content: 'A second one.' }])
  })

  it('is new where the same is then suggested in its place', () => {
    const parted = startLog(doc(headline('Talks resume'), body(p('The fox.'), divider(), p('The end.'))))
    const sent = send(parted, ben, 'comment')
    const removeDivider: Edit = tr => {
      const at = tr.doc.resolve(posOf(tr.doc, 'end')).before()
      return tr.delete(at - 1, at)
    }
    const removed = edited(sent.copy, ben, removeDivider)
    const theirs = suggested(removed, ben, tr =>
      tr.insert(tr.doc.resolve(posOf(tr.doc, 'end')).before(), divider()),
    )
    const { master } = merge(sent.master, [theirs])
    expect(withAll(master.briefing.doc, 'reject').eq(parted.briefing.doc)).toBe(true)
  })
})
