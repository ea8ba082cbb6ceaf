import { expect, test } from 'vitest'
import { knownIn } from '../../../src/core/handoff/known.ts'
import type { Operation } from '../../../src/core/history/change.ts'
import { ada, ben, body, doc, p, uuid } from '../../support/builders.ts'
import { acted } from '../../support/handoff.ts'
import { startLog } from '../../support/log.ts'

const merge = (id: number): Operation => ({
  type: 'merge',
  merge: uuid(id),
  reviewers: [ben.id],
  done: [{ change: uuid(0xb), hash: null }],
})
const undo = (id: number): Operation => ({
  type: 'merge.undo',
  merge: uuid(id),
  threads: [],
  status: null,
  approvals: null,
  versions: null,
  conflicts: null,
})
const known = (...operations: Operation[]) =>
  knownIn(
    operations.reduce((log, one) => acted(log, ada, [one]), startLog(doc(body(p('Text.'))))).changes,
    [],
  )

test('[H3] a merge that is taken back twice does not take back what another brought in between', () => {
  expect([...known(merge(1)).integrated.keys()]).toEqual([uuid(0xb)])
  expect([...known(merge(1), undo(1)).integrated.keys()]).toEqual([])
  expect([...known(merge(1), undo(1), merge(2), undo(1)).integrated.keys()]).toEqual([uuid(0xb)])
})
