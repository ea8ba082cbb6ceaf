import { describe, expect, test } from 'vitest'
import { noRecords, type Records } from '../../../src/core/briefing/records.ts'
import type { Hash } from '../../../src/core/canonical.ts'
import { checkOperations } from '../../../src/core/history/change.ts'
import { applyRecord, type RecordOperation } from '../../../src/core/history/records.ts'
import { Scratch } from '../../../src/core/history/scratch.ts'
import { approvalsNow } from '../../../src/core/review/approvals.ts'
import {
  attachThread,
  deleteComments,
  deletedWith,
  editComment,
  giveApproval,
  nameVersion,
  openThread,
  reply,
  resolveThread,
  setStatus,
} from '../../../src/core/review/operations.ts'
import { ada, at, ben, uuid } from '../../support/builders.ts'

const head = 'a'.repeat(64) as Hash
const content = 'c'.repeat(64) as Hash
const thread = uuid(1)
const quote = { text: 'ten', before: 'at ', after: ' and' }

function acted(records: Records, operations: readonly RecordOperation[], author = ada.id): Records {
  expect(checkOperations(operations).ok).toBe(true)
  return operations.reduce(
    (now, each) => applyRecord(now, each, { author, time: at(1), head, scratch: new Scratch() }),
    records,
  )
}

const opened = acted(noRecords, openThread({ thread, quote, comment: { id: uuid(2), text: ' Source? ' } }))
const words = (records: Records) => records.threads.get(thread)?.comments.map(({ text }) => text)

describe('R1 what people do to threads', () => {
  test('a thread is opened, answered, resolved, and reopened by a reply', () => {
    const answered = acted(opened, reply(thread, { id: uuid(3), text: 'Page 4.' }), ben.id)
    expect(words(answered)).toEqual(['Source?', 'Page 4.'])
    const resolved = acted(answered, resolveThread(answered, thread, true), ben.id)
    expect(resolved.threads.get(thread)?.resolved?.author).toBe(ben.id)
    const open = acted(resolved, resolveThread(resolved, thread, false))
    expect(open.threads.get(thread)?.resolved).toBeNull()
    expect(acted(open, resolveThread(open, thread, true)).threads.get(thread)?.resolved).not.toBeNull()
    expect(
      acted(resolved, reply(thread, { id: uuid(4), text: 'No.' })).threads.get(thread)?.resolved,
    ).toBeNull()
  })

  test('one edits one’s own comment, again and again, and nobody else’s', () => {
    const once = acted(opened, editComment(opened, { thread, comment: uuid(2), text: 'Which source?' }))
    const twice = acted(once, editComment(once, { thread, comment: uuid(2), text: 'Whose figure?' }))
    expect(words(twice)).toEqual(['Whose figure?'])
    expect(twice.threads.get(thread)?.comments[0]?.edited).toBe(at(1))
    const other = acted(twice, editComment(twice, { thread, comment: uuid(2), text: 'Fine' }), ben.id)
    expect(words(other)).toEqual(['Whose figure?'])
  })

  test('the first comment takes the replies along, a reply only itself', () => {
    const answered = acted(opened, reply(thread, { id: uuid(3), text: 'Page 4.' }), ben.id)
    expect(deletedWith(answered, thread, uuid(2))).toEqual([uuid(2), uuid(3)])
    expect(deletedWith(answered, thread, uuid(3))).toEqual([uuid(3)])
    expect(deletedWith(answered, thread, uuid(9))).toEqual([])
    const without = acted(answered, deleteComments(thread, deletedWith(answered, thread, uuid(3))))
    expect(words(without)).toEqual(['Source?'])
    expect(acted(answered, deleteComments(thread, [uuid(2), uuid(3)])).threads.size).toBe(0)
  })

  test('a thread is attached to other words, more than once', () => {
    const moved = acted(opened, attachThread(opened, thread, { ...quote, text: 'eleven' }))
    const again = acted(moved, attachThread(moved, thread, { ...quote, text: 'twelve' }))
    expect(again.threads.get(thread)?.quote?.text).toBe('twelve')
  })

  test('what a log may not hold is refused before it is in one', () => {
    const said = (text: string) => checkOperations(reply(thread, { id: uuid(3), text }))
    expect(said('   ')).toMatchObject({ ok: false, error: { message: 'A comment has words' } })
    expect(said('x'.repeat(20_001))).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    expect(checkOperations(nameVersion({ id: uuid(5), name: ' ', cause: 'named' }))).toMatchObject({
      ok: false,
      error: { message: 'A version needs a name' },
    })
    expect(checkOperations([]).ok).toBe(false)
  })
})

describe('R4 status and approvals', () => {
  test('a status is set again and again, and keeps the version it was set on', () => {
    const review = acted(noRecords, setStatus(noRecords, { status: 'In review', content, version: uuid(6) }))
    const published = acted(review, setStatus(review, { status: 'Published', content, version: uuid(7) }))
    expect(published.status).toBe('Published')
    expect(published.statusHistory.map(({ status }) => status)).toEqual(['In review', 'Published'])
    expect(published.versions.map(({ cause, head: place }) => [cause, place])).toEqual([
      ['status', head],
      ['status', head],
    ])
  })

  test('each person’s last word counts, and is stale for any other content', () => {
    const by = (author: string, id: number, verdict: 'approved' | 'changes-requested', records: Records) =>
      acted(records, giveApproval({ id: uuid(id), verdict, note: '', content }), author)
    const asked = by(ada.id, 10, 'changes-requested', noRecords)
    const records = by(ada.id, 12, 'approved', by(ben.id, 11, 'approved', asked))
    const now = approvalsNow(records, content)
    expect(now.map(({ author, verdict, state }) => [author, verdict, state])).toEqual([
      [ben.id, 'approved', 'current'],
      [ada.id, 'approved', 'current'],
    ])
    expect(approvalsNow(records, head).map(({ state }) => state)).toEqual(['stale', 'stale'])
  })
})
