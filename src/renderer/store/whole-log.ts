import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Hash } from '../../core/canonical.ts'
import { type Change, originHash } from '../../core/history/change.ts'
import { replay } from '../../core/history/log.ts'
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
  briefingId: LogId,
  head: Hash,
  unsaved: readonly Change[] = [],
): Promise<Result<LogCopy>> {
  const stored = await readLog(briefingId)
  const fromStore = stored.ok && stored.value !== null ? upTo(stored.value, unsaved, head) : null
  if (fromStore !== null) return ok(fromStore)
  const journal = await readJournal(briefingId)
  if (!journal.ok) return stored.ok ? journal : stored
  const fromJournal = upTo(journal.value, unsaved, head)
  if (fromJournal !== null) return ok(fromJournal)
  return fail('history.broken', 'Neither copy of this briefing is complete.')
}

/** What a log leads to with the change of this hash, or at its beginning for the origin's. */
export function replayUpTo({ origin, changes }: LogCopy, head: Hash): Result<Briefing> {
  const end = changes.findIndex(change => change.hash === head)
  if (end < 0 && head !== originHash(origin)) {
    return fail('history.broken', 'This version is not in the history of this briefing.')
  }
  return replay(origin, changes.slice(0, end + 1))
}

/**
 * A log up to a head, with those of some changes that follow it, one after another; null where that does not
 * lead there. More may have been written behind it meanwhile.
 */
function upTo(log: LogCopy, changes: readonly Change[], head: Hash): LogCopy | null {
  const { origin } = log
  if (head === originHash(origin)) return { origin, changes: [] }
  let end = headOf(log)
  const following = changes.filter(change => {
    if (change.parent !== end) return false
    end = change.hash
    return true
  })
  const all = [...log.changes, ...following]
  const last = all.findIndex(change => change.hash === head)
  return last < 0 ? null : { origin, changes: all.slice(0, last + 1) }
}
