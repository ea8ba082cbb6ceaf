import type { BriefingId } from '../../core/briefing/briefing.ts'
import type { Hash } from '../../core/canonical.ts'
import { originHash } from '../../core/history/change.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readJournal } from './journal.ts'
import { readLog } from './log-read.ts'

/** The hash of a log's last change, or of its origin. */
export function headOf(log: LogCopy): Hash {
  return log.changes.at(-1)?.hash ?? originHash(log.origin)
}

/** A briefing's whole log up to `head`: from the store, or where that fails from the journal. */
export async function wholeLog(briefingId: BriefingId, head: Hash): Promise<Result<LogCopy>> {
  const stored = await readLog(briefingId)
  if (stored.ok && stored.value !== null && headOf(stored.value) === head) return ok(stored.value)
  const journal = await readJournal(briefingId)
  if (journal.ok && headOf(journal.value) === head) return ok(journal.value)
  if (!stored.ok) return stored
  return journal.ok ? fail('history.broken', 'Neither copy of this briefing is complete.') : journal
}
