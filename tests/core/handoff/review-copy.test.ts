import { expect, it } from 'vitest'
import { logIdOf } from '../../../src/core/briefing/log-id.ts'
import { makeCopyAgain } from '../../../src/core/handoff/review-copy.ts'
import { logIdIn } from '../../../src/core/history/log-id.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { acted, cleo, edited, send, suggested } from '../../support/handoff.ts'
import { expectOk, startLog } from '../../support/log.ts'

const start = startLog(
  doc(headline('Tide tables'), body(p('High water comes late.'), p('A second paragraph.'))),
)
const comment = openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: 'Whose tables?' } })
const said = acted(start, ben, comment)
const marked = suggested(said, cleo, tr => tr.insert(posOf(tr.doc, 'late'), schema.text('very ')))
const shown = [uuid(1), ...suggestionsOf(marked.briefing.doc).map(({ id }) => id)]

it('[H2] a copy that the master remembers can be made again to the letter, whatever came after', () => {
  const { master, copy } = send(marked, ben, 'suggest', { shown })
  const later = edited(master, cleo, tr => tr.insert(posOf(tr.doc, 'A second'), schema.text('Later. ')))
  const again = expectOk(makeCopyAgain(later, logIdOf(copy.briefing)))
  expect(again.briefing.head).toBe(copy.briefing.head)
  expect(again.changes).toEqual(copy.changes)
  expect(again.origin).toEqual(copy.origin)
})

it('[H2] so can one that was passed on', () => {
  const first = send(marked, ben, 'suggest', { shown }).copy
  const { master: passing, copy } = send(first, cleo, 'edit', { sender: ben })
  const again = expectOk(makeCopyAgain(passing, logIdOf(copy.briefing)))
  expect(again.briefing.head).toBe(copy.briefing.head)
})

it('[H2] a copy that nobody sent cannot', () => {
  expect(makeCopyAgain(marked, uuid(77))).toMatchObject({ ok: false, error: { code: 'handoff.not-a-copy' } })
})

it('[H2] a log has the id of the copy that it is, a master that of the briefing', () => {
  const { master, copy } = send(marked, ben)
  expect(logIdOf(master.briefing)).toBe(start.origin.id)
  expect(logIdIn(master.origin, master.changes)).toBe(start.origin.id)
  expect(logIdOf(copy.briefing)).not.toBe(start.origin.id)
  expect(logIdIn(copy.origin, copy.changes)).toBe(logIdOf(copy.briefing))
  const passed = send(copy, cleo, 'edit', { sender: ben }).copy
  expect(logIdIn(passed.origin, passed.changes)).toBe(logIdOf(passed.briefing))
  expect(new Set([start.origin.id, logIdOf(copy.briefing), logIdOf(passed.briefing)]).size).toBe(3)
})
