import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { reconcile } from '../../../src/core/history/reconcile.ts'
import { withAll } from '../../../src/core/review/resolve.ts'
import { trackEdit } from '../../../src/core/review/track.ts'
import { ada, at, ben } from '../../support/builders.ts'
import { type Edit, edits, perform, wordsIn } from '../../support/edits.ts'
import { expectOk, extend, startLog, stepsOf, type TestLog } from '../../support/log.ts'
import { documents } from '../../support/small-documents.ts'
import { suggestionIds } from '../../support/suggesting.ts'

const newId = suggestionIds()
const numRuns = Number(process.env.GALLEY_RUNS ?? 150)
const seed = Number(process.env.GALLEY_SEED ?? 20_260_318)

/** Documents with words that edits can find. */
const texts = documents(
  fc.array(fc.nat(999), { minLength: 1, maxLength: 4 }).map(numbers => numbers.map(n => `[w${n}]`).join(' ')),
)

/** A log after some edits as suggestions. */
function suggesting(log: TestLog, list: readonly Edit[], name: string, author: Author): TestLog {
  return list.reduce((now, edit, index) => {
    const tr = new Transform(now.briefing.doc)
    perform(tr, edit, `[${name}${index}]`)
    if (tr.doc.eq(now.briefing.doc)) return now
    const who = { author: author.id, time: at(index), newId }
    const tracked = trackEdit(now.briefing.doc, tr.steps, tr.docs, who)
    return tracked === null ? now : extend(now, [stepsOf(tracked.transform.steps)], { author })
  }, log)
}

describe('[S4] two copies in which two people suggested', () => {
  test('join to one that holds what both suggested, and nothing that was not a suggestion', () => {
    fc.assert(
      fc.property(texts, edits(6), edits(6), (doc, editsA, editsB) => {
        const start = startLog(doc)
        const a = suggesting(start, editsA, 'a', ada)
        const b = suggesting(start, editsB, 'b', ben)
        const result = expectOk(reconcile(a, b))
        if (result.kind !== 'forked') return
        const merged = result.briefing.doc
        const reported = result.conflicts.map(({ content }) => content).join(' ')
        for (const log of [a, b]) {
          for (const word of wordsIn(log.briefing.doc.textContent)) {
            expect(`${merged.textContent} ${reported}`).toContain(word)
          }
        }
        for (const decision of ['accept', 'reject'] as const) withAll(merged, decision).check()
        const rejected = withAll(merged, 'reject')
        if (result.conflicts.length === 0) expect(rejected.toString()).toBe(doc.toString())
      }),
      { numRuns, seed },
    )
  })
})
