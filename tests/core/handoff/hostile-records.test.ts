import { describe, expect, test } from 'vitest'
import type { Hash } from '../../../src/core/canonical.ts'
import { exportPage } from '../../../src/core/export/page.ts'
import { publicationOf } from '../../../src/core/export/publication.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import {
  type Change,
  checkOperations,
  makeChange,
  type Operation,
  originHash,
} from '../../../src/core/history/change.ts'
import { replay } from '../../../src/core/history/log.ts'
import { Scratch } from '../../../src/core/history/scratch.ts'
import { readStep, workOf } from '../../../src/core/history/step.ts'
import { approvalsNow } from '../../../src/core/review/approvals.ts'
import { describeSuggestion } from '../../../src/core/review/describe.ts'
import { giveApproval, openThread } from '../../../src/core/review/operations.ts'
import { contentHash } from '../../../src/core/review/publication.ts'
import { type Decision, withAll } from '../../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { anchorsOf, placeThreads } from '../../../src/core/review/threads.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, body, doc, p, uuid } from '../../support/builders.ts'
import { expectOk, extend, startLog } from '../../support/log.ts'

const quote = { text: 'words that are nowhere', before: '', after: '' }

describe('what a file from elsewhere gets wrong about a review is kept and does no harm', () => {
  test('a thread on missing words, ids used twice, a date to come, an approval of what never was', () => {
    const log = extend(
      extend(startLog(doc(body(p('Text.')))), [
        ...openThread({ thread: uuid(1), quote, comment: { id: uuid(2), text: 'One' } }),
        ...openThread({ thread: uuid(1), quote, comment: { id: uuid(2), text: 'Two' } }),
      ]),
      giveApproval({ id: uuid(3), verdict: 'approved', note: '', content: 'f'.repeat(64) as Hash }),
    )
    const late = makeChange({
      id: uuid(4),
      author: ada.id,
      time: '9999-12-31T23:59:59.000Z',
      parent: log.briefing.head,
      operations: giveApproval({
        id: uuid(3),
        verdict: 'changes-requested',
        note: '',
        content: 'e'.repeat(64) as Hash,
      }),
    })
    const bytes = writeBriefingFile({
      ...log,
      changes: [...log.changes, late],
      briefing: expectOk(replay(log.origin, [...log.changes, late])),
      title: '',
      time: at(9),
    })
    const { briefing } = expectOk(readBriefingFile(bytes, 'odd.briefing'))
    const { records } = briefing
    expect(placeThreads(records.threads.values(), briefing.doc).map(({ place }) => place)).toEqual(['lost'])
    expect(records.threads.get(uuid(1))?.comments.map(({ text }) => text)).toEqual(['One', 'Two'])
    expect(new Set(records.approvals.map(({ id }) => id)).size).toBe(2)
    expect(approvalsNow(records, contentHash(briefing)).map(({ state }) => state)).toEqual(['stale'])
    expect(exportPage(publicationOf(briefing, { suggestions: 'show', comments: 'footnotes' }))).toContain(
      'Two',
    )
  })

  test('suggestions by nobody, with no time, about forms that cannot be', () => {
    const nobody = { id: 'x', author: 'y', time: 'whenever' }
    const form = (change: object) => schema.mark('modification', { ...nobody, change })
    const odd = doc(
      body(
        schema.node('paragraph', null, [
          schema.text('anchored', [schema.mark('comment', { thread: 'nowhere' })]),
        ]),
        schema.node('paragraph', null, [
          schema.text('one', [
            form({ mark: 'link', before: { type: 'link', attrs: { href: 'javascript:alert(1)' } } }),
          ]),
          schema.text('two', [form({ mark: 'bold', before: { type: 'comment', attrs: { thread: 'z' } } })]),
          schema.text('three', [form({ before: 7 })]),
          schema.text('four', [form({ mark: 'nothing', before: { type: 'nothing' } })]),
          schema.text('five', [schema.mark('insertion', { ...nobody, of: 'block' })]),
        ]),
        schema.node(
          'paragraph',
          null,
          [schema.text('six')],
          [form({ before: { type: 'sectionHeading', attrs: { level: 99 } } })],
        ),
        schema.node('paragraph', null, [schema.text('seven')], [form({ before: { type: 'table' } })]),
        schema.node('paragraph', null, [schema.text('eight')], [form({ before: { type: 'bulletList' } })]),
        schema.node(
          'paragraph',
          null,
          [schema.text('nine')],
          [schema.mark('insertion', { ...nobody, of: 'break' })],
        ),
      ),
    )
    const log = startLog(odd)
    const bytes = writeBriefingFile({ ...log, title: '', time: at(9) })
    const { briefing } = expectOk(readBriefingFile(bytes, 'odd.briefing'))
    expect(suggestionsOf(briefing.doc).map(describeSuggestion)).toHaveLength(1)
    expect([...anchorsOf(briefing.doc).keys()]).toEqual(['nowhere'])
    for (const decision of ['accept', 'reject'] satisfies Decision[]) {
      const decided = withAll(briefing.doc, decision)
      decided.check()
      expect(JSON.stringify(decided.toJSON())).not.toContain('javascript')
      expect(suggestionsOf(decided)).toEqual([])
      expect(decided.textContent).toContain('onetwothreefour')
    }
    expect(exportPage(briefing)).not.toContain('javascript')
  })

  // The square of them would take longer than a test may.
  test('very many threads cost what they are, and too many are refused', () => {
    const { origin } = startLog(doc(body(p('Text.'))))
    const changes: Change[] = []
    const many = (count: number, from: number): Operation[] =>
      Array.from({ length: count }, (_, n) =>
        openThread({ thread: uuid(from + n), quote: null, comment: { id: uuid(1), text: 'x' } }),
      ).flat()
    for (let part = 0; part < 21; part += 1) {
      changes.push(
        makeChange({
          id: uuid(0x900000 + part),
          author: ada.id,
          time: at(1),
          parent: changes.at(-1)?.hash ?? originHash(origin),
          operations: many(1000, part * 1000),
        }),
      )
    }
    expect(expectOk(replay(origin, changes.slice(0, 20))).records.threads.size).toBe(20_000)
    expect(replay(origin, changes)).toMatchObject({ ok: false, error: { code: 'history.invalid' } })
  })

  const one = startLog(doc(body(p('Text.'))))
  const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
  const conflict = (n: number): Operation => ({
    type: 'conflict.add',
    conflict: uuid(n),
    author: ada.id,
    time: at(1),
    kind: 'lost',
    wanted: '',
    content: '',
    where: null,
    proposal: null,
  })
  const undo: Operation = {
    type: 'merge.undo',
    merge: uuid(1),
    threads: [],
    status: null,
    approvals: null,
    versions: null,
    conflicts: null,
  }
  const settled = { author: ada.id, time: at(1) }

  test.each<[string, () => Operation[]]>([
    [
      'versions of one id',
      () => times(10_000, () => ({ type: 'version', version: uuid(1), name: null, cause: 'pause' })),
    ],
    [
      'comments of one id',
      () =>
        times(5000, () => ({ type: 'comment.add', thread: uuid(1), comment: { id: uuid(1), text: 'x' } })),
    ],
    ['conflicts', () => times(20_000, conflict)],
    [
      'conflicts that are opened again',
      () => [
        ...times(2000, conflict),
        ...times(200_000, (): Operation => ({ type: 'conflict.reopen', conflict: uuid(1), settled })),
      ],
    ],
    [
      'merges that are undone',
      () => [
        ...times(5000, n =>
          openThread({ thread: uuid(n), quote: null, comment: { id: uuid(n), text: 'x' } }),
        ).flat(),
        ...times(20_000, () => undo),
      ],
    ],
    ['authors', () => times(5000, n => ({ type: 'author', author: { ...ada, id: uuid(n) } }))],
    [
      'deletions of comments',
      () => [
        ...times(
          2000,
          (n): Operation => ({ type: 'comment.add', thread: uuid(1), comment: { id: uuid(n), text: 'x' } }),
        ),
        ...times(
          20,
          (): Operation => ({
            type: 'comment.delete',
            thread: uuid(1),
            comments: times(20_000, () => uuid(0x999999)),
          }),
        ),
      ],
    ],
  ])('very many %s cost what they are', (_, operations) => {
    const change = makeChange({
      id: uuid(9),
      author: ada.id,
      time: at(1),
      parent: one.briefing.head,
      operations: operations(),
    })
    const started = performance.now()
    const replayed = replay(one.origin, [change])
    if (!replayed.ok) expect(replayed.error.message).toContain('more work')
    // Each took minutes when it cost the square.
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('too many authors are refused', () => {
    const operations = times(5001, (n): Operation => ({ type: 'author', author: { ...ada, id: uuid(n) } }))
    const change = makeChange({
      id: uuid(9),
      author: ada.id,
      time: at(1),
      parent: one.briefing.head,
      operations,
    })
    expect(replay(one.origin, [change])).toMatchObject({ error: { code: 'history.invalid' } })
  })

  test('what many small changes of a long text cost is counted, and at some point refused', () => {
    const long = doc(body(...times(1000, () => p('ab'))))
    const mark = { stepType: 'addMark', mark: { type: 'bold' }, from: 8, to: 3000 }
    const typed = { stepType: 'replace', from: 9, to: 9, slice: { content: [{ type: 'text', text: 'x' }] } }
    const [all, few] = [mark, typed].map(step => workOf(long, readStep(step)))
    expect(all).toBeGreaterThan(500_000)
    expect(few).toBeLessThan(4000)
    const scratch = new Scratch()
    scratch.spend(2_000_000_000)
    expect(() => scratch.spend(2_000_000_000)).toThrow('more work')
  })

  test('records that are set back by value are such as a log can hold', () => {
    const thread = {
      id: uuid(1),
      quote: null,
      quoteCounter: 0,
      comments: [{ id: uuid(2), author: ada.id, time: at(1), text: 'x', edited: null, counter: 0 }],
      resolved: null,
      resolvedCounter: 0,
    }
    const [comment] = thread.comments
    const setBack = (wrong: object) =>
      checkOperations([{ ...undo, threads: [{ id: uuid(1), thread: { ...thread, ...wrong } }] }])
    expect(setBack({}).ok).toBe(true)
    for (const wrong of [
      { id: 'x' },
      { quote: { text: 'x'.repeat(20_001), before: '', after: '' } },
      { comments: [{ ...comment, time: 'whenever' }] },
      { comments: [{ ...comment, author: 'x' }] },
      { comments: [{ ...comment, text: 'x'.repeat(20_001) }] },
      { resolved: { author: ada.id, time: '' } },
    ]) {
      expect(setBack(wrong)).toMatchObject({ ok: false })
    }
  })
})
