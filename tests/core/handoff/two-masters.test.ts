import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { mergeReturns } from '../../../src/core/handoff/merge.ts'
import { mergeCopies } from '../../../src/core/handoff/merge-copies.ts'
import { operationOf } from '../../../src/core/handoff/operation-of.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { makeCopyAgain } from '../../../src/core/handoff/review-copy.ts'
import { type Change, makeChange } from '../../../src/core/history/change.ts'
import { detailOperation } from '../../../src/core/history/log.ts'
import { openThread, resolveThread } from '../../../src/core/review/operations.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { fileOf } from '../../support/copies.ts'
import { acted, appended, cleo, type Edit, edited, merge, send, suggested } from '../../support/handoff.ts'
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
const remove =
  (words: string): Edit =>
  tr => {
    const from = posOf(tr.doc, words)
    return tr.delete(from, from + words.length)
  }

const by = (log: TestLog, ...edits: Edit[]): TestLog =>
  edits.reduce((now, edit) => edited(now, ada, edit), log)

/** Edits that make a log the longer one, and so the base of a join. */
const much: readonly Edit[] = ['m1 ', 'm2 ', 'm3 ', 'm4 ', 'm5 ', 'm6 '].map(words =>
  insert('The third', words),
)

/** The logs of two machines, or the first with copies of it and returns, made one log. */
function joined(log: TestLog, ...others: TestLog[]): TestLog {
  const { changes } = expectOk(mergeCopies(log, others, { author: ada, time: at(55), edits: 'edits' }))
  return appended({ ...log, changes: [] }, changes)
}

const blocks = ({ briefing: { doc: text } }: TestLog) =>
  text.child(3).textBetween(0, text.child(3).content.size, '|').split('|')
const held = ({ briefing }: TestLog) => openConflicts(briefing.records.handoff)
const inviteIn = ({ changes }: TestLog) =>
  changes.map(change => operationOf(change, 'invite')).find(invite => invite !== null)

/** The log with its invitation as another writer would have left it. */
function withInvite(log: TestLog, copy: TestLog, altered: Record<string, unknown>): TestLog {
  const index = log.changes.findIndex(change => operationOf(change, 'invite') !== null)
  const { hash: _, ...parts } = log.changes[index] as Change
  const operations = parts.operations.map(operation => {
    const all = { ...operation, ...altered } as Record<string, unknown>
    for (const [name, value] of Object.entries(all)) if (value === undefined) delete all[name]
    return operation.type === 'invite' ? (all as typeof operation) : operation
  })
  expect(logIdOf(copy.briefing)).toBe(operationOf(log.changes[index] as Change, 'invite')?.copy)
  const change = makeChange({ ...parts, operations })
  return appended({ ...log, changes: [] }, [...log.changes.slice(0, index), change])
}

/** A machine’s log that is longer than another’s, on which a copy was sent that hides a suggestion. */
function apart(...first: Edit[]) {
  const one = by(start, ...first, ...much)
  const own = by(start, insert('late', 'very '))
  const secret = suggested(own, ada, insert('second', 'SECRET '))
  const sent = send(secret, ben)
  return { one, two: sent.master, copy: sent.copy }
}

