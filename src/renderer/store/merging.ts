import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { MergeOptions } from '../../core/handoff/merge.ts'
import { mergeCopies } from '../../core/handoff/merge-copies.ts'
import type { MergeReport } from '../../core/handoff/merge-report.ts'
import type { WholeLog } from '../../core/handoff/review-copy.ts'
import { undoMerge } from '../../core/handoff/undo-merge.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { signerOf } from './signer.ts'
import { replaceLog, storedLog } from './stored-log.ts'

/** What merging comes to, before anybody has applied it (H4). */
export interface MergePlan {
  readonly id: LogId
  /** The log as it is here. */
  readonly before: WholeLog
  /** The log after the merge. */
  readonly log: LogCopy
  readonly briefing: Briefing
  readonly report: MergeReport
}

/**
 * Works out what merging returns, and other copies of the same log, into a log of this library would come to;
 * nothing is written. Fails as `mergeCopies` does; the entry names the file by its place from 1.
 */
export async function planMerge(
  id: LogId,
  others: readonly WholeLog[],
  edits: MergeOptions['edits'],
): Promise<Result<MergePlan>> {
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  const { origin, changes, briefing } = ours.value
  const before = { origin, changes, briefing }
  const author = signerOf(briefing)
  const merged = mergeCopies(before, others, { author, time: new Date().toISOString(), edits })
  if (!merged.ok) return merged
  const { report } = merged.value
  return ok({
    id,
    before,
    log: { origin, changes: merged.value.changes },
    briefing: merged.value.briefing,
    report,
  })
}

/**
 * Writes what was planned, journal first. Refused where the briefing is open, or has changed since: then the
 * plan is made anew.
 */
export async function applyMerge({ id, before, log, briefing }: MergePlan): Promise<Result<void>> {
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value?.briefing.head !== before.briefing.head) {
    return fail('refused', 'The briefing has changed meanwhile; nothing was merged.')
  }
  return await replaceLog(id, before, log, briefing)
}

/** Takes a merge back by one change (H4); answers how many of its changes stay, because they were built on since. */
export async function takeMergeBack(id: LogId, merge: string): Promise<Result<{ readonly left: number }>> {
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  const { origin, changes, briefing } = ours.value
  const author = signerOf(briefing)
  const undone = undoMerge({ origin, changes, briefing }, merge, { author, time: new Date().toISOString() })
  if (!undone.ok) return undone
  const log = { origin, changes: [...changes, undone.value.change] }
  const written = await replaceLog(id, ours.value, log, undone.value.briefing)
  return written.ok ? ok({ left: undone.value.left.length }) : written
}
