import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import { missingFrom } from '../../support/accounts.ts'
import { ada, at, ben } from '../../support/builders.ts'
import { appended, cleo, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../../support/log.ts'
import { distinctDocuments, everything, work, worked } from '../../support/users.ts'

/**
 * Simulated people. GALLEY_RUNS=10000 for the long run; a failure names its seed and path, and GALLEY_SEED
 * (with GALLEY_PATH) plays it again.
 */
const numRuns = Number(process.env.GALLEY_RUNS ?? 120)
const replay = {
  ...(process.env.GALLEY_SEED !== undefined
    ? { seed: Number(process.env.GALLEY_SEED) }
    : process.env.GALLEY_RUNS === undefined
      ? { seed: 20_260_318 }
      : {}),
  ...(process.env.GALLEY_PATH === undefined ? {} : { path: process.env.GALLEY_PATH }),
}

const anyRights = fc.constantFrom('edit', 'edit', 'suggest', 'comment' as const)
const editors = work(everything, 5)
const reviewers = work(everything, 5)

const held = (log: TestLog) => openConflicts(log.briefing.records.handoff)

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

describe('[H3] nothing disappears unseen', () => {
  it('of two people, and undoing and merging again gives the same', () => {
    fc.assert(
      fc.property(distinctDocuments, anyRights, editors, reviewers, (doc, rights, ours, theirs) => {
        const sent = send(startLog(doc), ben, rights)
        const master = worked(sent.master, ada, 'a', ours)
        const back = worked(sent.copy, ben, 'b', theirs)
        const { master: result } = merge(master, [back])
        const conflicts = held(result)
        const books = { base: doc, master, theirs: back, result, conflicts }
        if (rights === 'edit') expect(missingFrom(books)).toEqual([])
        expect(merge(result, [back]).merged.changes).toEqual([])
        const undone = expectExactUndo(master, result)
        const again = merge(undone, [back]).master
        expect(again.briefing.doc.eq(result.briefing.doc)).toBe(true)
        expect(held(again)).toEqual(conflicts)
      }),
      { numRuns, ...replay },
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
        const together = merge(master, [b, c]).master
        expect(merge(master, [c, b, b]).master.briefing.head).toBe(together.briefing.head)
        for (const order of [
          [b, c],
          [c, b],
        ] as const) {
          const once = merge(master, [order[0]]).master
          const twice = merge(once, [order[1]]).master
          const all = held(twice)
          expect(
            missingFrom({ base: doc, master, theirs: order[0], result: once, conflicts: held(once) }),
          ).toEqual([])
          expect(
            missingFrom({ base: doc, master: once, theirs: order[1], result: twice, conflicts: all }),
          ).toEqual([])
          expect(merge(twice, [b, c]).merged.changes).toEqual([])
        }
      }),
      { numRuns: Math.ceil(numRuns / 2), ...replay },
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
              base: b.briefing.doc,
              master: later,
              theirs: c,
              result: through,
              conflicts: held(through),
            }),
          ).toEqual([])
          for (const returns of [[c], [through], [b, c, through], [through, c]]) {
            let result = master
            let forms: 'with forms' | 'without forms' = 'with forms'
            for (const one of returns) {
              const next = merge(result, [one]).master
              expect(
                missingFrom(
                  { base: doc, master: result, theirs: one, result: next, conflicts: held(next) },
                  forms,
                ),
              ).toEqual([])
              forms = 'without forms'
              result = next
            }
            for (const one of returns) expect(merge(result, [one]).merged.changes).toEqual([])
          }
        },
      ),
      { numRuns: Math.ceil(numRuns / 3), ...replay },
    )
  })
})
