import { it } from 'vitest'
import { undoMerge } from '../../../src/core/handoff/undo-merge.ts'
import { ada, at, ben, body, doc, p, pullQuote, section } from '../../support/builders.ts'
import { appended, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog } from '../../support/log.ts'
import { worked } from '../../support/users.ts'

it('x', () => {
  const d = doc(body(p('[w0]'), section(), p(), pullQuote('[w1]', '')))
  const e = { block: 0, word: 0, span: 0 }
  const sent = send(startLog(d), ben)
  const master = worked(sent.master, ada, 'a', [{ kind: 'edit', pick: 0, edits: [{ kind: 'type', ...e }] }])
  const back = worked(sent.copy, ben, 'b', [
    { kind: 'edit', pick: 0, edits: [{ kind: 'deleteAcross', ...e, span: 8 }] },
    { kind: 'edit', pick: 0, edits: [{ kind: 'type', ...e }] },
  ])
  console.log(JSON.stringify(back.changes.map(c => c.operations)))
  const { master: result } = merge(master, [back])
  console.log(
    String(result.briefing.doc),
    JSON.stringify(result.changes.slice(-3).map(c => c.operations.filter(o => o.type === 'steps'))),
  )
  const undone = expectOk(
    undoMerge(result, result.briefing.records.handoff.merges.at(-1)?.id ?? '', { author: ada, time: at(58) }),
  )
  console.log(undone.briefing.doc.eq(master.briefing.doc))
  console.log(JSON.stringify(undone.change.operations[0]))
  const again = merge(appended(result, [undone.change]), [back])
  console.log(
    String(again.master.briefing.doc),
    JSON.stringify(again.merged.report.returns[0]?.conflicts),
    JSON.stringify(again.merged.changes.map(c => c.operations.filter(o => o.type === 'steps'))),
  )
})
