import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { expect, it } from 'vitest'
import { isMoreThanSuggesting, isPlainEdit } from '../../../src/core/review/exceeds.ts'
import { ada, ben } from '../../support/builders.ts'
import { edits, perform } from '../../support/edits.ts'
import { startLog } from '../../support/log.ts'
import { replayable } from '../../support/runs.ts'
import { distinctDocuments, work, worked } from '../../support/users.ts'

it('[H2] what is an edit at first sight is one also by what the text comes to', () => {
  let plain = 0
  fc.assert(
    fc.property(
      distinctDocuments,
      work(['suggest', 'comment', 'accept', 'reject', 'edit'], 4),
      edits(6),
      (doc, earlier, doings) => {
        const tr = new Transform(worked(startLog(doc), ada, 'a', earlier).briefing.doc)
        for (const [index, edit] of doings.entries()) perform(tr, edit, `[b${index}]`)
        for (const [index, step] of tr.steps.entries()) {
          const [before, after] = [tr.docs[index], tr.docs[index + 1] ?? tr.doc]
          if (before === undefined || !isPlainEdit(before, step)) continue
          plain += 1
          for (const { id } of [ada, ben]) expect(isMoreThanSuggesting(before, after, id)).toBe(true)
        }
      },
    ),
    replayable(800),
  )
  expect(plain).toBeGreaterThan(100)
})
