import { describe, expect, it } from 'vitest'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import type { Operation } from '../../../src/core/history/change.ts'
import { deleteComments, openThread, reply } from '../../../src/core/review/operations.ts'
import { ada, at, ben, body, doc, headline, p, uuid } from '../../support/builders.ts'
import { acted, appended, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'

const thread = uuid(0x7e)
const [first, second, third] = [uuid(0x71), uuid(0x72), uuid(0x73)]
const quote = { text: 'fox', before: 'brown ', after: ' jumps' }

/** A thread by Ben with a reply of his, which his return then changes; the editor goes on; the merge is undone. */
function undoneAfter(theirs: readonly Operation[], ours: readonly Operation[]): TestLog {
  const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'))))
  const opened = acted(start, ben, openThread({ thread, quote, comment: { id: first, text: 'Which fox?' } }))
  const replied = acted(opened, ben, reply(thread, { id: second, text: 'The red one.' }))
  const sent = send(replied, ben, 'comment', { shown: [thread] })
  const merged = merge(sent.master, [acted(sent.copy, ben, theirs)]).master
  const later = ours.length === 0 ? merged : acted(merged, ada, ours)
  const id = merged.briefing.records.handoff.merges[0]?.id ?? ''
  const { change, left } = expectOk(undoMerge(later, id, { author: ada, time: at(55) }))
  expect(left).toEqual([])
  return appended(later, [change])
}

const threadIn = ({ briefing }: TestLog) => briefing.records.threads.get(thread)
const texts = (log: TestLog) => threadIn(log)?.comments.map(({ text }) => text)
const answer = reply(thread, { id: third, text: 'Since then.' })

describe('[H4] undoing a merge when its threads went on', () => {
  it('brings back a comment that it deleted, in its place', () => {
    expect(texts(undoneAfter(deleteComments(thread, [second]), answer))).toEqual([
      'Which fox?',
      'The red one.',
      'Since then.',
    ])
  })

  it('brings back a comment that it changed', () => {
    const edit: Operation = {
      type: 'comment.edit',
      thread,
      comment: second,
      text: 'The grey one.',
      counter: 1,
    }
    expect(texts(undoneAfter([edit], answer))).toEqual(['Which fox?', 'The red one.', 'Since then.'])
  })

  it('brings back a thread that it deleted, with its place', () => {
    const log = undoneAfter(deleteComments(thread, [first, second]), answer)
    expect(texts(log)).toEqual(['Which fox?', 'The red one.', 'Since then.'])
    expect(threadIn(log)?.quote).toEqual(quote)
  })

  it('takes away what it brought, and leaves what was deleted since', () => {
    const brought = reply(thread, { id: uuid(0x74), text: 'Brought.' })
    expect(texts(undoneAfter(brought, answer))).toEqual(['Which fox?', 'The red one.', 'Since then.'])
    expect(texts(undoneAfter(brought, deleteComments(thread, [second])))).toEqual(['Which fox?'])
    expect(threadIn(undoneAfter(brought, deleteComments(thread, [first, second])))).toBeUndefined()
  })

  it('puts the thread back on its words', () => {
    const attach: Operation[] = [
      { type: 'thread.attach', thread, quote: { text: 'quick', before: '', after: '' }, counter: 1 },
    ]
    expect(threadIn(undoneAfter(attach, answer))?.quote).toEqual(quote)
  })

  it('does not open or close what was decided since', () => {
    const resolve: Operation[] = [{ type: 'thread.resolve', thread, resolved: true, counter: 1 }]
    expect(threadIn(undoneAfter(resolve, answer))?.resolved).toBeNull()
    expect(threadIn(undoneAfter(deleteComments(thread, [second]), resolve))?.resolved).not.toBeNull()
  })
})
