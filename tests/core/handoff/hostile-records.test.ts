import { describe, expect, test } from 'vitest'
import type { Hash } from '../../../src/core/canonical.ts'
import { exportPage } from '../../../src/core/export/page.ts'
import { publicationOf } from '../../../src/core/export/publication.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { type Change, makeChange, type Operation, originHash } from '../../../src/core/history/change.ts'
import { replay } from '../../../src/core/history/log.ts'
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
})