describe('[H3] a return to a log that was joined behind another since its copy was sent', () => {
  const back = (copy: TestLog) => edited(copy, ben, insert('paragraph', 'longer '))

  it('is merged where the reviewer wrote, among what both machines did', () => {
    const { one, two, copy } = apart(insert('High', 'One '), insert('A second', 'Two '))
    const returned = back(copy)
    const { master } = merge(joined(two, one), [returned])
    expect(blocks(master).slice(0, 2)).toEqual([
      'One High water comes very late tonight.',
      'Two A SECRET second longer paragraph.',
    ])
    expect(held(master)).toEqual([])
    expect(merge(master, [returned]).merged.changes).toEqual([])
  })

  it('is merged together with the other machine’s log', () => {
    const { one, two, copy } = apart(insert('A second', 'Two '))
    expect(blocks(joined(one, two, back(copy)))[1]).toBe('Two A SECRET second longer paragraph.')
  })

  it('is merged after another join, which carries the invitation once more', () => {
    const { one, two, copy } = apart(insert('A second', 'Two '))
    const three = by(start, insert('A second', 'Three '), ...much, ...much, ...much)
    const log = joined(joined(one, two), three)
    expect(log.changes[0]?.hash).toBe(three.changes[0]?.hash)
    const { master } = merge(log, [back(copy)])
    expect(blocks(master)[1]).toMatch(/^(Two Three|Three Two) A SECRET second longer paragraph\.$/)
    expect(held(master)).toEqual([])
  })

  it.each<[string, Edit, readonly string[]]>([
    ['split it', tr => tr.split(posOf(tr.doc, 'second')), ['A ', 'SECRET second longer paragraph.']],
    [
      'joined it with the one before',
      tr => tr.join(posOf(tr.doc, 'A second') - 1),
      ['High water comes very late tonight.A SECRET second longer paragraph.'],
    ],
    [
      'moved it, and written in it',
      tr => {
        const $at = tr.doc.resolve(posOf(tr.doc, 'A second'))
        const block = $at.parent
        tr.delete($at.before(), $at.after())
        tr.insert(tr.doc.resolve(posOf(tr.doc, 'High')).before(), block)
        tr.insert(posOf(tr.doc, 'A second'), schema.text('Here: '))
      },
      ['Here: A SECRET second longer paragraph.', 'High water comes very late tonight.'],
    ],
    [
      'put it before a longer one, and made it a list',
      tr => {
        const $at = tr.doc.resolve(posOf(tr.doc, 'High'))
        const block = $at.parent
        tr.delete($at.before(), $at.after())
        tr.insert(tr.doc.resolve(posOf(tr.doc, 'A second')).after(), block)
        const range = tr.doc.resolve(posOf(tr.doc, 'A second')).blockRange()
        const { bulletList, listItem } = schema.nodes
        if (range === null || bulletList === undefined || listItem === undefined) return
        tr.wrap(range, [{ type: bulletList }, { type: listItem }])
      },
      ['A SECRET second longer paragraph.', 'High water comes very late tonight.'],
    ],
    [
      'made it a list',
      tr => {
        const range = tr.doc.resolve(posOf(tr.doc, 'A second')).blockRange()
        const { bulletList, listItem } = schema.nodes
        if (range === null || bulletList === undefined || listItem === undefined) return
        tr.wrap(range, [{ type: bulletList }, { type: listItem }])
      },
      ['A SECRET second longer paragraph.'],
    ],
  ])('is merged into the block where the other machine had %s', (_, edit, expected) => {
    const { one, two, copy } = apart(edit)
    const log = joined(one, two)
    expect(log.changes[0]?.hash).toBe(one.changes[0]?.hash)
    const { master } = merge(log, [back(copy)])
    expect(blocks(master)).toEqual(expect.arrayContaining([...expected]))
    expect(held(master)).toEqual([])
  })

  it('knows the reviewer’s words that another machine merged before the invitation reached it', () => {
    const sent = send(start, ben)
    const first = back(sent.copy)
    // This machine was in step with the sender's until the copy went out.
    const other = merge(by(start, ...much), [first]).master
    const log = joined(sent.master, other)
    expect(log.changes[0]?.hash).toBe(other.changes[0]?.hash)
    const second = edited(first, ben, remove('longer '))
    expect(blocks(merge(log, [second]).master)[1]).toBe('A second paragraph.')
  })

  it('knows them also where that machine’s log was itself carried behind a third’s', () => {
    const own = by(start, insert('late', 'very '))
    const sent = send(own, ben)
    const first = back(sent.copy)
    const third = joined(by(start, ...much), merge(own, [first]).master)
    const log = joined(sent.master, third)
    expect(inviteIn(log)?.moved).toBeDefined()
    expect(blocks(log)[1]).toBe('A second longer paragraph.')
    const second = edited(first, ben, remove('longer '))
    const { master } = merge(log, [edited(second, ben, insert('High', 'Now '))])
    expect(blocks(master).slice(0, 2)).toEqual([
      'Now High water comes very late tonight.',
      'A second paragraph.',
    ])
    expect(held(master)).toEqual([])
  })

  it('is merged into a copy that was passed on from one of its reviewer’s two machines', () => {
    const { copy } = send(start, ben)
    const own = edited(copy, ben, insert('late', 'very '))
    const passed = send(own, cleo, 'edit', { sender: ben })
    const other = much.reduce((now, edit) => edited(now, ben, edit), copy)
    const log = joined(passed.master, other)
    expect(inviteIn(log)?.moved).toBeDefined()
    const returned = edited(passed.copy, cleo, insert('tonight', 'again '))
    expect(blocks(merge(log, [returned], { author: ben }).master)[0]).toBe(
      'High water comes very late again tonight.',
    )
  })

  it('is merged although an older Galley carried the invitation as it was, where its base is still there', () => {
    const sent = send(start, ben)
    const log = joined(sent.master, by(start, insert('High', 'One '), ...much))
    const old = withInvite(log, sent.copy, { steps: inviteIn(sent.master)?.steps, moved: undefined })
    expect(blocks(merge(old, [back(sent.copy)]).master).slice(0, 2)).toEqual([
      'One High water comes late tonight.',
      'A second longer paragraph.',
    ])
  })

  it('does not set what the other machine had set before the return was merged', () => {
    const thread = uuid(1)
    const said = acted(
      start,
      ada,
      openThread({ thread, quote: null, comment: { id: uuid(2), text: 'Whose tables?' } }),
    )
    const one = by(acted(said, ada, resolveThread(said.briefing.records, thread, true)), ...much)
    const sent = send(by(said, insert('late', 'very ')), ben, 'edit', { shown: [thread] })
    const resolved = acted(sent.copy, ben, resolveThread(sent.copy.briefing.records, thread, true))
    const reopened = acted(resolved, ben, resolveThread(resolved.briefing.records, thread, false))
    const { master } = merge(joined(one, sent.master), [reopened])
    expect(master.briefing.records.threads.get(thread)?.resolved).not.toBeNull()
    expect(held(master)).toMatchObject([{ kind: 'lost', wanted: 'To reopen a thread' }])
  })
})

