import type { Briefing } from '../briefing/briefing.ts'
import { type Change, originHash } from '../history/change.ts'
import { reconcile } from '../history/reconcile.ts'
import { ok, type Result } from '../result.ts'
import { type MergeOptions, mergeReturns, type Returned } from './merge.ts'
import type { MergeReport } from './merge-report.ts'
import type { WholeLog } from './review-copy.ts'

/** A whole log after a merge: that of the master, unless another copy of it went before. */
export interface MergedCopies {
  readonly changes: readonly Change[]
  readonly briefing: Briefing
  readonly report: MergeReport
  /** The other copies of the master, and the briefing after they were joined with it; null where none were given. */
  readonly joined: { readonly copies: readonly WholeLog[]; readonly briefing: Briefing } | null
}

/**
 * Merges returns and other copies of a master (two machines, a sync engine's conflict copy). Copies of the
 * master come first: they are joined with it so that every machine comes to the same log; what of them could
 * not be joined as it was meant is held as a conflict. Then the returns are merged.
 * Fails as `mergeReturns` and `reconcile` do; the entry names the file by its place from 1.
 */
export function mergeCopies(
  master: WholeLog,
  others: readonly Returned[],
  options: MergeOptions,
): Result<MergedCopies> {
  const own = originHash(master.origin)
  const isCopyOfMaster = (log: WholeLog) => originHash(log.origin) === own && isSameCopy(log, master)
  let joined = master
  for (const [index, log] of others.entries()) {
    if (!isCopyOfMaster(log)) continue
    const next = join(joined, log)
    if (!next.ok) return { ok: false, error: { ...next.error, entry: `return ${index + 1}` } }
    joined = next.value
  }
  const places = others.flatMap((log, index) => (isCopyOfMaster(log) ? [] : [index]))
  const merged = mergeReturns(
    joined,
    others.filter(log => !isCopyOfMaster(log)),
    options,
  )
  if (!merged.ok) {
    const place = Number(/^return (\d+)$/.exec(merged.error.entry ?? '')?.[1] ?? 0)
    const at = places[place - 1]
    const entry = at === undefined ? merged.error.entry : `return ${at + 1}`
    return { ok: false, error: { ...merged.error, ...(entry === undefined ? {} : { entry }) } }
  }
  const { changes, briefing, report } = merged.value
  const copies = others.filter(isCopyOfMaster)
  return ok({
    changes: [...joined.changes, ...changes],
    briefing,
    report,
    joined: copies.length === 0 ? null : { copies, briefing: joined.briefing },
  })
}

/** Whether two logs are of one copy: both masters, or both what one reviewer was sent. */
function isSameCopy(a: WholeLog, b: WholeLog): boolean {
  return a.briefing.records.handoff.copy?.copy === b.briefing.records.handoff.copy?.copy
}

function join(a: WholeLog, b: WholeLog): Result<WholeLog> {
  const reconciled = reconcile(a, b)
  if (!reconciled.ok) return reconciled
  const { changes, briefing } = reconciled.value
  return ok({ origin: a.origin, changes, briefing })
}
