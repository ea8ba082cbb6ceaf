import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { type Records, statuses } from '../../../src/core/briefing/records.ts'
import type { Hash } from '../../../src/core/canonical.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { reconcile } from '../../../src/core/history/reconcile.ts'
import type { RecordOperation } from '../../../src/core/history/records.ts'
import { recordsSchema } from '../../../src/core/history/records-schema.ts'
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
import { ada, at, ben, body, doc, p, uuid } from '../../support/builders.ts'
import { expectOk, extend, startLog, type TestLog } from '../../support/log.ts'

const content = 'c'.repeat(64) as Hash
const quote = { text: 'ten', before: '', after: '' }
const thread = uuid(1)
const start = startLog(doc(body(p('The fund starts at ten.'))))
const opened = extend(start, openThread({ thread, quote, comment: { id: uuid(2), text: 'Source?' } }))

type Act = (records: Records) => RecordOperation[]

function act(log: TestLog, does: Act, author: Author): TestLog {
  const operations = does(log.briefing.records)
  return operations.length === 0 ? log : extend(log, operations, { author })
}

/** Two copies that went on from one log; the first is made the base by being longer. */
function joined(before: TestLog, base: readonly Act[], branch: readonly Act[]) {
  const keep: Act = () => nameVersion({ id: uuid(0x900), name: 'longer', cause: 'named' })
  const pad = Array.from({ length: branch.length + 1 }, () => keep)
  const a = [...base, ...pad].reduce((log, does) => act(log, does, ada), before)
  const b = branch.reduce((log, does) => act(log, does, ben), before)
  const result = expectOk(reconcile(a, b))
  if (result.kind !== 'forked') throw new Error(`The copies are ${result.kind}`)
  return { ...result, records: result.briefing.records, thread: result.briefing.records.threads.get(thread) }
}

const said =
  (text: string, id: number): Act =>
  () =>
    reply(thread, { id: uuid(id), text })
const resolve: Act = records => resolveThread(records, thread, true)

describe('[H3] records of two copies', () => {
  test('different fields join', () => {
    const {
      records,
      conflicts,
      thread: now,
    } = joined(
      opened,
      [
        said('Page 4.', 10),
        records => setStatus(records, { status: 'In review', content, version: uuid(11) }),
      ],
      [
        records => attachThread(records, thread, { ...quote, text: 'fund' }),
        said('Which edition?', 12),
        () => giveApproval({ id: uuid(13), verdict: 'approved', note: '', content }),
      ],
    )
    expect(conflicts).toEqual([])
    expect(now?.comments.map(({ text }) => text)).toEqual(['Source?', 'Page 4.', 'Which edition?'])
    expect(now?.quote?.text).toBe('fund')
    expect([records.status, records.approvals.length]).toEqual(['In review', 1])
  })

  test('of one field that both set, ours stays and theirs is reported', () => {
    const {
      records,
      conflicts,
      thread: now,
    } = joined(
      extend(opened, resolveThread(opened.briefing.records, thread, true)),
      [
        records => setStatus(records, { status: 'Approved', content, version: uuid(11) }),
        records => attachThread(records, thread, { ...quote, text: 'fund' }),
        records => editComment(records, { thread, comment: uuid(2), text: 'Whose figure?' }),
      ],
      [
        records => setStatus(records, { status: 'Withdrawn', content, version: uuid(12) }),
        records => attachThread(records, thread, { ...quote, text: 'starts' }),
        records => resolveThread(records, thread, false),
      ],
    )
    expect(records.status).toBe('Approved')
    expect([now?.quote?.text, now?.resolved]).toEqual(['fund', null])
    expect(conflicts.map(({ wanted, content: words }) => [wanted, words])).toEqual([
      ['To set the status', 'Withdrawn'],
      ['To attach a thread to other words', 'starts'],
    ])
  })

  test('a reply that meets a resolution leaves the thread open, whichever side it is on', () => {
    expect(joined(opened, [resolve], [said('Wait', 10)]).thread?.resolved).toBeNull()
    expect(joined(opened, [said('Wait', 10)], [resolve]).thread?.resolved).toBeNull()
    expect(joined(opened, [], [resolve]).thread?.resolved?.author).toBe(ben.id)
  })

  test('deleting never takes a reply or an edit that the deleter had not seen', () => {
    const away: Act = records => deleteComments(thread, deletedWith(records, thread, uuid(2)))
    const late = joined(opened, [away], [said('Wait', 10)])
    expect(late.thread?.comments.map(({ text }) => text)).toEqual(['Wait'])
    expect(late.thread?.quote).toEqual(quote)
    const early = joined(opened, [said('Wait', 10)], [away])
    expect(early.thread?.comments.map(({ text }) => text)).toEqual(['Wait'])
    const edited = joined(
      opened,
      [records => editComment(records, { thread, comment: uuid(2), text: 'Whose figure?' })],
      [away],
    )
    expect(edited.thread?.comments.map(({ text }) => text)).toEqual(['Whose figure?'])
    expect(edited.conflicts.map(({ wanted }) => wanted)).toEqual(['To delete a comment'])
  })

  test('an edit of a comment that is gone is reported with its words', () => {
    const own = extend(start, openThread({ thread, quote, comment: { id: uuid(2), text: 'Mine' } }), {
      author: ben,
    })
    const { conflicts } = joined(
      own,
      [() => deleteComments(thread, [uuid(2)])],
      [records => editComment(records, { thread, comment: uuid(2), text: 'Mine, and better' })],
    )
    expect(conflicts.map(({ content: words }) => words)).toEqual(['Mine, and better'])
  })

  test('ids that both sides used are kept apart', () => {
    const approve: Act = () => giveApproval({ id: uuid(20), verdict: 'approved', note: '', content })
    const { records } = joined(opened, [approve, said('One', 10)], [approve, said('Other', 10)])
    expect(records.approvals.map(({ id, author }) => [id, author])).toEqual([
      [uuid(20), ada.id],
      [`${uuid(20)}#2`, ben.id],
    ])
    expect(records.threads.get(thread)?.comments.map(({ id }) => id)).toEqual([
      uuid(2),
      uuid(10),
      `${uuid(10)}#2`,
    ])
  })
})