describe('[H2] a copy made again after its log was joined behind another', () => {
  const onlyOnPaper = { ok: false, error: { code: 'handoff.not-a-copy' } }

  it('is the one that was sent, without what it hid', () => {
    const { one, two, copy } = apart(insert('A second', 'Two '))
    const again = expectOk(makeCopyAgain(joined(one, two), logIdOf(copy.briefing)))
    expect(again.origin).toEqual(copy.origin)
    expect(again.changes).toEqual(copy.changes)
    expect(JSON.stringify(again)).not.toContain('SECRET')
  })

  it('is the same from a file of that log', () => {
    const { one, two, copy } = apart(insert('A second', 'Two '))
    const read = expectOk(readBriefingFile(fileOf(joined(one, two)), 'joined.briefing'))
    expect(expectOk(makeCopyAgain(read, logIdOf(copy.briefing))).briefing.head).toBe(copy.briefing.head)
  })

  it('is refused where it began with details that the other machine changed', () => {
    const { one, two, copy } = apart()
    const named = acted(one, ada, [expectOk(detailOperation(one.briefing, 'byline', 'Ada Okafor'))])
    expect(makeCopyAgain(joined(named, two), logIdOf(copy.briefing))).toMatchObject(onlyOnPaper)
  })

  it('is refused where the invitation was carried with the places it had before, by an older Galley', () => {
    const { one, two, copy } = apart(insert('A second', 'Two '))
    const steps = inviteIn(two)?.steps
    const old = withInvite(joined(one, two), copy, { steps, moved: undefined, made: undefined })
    expect(makeCopyAgain(old, logIdOf(copy.briefing)).ok).toBe(false)
  })

  it('is refused, and nothing thrown, where its steps do not apply', () => {
    const { two, copy } = apart()
    const broken = withInvite(two, copy, {
      steps: [{ stepType: 'replace', from: 9000, to: 9001 }],
    })
    expect(makeCopyAgain(broken, logIdOf(copy.briefing))).toMatchObject({
      ok: false,
      error: { code: 'history.invalid' },
    })
    const merged = mergeReturns(broken, [copy], { author: cleo, time: at(50), edits: 'edits' })
    expect(merged).toMatchObject({ ok: false, error: { code: 'history.invalid' } })
  })

  it('is given from a log that does not have its last hash on record yet', () => {
    const { two, copy } = apart()
    const older = withInvite(two, copy, { made: undefined })
    expect(expectOk(makeCopyAgain(older, logIdOf(copy.briefing))).briefing.head).toBe(copy.briefing.head)
  })
})
