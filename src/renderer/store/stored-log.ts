import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type SoundLog, soundPart } from './copies.ts'
import { timesOf } from './create.ts'
import { readLog } from './log-read.ts'
import { writeLog } from './log-write.ts'
import { isOpen, openSession } from './open-sessions.ts'
import { bringJournalUp, recoverIfNeeded, tellOnOpening } from './recover.ts'
import { writeViews } from './views.ts'

/**
 * The whole log of a briefing: of one that is open, with all that was typed so far; of any other after its
 * copies were compared where they may differ. Null where the library has none under this id.
 */
export async function storedLog(id: LogId): Promise<Result<SoundLog | null>> {
  if (isOpen(id)) {
    const session = await openSession(id)
    const log = session.ok ? await session.value.log() : session
    return log.ok ? ok({ ...log.value, damage: null }) : log
  }
  const recovered = await recoverIfNeeded(id)
  if (!recovered.ok) {
    // Where nothing of it is left that can be read, a file of it is all the more welcome.
    const isBarred = recovered.error.code === 'briefing.too-new' || recovered.error.code === 'store.failed'
    return isBarred ? recovered : ok(null)
  }
  if (recovered.value !== null) tellOnOpening(id, recovered.value)
  const read = await readLog(id)
  if (!read.ok) return read
  return read.value === null ? ok(null) : soundPart(read.value)
}

/**
 * Writes a log in place of the one it goes on from, journal first. Refused while the briefing is open: what
 * is open changes by its session alone.
 */
export async function replaceLog(
  id: LogId,
  before: LogCopy,
  log: LogCopy,
  briefing: Briefing,
): Promise<Result<void>> {
  if (isOpen(id)) return fail('refused', 'This briefing is open; go back to the library first.')
  const journal = await bringJournalUp(id, log, before)
  if (!journal.ok) return journal
  const written = await writeLog(id, log, briefing, journal.value)
  return written.ok ? await writeViews(id, briefing, timesOf(log)) : written
}
