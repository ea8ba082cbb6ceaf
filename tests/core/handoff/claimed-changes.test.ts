import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import { composeChange } from '../../../src/core/history/log.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { appended, cleo, type Edit, edited, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'), p('The end.'))))

const insert =
  (before: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, before), schema.text(words))
const held = ({ briefing }: TestLog) => openConflicts(briefing.records.handoff)

/** The last change of a log, made again as one that says it carries another. */
function claiming(log: TestLog, carries: string): TestLog {
  const [before, last] = [log.changes.slice(0, -1), log.changes.at(-1)]
  if (last === undefined) throw new Error('No change')
  const base = appended({ ...log, changes: before }, [])
  const author = log.briefing.authors.get(last.author) ?? ben
  const { time, operations } = last
  return appended(base, [
    composeChange(base.briefing, { id: uuid(0xfa1), author, time, operations, carries }),
  ])
}

describe('[H3] a change that says which other it carries', () => {
  const sent = send(start, ben)

  it('is not taken for one that was merged where it brings other words: they are kept', () => {
    const honest = edited(sent.copy, ben, insert('jumps', 'often '))
    const once = merge(sent.master, [honest]).master
    const forged = claiming(edited(honest, ben, insert('end', 'FORGED ')), honest.changes.at(-1)?.id ?? '')
    const { master, merged } = merge(once, [forged])
    expect(merged.report.returns).toMatchObject([{ isKnown: false }])
    expect(held(master)).toMatchObject([{ kind: 'refused', content: 'FORGED ' }])
    expect(merge(master, [forged]).merged.changes).toEqual([])
  })

  it('is known where it brings the same', () => {
    const honest = edited(sent.copy, ben, insert('jumps', 'often '))
    const once = merge(sent.master, [honest]).master
    const again = claiming(honest, honest.changes.at(-1)?.id ?? '')
    expect(merge(once, [again]).merged.changes).toEqual([])
  })

  it('is known where its words never landed, and its copy took them out again', () => {
    const passed = send(sent.copy, cleo, 'edit', { sender: ben })
    const written = edited(passed.copy, cleo, insert('end', 'bitter '))
    const cleos = edited(written, cleo, tr => {
      const from = posOf(tr.doc, 'bitter ')
      tr.delete(from, from + 'bitter '.length)
    })
    const bens = merge(passed.master, [cleos], { author: ben }).master
    const gone = edited(sent.master, ada, tr => {
      const $end = tr.doc.resolve(posOf(tr.doc, 'The end'))
      tr.delete($end.before(), $end.after())
    })
    for (const first of [cleos, bens]) {
      const { master } = merge(gone, [first])
      expect(held(master)).toEqual([])
      expect(held(merge(master, [bens]).master)).toEqual([])
    }
  })

  it('is not known by a part of its words that its copy took out again', () => {
    const honest = edited(sent.copy, ben, insert('jumps', 'often '))
    const once = merge(sent.master, [honest]).master
    const forged = claiming(edited(honest, ben, insert('end', 'FORGED x')), honest.changes.at(-1)?.id ?? '')
    const cut = edited(forged, ben, tr => {
      const pos = posOf(tr.doc, 'xend')
      tr.delete(pos, pos + 1)
    })
    expect(held(merge(once, [cut]).master)).toMatchObject([{ kind: 'refused', content: 'FORGED x' }])
  })

  it('does not take the words of the one that it names, when that comes', () => {
    const passed = send(sent.copy, cleo, 'edit', { sender: ben })
    const cleos = edited(passed.copy, cleo, insert('jumps', 'often '))
    const name = cleos.changes.at(-1)?.id ?? ''
    const poisoned = merge(sent.master, [
      claiming(edited(passed.master, ben, insert('end', 'FORGED ')), name),
    ]).master
    expect(poisoned.briefing.doc.textContent).toContain('FORGED')
    const { master } = merge(poisoned, [cleos])
    expect(held(master)).toMatchObject([{ kind: 'refused', content: 'often ', author: cleo.id }])
  })

  it('and that its copy took back leaves the one it names to come by itself', () => {
    const passed = send(sent.copy, cleo, 'edit', { sender: ben })
    const cleos = edited(passed.copy, cleo, insert('jumps', 'often '))
    const merged = merge(passed.master, [cleos], { author: ben }).master
    const id = merged.briefing.records.handoff.merges[0]?.id ?? ''
    const undone = expectOk(undoMerge(merged, id, { author: ben, time: at(55) }))
    const bens = merge(sent.master, [appended(merged, [undone.change])]).master
    expect(bens.briefing.doc.textContent).not.toContain('often')
    const { master } = merge(bens, [cleos])
    expect(master.briefing.doc.textContent).toContain('fox often jumps')
    expect(held(master)).toEqual([])
  })
})
