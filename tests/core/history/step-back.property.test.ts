import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseSteps, branchSteps } from '../../../src/core/history/branch.ts'
import { Rebase } from '../../../src/core/history/rebase.ts'
import { applyStep } from '../../../src/core/history/step.ts'
import { ada, ben } from '../../support/builders.ts'
import { startLog } from '../../support/log.ts'
import { replayable } from '../../support/runs.ts'
import { distinctDocuments, everything, work, worked } from '../../support/users.ts'

const some = work(everything, 5)

describe('[S4] the steps back from a joined text to the text of one side', () => {
  it('come to exactly that text, and back to the letter', () => {
    fc.assert(
      fc.property(distinctDocuments, some, some, (doc, ours, theirs) => {
        const start = startLog(doc)
        const base = worked(start, ada, 'a', ours)
        const branch = worked(start, ben, 'b', theirs)
        const steps = branchSteps(doc, branch.changes)
        const all = [...steps.values()].flat()
        const rebase = new Rebase(
          doc,
          baseSteps(base.changes, () => undefined, steps),
          all,
        )
        for (let index = 0; index < all.length; index += 1) rebase.carry(index)
        const back = rebase.stepsBack(all.length)
        const docs = [rebase.doc]
        for (const step of back) docs.push(applyStep(docs.at(-1) ?? doc, step))
        expect(docs.at(-1)?.toJSON()).toEqual(branch.briefing.doc.toJSON())
        let now = branch.briefing.doc
        for (const [index, step] of [...back.entries()].reverse()) {
          now = applyStep(now, step.invert(docs[index] ?? doc))
        }
        expect(now.toJSON()).toEqual(rebase.doc.toJSON())
      }),
      replayable(60),
    )
  })
})
