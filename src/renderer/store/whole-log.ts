import type { BriefingId } from '../../core/briefing/briefing.ts'
import type { Hash } from '../../core/canonical.ts'
import { type Change, originHash } from '../../core/history/change.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readJournal } from './journal.ts'
import { readLog } from './log-read.ts'

/** The hash of a log's last change, or of its origin. */
export function headOf(log: LogCopy): Hash {
  return log.changes.at(-1)?.hash ?? originHash(log.origin)
}

/**
 * A briefing's whole log up to `head`: from the store, or where that fails from the journal. `unsaved` are
 * changes that may be in neither yet; with them a briefing whose saving fails can still be written to a file.
 */
export async function wholeLog(
  briefingId: BriefingId,
  head: Hash,
  unsaved: readonly Change[] = [],
): Promise<Result<LogCopy>> {
  const stored = await readLog(briefingId)
  const fromStore = stored.ok && stored.value !== null ? withChanges(stored.value, unsaved) : null
  if (fromStore !== null && headOf(fromStore) === head) return ok(fromStore)
  const journal = await readJournal(briefingId)
  if (!journal.ok) return stored.ok ? journal : stored
  const fromJournal = withChanges(journal.value, unsaved)
  if (headOf(fromJournal) === head) return ok(fromJournal)
  return fail('history.broken', 'Neither copy of this briefing is complete.')
}

/** A log with those of some changes that follow it, one after another. */
function withChanges(log: LogCopy, changes: readonly Change[]): LogCopy {
  let end = headOf(log)
  const following = changes.filter(change => {
    if (change.parent !== end) return false
    end = change.hash
    return true
  })
  return { origin: log.origin, changes: [...log.changes, ...following] }
}
