import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { replay } from '../../../src/core/history/log.ts'
import { reconcile } from '../../../src/core/history/reconcile.ts'
import { emptyRecording, operationsOf, record } from '../../../src/core/history/recorder.ts'
import { ada, ben } from '../../support/builders.ts'
import { type Edit, edits, perform, wordsIn } from '../../support/edits.ts'
import { expectOk, extend, startLog, type TestLog } from '../../support/log.ts'
import { documents } from '../../support/small-documents.ts'

/** How many pairs of copies are tried; GALLEY_RUNS=10000 for a long run. */
const numRuns = Number(process.env.GALLEY_RUNS ?? 250)

/** Documents whose words can be told apart. */
const start = documents(
  fc
    .array(fc.nat(9999), { minLength: 1, maxLength: 5 })
    .map(numbers => numbers.map(n => `[w${n}]`).join(' ')),
).map(distinct)

/** The same document with its words numbered through. */
function distinct(doc: Node): Node {
  let number = 0
  return doc.type.schema.nodeFromJSON(
    JSON.parse(JSON.stringify(doc.toJSON()).replace(/\[w\d+\]/g, () => `[w${number++}]`)),
  )
}

/** A log after some edits, a few of them in each change. */
function work(log: TestLog, changes: readonly (readonly Edit[])[], name: string, author: Author): TestLog {
  let number = 0
  return changes.reduce((now, list) => {
    const transform = new Transform(now.briefing.doc)
    for (const edit of list) perform(transform, edit, `[${name}${number++}]`)
    const operations = operationsOf(record(emptyRecording, transform.steps))
    return operations.length === 0 ? now : extend(now, operations, { author })
  }, log)
}

/** The same run every time, unless a long run or another seed is asked for. */
const seed =
  process.env.GALLEY_SEED !== undefined
    ? { seed: Number(process.env.GALLEY_SEED) }
    : process.env.GALLEY_RUNS === undefined
      ? { seed: 20_260_318 }
      : {}

const copy = fc.array(edits(3), { minLength: 1, maxLength: 5 })

const text = (log: { doc: Node }) => log.doc.textBetween(0, log.doc.content.size, '\n', '\n')

describe('two copies of one log that both went on', () => {
  it('[S4] keep every word of both sides, nearly all in place and the rest in the report', () => {
    let inPlace = 0
    let reportedOnly = 0
    fc.assert(
      fc.property(start, copy, copy, (doc, editsA, editsB) => {
        const origin = startLog(doc)
        const a = work(origin, editsA, 'a', ada)
        const b = work(origin, editsB, 'b', ben)
        const result = expectOk(reconcile(a, b))
        if (result.kind !== 'forked') return
        const [base, branch] = result.base === 'a' ? [a, b] : [b, a]
        const now = text(result.briefing)
        const before = new Set(wordsIn(text({ doc })))
        const inBase = new Set(wordsIn(text(base.briefing)))
        const inBranch = new Set(wordsIn(text(branch.briefing)))
        const reported = result.conflicts.map(conflict => conflict.content).join('\n')
        for (const word of inBase) {
          if (!before.has(word)) expect(now, `word of the base side`).toContain(word)
          // A word that a copy moved is reported where its new place is gone.
          else if (inBranch.has(word)) expect(`${now}\n${reported}`, `word of both`).toContain(word)
        }
        for (const word of inBranch) {
          if (before.has(word)) continue
          expect(`${now}\n${reported}`, `word of the branch`).toContain(word)
          if (now.includes(word)) inPlace += 1
          else reportedOnly += 1
        }
      }),
      { numRuns, ...seed },
    )
    expect(reportedOnly / inPlace).toBeLessThan(0.08)
  })

  it('give a valid log, the same whichever is named first, that holds both and changes no more', () => {
    fc.assert(
      fc.property(start, copy, copy, (doc, editsA, editsB) => {
        const origin = startLog(doc)
        const a = work(origin, editsA, 'a', ada)
        const b = work(origin, editsB, 'b', ben)
        const result = expectOk(reconcile(a, b))
        const replayed = expectOk(replay(origin.origin, result.changes))
        expect(replayed.doc.eq(result.briefing.doc)).toBe(true)
        expect(expectOk(reconcile(b, a)).briefing.head).toBe(result.briefing.head)
        if (result.kind !== 'forked') return
        const joined = { origin: origin.origin, changes: result.changes }
        for (const other of [a, b]) {
          expect(expectOk(reconcile(joined, other)).briefing.head).toBe(result.briefing.head)
        }
      }),
      { numRuns: Math.ceil(numRuns / 2), ...seed },
    )
  })
})
