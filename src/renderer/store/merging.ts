import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { MergeOptions, Returned } from '../../core/handoff/merge.ts'
import { mergeCopies } from '../../core/handoff/merge-copies.ts'
import type { MergeReport } from '../../core/handoff/merge-report.ts'
import { type CopyReport, reportOnCopies } from '../../core/handoff/report-copy.ts'
import type { WholeLog } from '../../core/handoff/review-copy.ts'
import { undoMerge } from '../../core/handoff/undo-merge.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { forgetKnown } from './desk-folder/seen.ts'
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
  /** What other copies of the log itself bring; null where there were none. */
  readonly copies: CopyReport | null
  /** Everything was here already: applying it would change nothing. */
  readonly isKnown: boolean
}

/**
 * Works out what merging returns, and other copies of the same log, into a log of this library would come to;
 * nothing is written. Fails as `mergeCopies` does; the entry names the file by its place from 1.
 */
export async function planMerge(
  id: LogId,
  others: readonly Returned[],
  edits: MergeOptions['edits'],
): Promise<Result<MergePlan>> {
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  const { origin, changes, briefing } = ours.value
  const before = { origin, changes, briefing }
  const author = signerOf(briefing)
  const options = { author, time: new Date().toISOString(), edits }
  const merged = mergeCopies(before, others, options)
  if (!merged.ok) return merged
  const { report, joined } = merged.value
  return ok({
    id,
    before,
    log: { origin, changes: merged.value.changes },
    briefing: merged.value.briefing,
    report,
    copies: joined === null ? null : reportOnCopies(before, joined.copies, joined.briefing),
    isKnown: merged.value.briefing.head === briefing.head,
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

/**
 * Puts a log back as it was before a merge that joined other copies of it, which no change can take back since
 * it may have become the base. Refused where something was written since; main keeps the merged one aside.
 */
export async function putBack({ id, before, log, briefing }: MergePlan): Promise<Result<Undone>> {
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value?.briefing.head !== briefing.head) {
    return fail('refused', 'The briefing was changed since; restore an earlier version instead.')
  }
  const back = await replaceLog(id, log, before, before.briefing)
  forgetKnown()
  return back.ok ? ok({ left: [] }) : back
}

/** What undoing a merge could not take back, because it was built on since: the words concerned. */
export interface Undone {
  readonly left: readonly string[]
}

/** Takes a merge back by one change (H4). Refused while the briefing is open. */
export async function takeMergeBack(id: LogId, merge: string): Promise<Result<Undone>> {
  const ours = await storedLog(id)
  if (!ours.ok) return ours
  if (ours.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  const { origin, changes, briefing } = ours.value
  const author = signerOf(briefing)
  const undone = undoMerge({ origin, changes, briefing }, merge, { author, time: new Date().toISOString() })
  if (!undone.ok) return undone
  const log = { origin, changes: [...changes, undone.value.change] }
  const written = await replaceLog(id, ours.value, log, undone.value.briefing)
  forgetKnown()
  return written.ok ? ok({ left: undone.value.left.map(({ content }) => content) }) : written
}