const kinds = [
  'open',
  'reply',
  'edit',
  'delete',
  'resolve',
  'reopen',
  'attach',
  'status',
  'approve',
  'version',
] as const
const anyActs = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), thread: fc.nat(5), comment: fc.nat(5), number: fc.nat(99) }),
  { minLength: 1, maxLength: 8 },
)
type AnyAct = typeof anyActs extends fc.Arbitrary<(infer T)[]> ? T : never

function perform(log: TestLog, acts: readonly AnyAct[], author: Author, side: number): TestLog {
  return acts.reduce((now, { kind, thread: which, comment, number }, index) => {
    const id = uuid(side * 0x1000 + index * 2)
    const { records } = now.briefing
    const threads = [...records.threads.values()]
    const found = threads[which % Math.max(1, threads.length)]
    const text = `[${side}:${index}]`
    const does = (): RecordOperation[] => {
      if (kind === 'open') return openThread({ thread: id, quote, comment: { id, text } })
      if (kind === 'status') {
        const status = statuses[number % statuses.length] ?? 'Draft'
        return setStatus(records, { status, content, version: id })
      }
      if (kind === 'approve') return giveApproval({ id, verdict: 'approved', note: text, content })
      if (kind === 'version') return nameVersion({ id, name: text, cause: 'named' })
      if (found === undefined) return []
      const one = found.comments[comment % found.comments.length]
      switch (kind) {
        case 'reply':
          return reply(found.id, { id, text })
        case 'edit':
          return one === undefined ? [] : editComment(records, { thread: found.id, comment: one.id, text })
        case 'delete':
          return deleteComments(found.id, deletedWith(records, found.id, one?.id ?? ''))
        case 'attach':
          return attachThread(records, found.id, { ...quote, text })
        default:
          return resolveThread(records, found.id, kind === 'resolve')
      }
    }
    return act(now, does, author)
  }, log)
}

const numRuns = Number(process.env.GALLEY_RUNS ?? 300)
const seed = Number(process.env.GALLEY_SEED ?? 20_260_318)

describe('[H3] any two copies', () => {
  test('keep every comment that nobody deleted, every edit or its report, and agree', () => {
    fc.assert(
      fc.property(anyActs, anyActs, anyActs, (before, ours, theirs) => {
        const shared = perform(start, before, ada, 1)
        const a = perform(shared, ours, ada, 2)
        const b = perform(shared, theirs, ben, 3)
        const result = expectOk(reconcile(a, b))
        expect(expectOk(reconcile(b, a)).briefing.head).toBe(result.briefing.head)
        const { records } = result.briefing
        const operations = [...a.changes, ...b.changes].flatMap(change => change.operations)
        const deleted = new Set(
          operations.flatMap(each => (each.type === 'comment.delete' ? each.comments : [])),
        )
        const there = new Set(
          [...records.threads.values()].flatMap(each => each.comments.map(({ id }) => id)),
        )
        const reported = result.kind === 'forked' ? result.conflicts.map(({ content: words }) => words) : []
        for (const each of operations) {
          if (each.type !== 'thread.open' && each.type !== 'comment.add') continue
          if (!deleted.has(each.comment.id)) expect(there.has(each.comment.id)).toBe(true)
        }
        if (result.kind !== 'forked') return
        const [base, branch] = result.base === 'a' ? [a, b] : [b, a]
        for (const { id, comments } of branch.briefing.records.threads.values()) {
          const before = new Set(shared.briefing.records.threads.get(id)?.comments.map(({ text }) => text))
          const now = records.threads.get(id)?.comments.map(({ text }) => text) ?? []
          for (const { id: comment, text } of comments) {
            if (before.has(text) || deleted.has(comment)) continue
            expect([...now, ...reported]).toContain(text)
          }
        }
        for (const { id, comments } of base.briefing.records.threads.values()) {
          const now = new Map(records.threads.get(id)?.comments.map(each => [each.id, each.text]))
          for (const comment of comments) {
            if (!deleted.has(comment.id) && comment.edited !== null) expect(now.has(comment.id)).toBe(true)
          }
        }
        const again = expectOk(reconcile({ origin: start.origin, changes: result.changes }, branch))
        expect(again.briefing.head).toBe(result.briefing.head)
      }),
      { numRuns, seed },
    )
  })

  test('[H1] survive a file and a snapshot', () => {
    fc.assert(
      fc.property(anyActs, acts => {
        const log = perform(start, acts, ada, 1)
        const bytes = writeBriefingFile({ ...log, title: 'Fund', time: at(90) })
        const read = expectOk(readBriefingFile(bytes, 'fund.briefing'))
        expect(read.briefing.records).toEqual(log.briefing.records)
        expect(recordsSchema.parse(structuredClone(log.briefing.records))).toEqual(log.briefing.records)
      }),
      { numRuns: 50, seed },
    )
  })
})
