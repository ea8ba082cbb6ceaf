import { expect, test } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, ben, body, doc, headline, leadIn, p, posOf } from '../../support/builders.ts'
import { type Edit, edited, merge, send } from '../../support/handoff.ts'
import { startLog } from '../../support/log.ts'

const start = startLog(doc(headline('Tides'), body(p(leadIn('Why now:'), ' high water.'))))

const setBold: Edit = tr => tr.addMark(posOf(tr.doc, 'Why'), posOf(tr.doc, 'water'), schema.mark('bold'))
const dropLeadIn: Edit = tr =>
  tr.removeMark(posOf(tr.doc, 'Why'), posOf(tr.doc, 'Why') + 8, schema.mark('leadIn'))

test('[H3] bold on a line with a lead-in leaves the lead-in’s words as they are, also where that was taken off', () => {
  const sent = send(start, ben)
  const back = edited(sent.copy, ben, setBold)
  expect(back.briefing.doc.child(3).toString()).toBe(
    'body(paragraph(leadIn("Why now:"), bold(" high "), "water."))',
  )
  const { doc: now, records } = merge(edited(sent.master, ada, dropLeadIn), [back]).master.briefing
  expect(now.child(3).toString()).toBe('body(paragraph("Why now:", bold(" high "), "water."))')
  expect(openConflicts(records.handoff)).toEqual([])
})
