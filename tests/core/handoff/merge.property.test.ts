import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import { resolveSuggestions } from '../../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { missingFrom, standingFrom, withAccepted } from '../../support/accounts.ts'
import { ada, at, ben } from '../../support/builders.ts'
import { missingForms, type Work } from '../../support/form-accounts.ts'
import { appended, cleo, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'
import { replayable } from '../../support/runs.ts'
import { type Doing, distinctDocuments, everything, work, worked } from '../../support/users.ts'

const anyRights = fc.constantFrom('edit', 'edit', 'suggest', 'comment' as const)
const editors = work(everything, 5)
const reviewers = work(everything, 5)

/** What was done before a copy was sent. */
const earlier = fc.oneof(fc.constant<Doing[]>([]), work(everything, 4))

const held = (log: TestLog) => openConflicts(log.briefing.records.handoff)

/** The ids of all threads and suggestions of a log. */
function shownOf({ briefing }: TestLog): string[] {
  return [...briefing.records.threads.keys(), ...suggestionsOf(briefing.doc).map(({ id }) => id)]
}

/** Undoing the last merge gives back exactly what was before it. */
function expectExactUndo(before: TestLog, after: TestLog): TestLog {
  const id = after.briefing.records.handoff.merges.at(-1)?.id
  if (after.changes.length === before.changes.length || id === undefined) return after
  const undone = expectOk(undoMerge(after, id, { author: ada, time: at(58) }))
  expect(undone.briefing.doc.eq(before.briefing.doc)).toBe(true)
  const { handoff, ...records } = undone.briefing.records
  const { handoff: handoffBefore, ...recordsBefore } = before.briefing.records
  expect(records).toEqual(recordsBefore)
  expect(handoff.conflicts).toEqual(handoffBefore.conflicts)
  return appended(after, [undone.change])
}

/** A text without what a merge suggested and commented: what it was before, where all that is suggestions. */
function withoutNew(after: TestLog, before: TestLog) {
  const known = new Set(shownOf(before))
  const tr = new Transform(after.briefing.doc)
  resolveSuggestions(tr, mark => (known.has(String(mark.attrs.id)) ? null : 'reject'))
  return tr.removeMark(0, tr.doc.content.size, schema.marks.comment).doc
}

describe('[H3] nothing disappears unseen', () => {
  it('of two people, and undoing and merging again gives the same', () => {
    fc.assert(
      fc.property(
        distinctDocuments,
        earlier,
        anyRights,
        fc.boolean(),
        editors,
        reviewers,
        (doc, before, rights, showsAll, ours, theirs) => {
          const start = worked(startLog(doc), ada, 'p', before)
          const shown = showsAll ? shownOf(start) : []
          const sent = send(start, ben, rights, { shown })
          const master = worked(sent.master, ada, 'a', ours)
          const back = worked(sent.copy, ben, 'b', theirs)
          const { master: result } = merge(master, [back])
          const conflicts = held(result)
          const books = { parted: sent, master, theirs: back, result, conflicts }
          expect(standingFrom(books)).toEqual([])
          if (rights === 'edit') expect(missingFrom(books)).toEqual([])
          expect(missingFrom(withAccepted(books, ben.id))).toEqual([])
          if (rights !== 'edit') {
            expect(withoutNew(result, master).toString()).toBe(withoutNew(master, master).toString())
          }
          expect(merge(result, [back]).merged.changes).toEqual([])
          const undone = expectExactUndo(master, result)
          const again = merge(undone, [back]).master
          expect(again.briefing.doc.eq(result.briefing.doc)).toBe(true)
          expect(held(again)).toEqual(conflicts)
        },
      ),
      replayable(120),
    )
  })

  it('of three, in whichever order and however often their returns are merged', () => {
    fc.assert(
      fc.property(distinctDocuments, editors, reviewers, reviewers, (doc, ours, bens, cleos) => {
        const first = send(startLog(doc), ben)
        const second = send(first.master, cleo)
        const master = worked(second.master, ada, 'a', ours)
        const b = worked(first.copy, ben, 'b', bens)
        const c = worked(second.copy, cleo, 'c', cleos)
        const partedOf = (one: TestLog) => (one === b ? first : second)
        const together = merge(master, [b, c]).master
        expect(merge(master, [c, b, b]).master.briefing.head).toBe(together.briefing.head)
        for (const order of [
          [b, c],
          [c, b],
        ] as const) {
          let result = master
          for (const one of order) {
            const next = merge(result, [one]).master
            const books = {
              parted: partedOf(one),
              master: result,
              theirs: one,
              result: next,
              conflicts: held(next),
            }
            expect(missingFrom(books)).toEqual([])
            result = next
          }
          expect(merge(result, [b, c]).merged.changes).toEqual([])
        }
      }),
      replayable(60),
    )
  })

  it('in a chain of reviewers, by whichever way it comes back', () => {
    fc.assert(
      fc.property(
        distinctDocuments,
        editors,
        reviewers,
        reviewers,
        reviewers,
        (doc, ours, bens, cleos, more) => {
          const first = send(startLog(doc), ben)
          const master = worked(first.master, ada, 'a', ours)
          const b = worked(first.copy, ben, 'b', bens)
          const passed = send(b, cleo, 'edit', { sender: ben })
          const c = worked(passed.copy, cleo, 'c', cleos)
          const later = worked(passed.master, ben, 'd', more)
          const through = merge(later, [c], { author: ben }).master
          expect(
            missingFrom({
              parted: passed,
              master: later,
              theirs: c,
              result: through,
              conflicts: held(through),
            }),
          ).toEqual([])
          const from = (before: TestLog, log: TestLog): Work => ({ before: before.briefing.doc, log })
          const [adas, bens1] = [from(first.master, master), from(first.copy, b)]
          const worksIn = new Map([
            [b, [bens1]],
            [c, [bens1, from(passed.copy, c)]],
            [through, [bens1, from(passed.copy, c), from(passed.master, later)]],
          ])
          for (const returns of [[c], [through], [b, c, through], [through, c]]) {
            let result = master
            const works = new Set([adas])
            for (const one of returns) {
              const next = merge(result, [one]).master
              const conflicts = held(next)
              const earlier = returns.slice(0, returns.indexOf(one))
              const books = { parted: first, master: result, theirs: one, result: next, conflicts, earlier }
              expect(standingFrom(books)).toEqual([])
              for (const each of worksIn.get(one) ?? []) works.add(each)
              expect(missingForms([...works], next.briefing.doc, conflicts)).toEqual([])
              result = next
            }
            for (const one of returns) expect(merge(result, [one]).merged.changes).toEqual([])
          }
        },
      ),
      replayable(40),
    )
  })
})
