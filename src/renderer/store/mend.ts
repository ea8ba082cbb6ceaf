import type { LogId } from '../../core/briefing/log-id.ts'
import type { Change } from '../../core/history/change.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { keepApart, soundPart } from './copies.ts'
import { readJournal, replaceJournal } from './journal.ts'
import { readLog } from './log-read.ts'
import { writeLog } from './log-write.ts'

/**
 * Writes the journal of an open briefing anew, where it was lost, damaged or changed under it: what the store
 * has, and the changes that are not in the store yet. A journal with changes that nobody here knows is kept
 * as a briefing of its own first. Answers with the journal's length.
 */
export async function mendJournal(briefingId: LogId, notInStore: readonly Change[]): Promise<Result<number>> {
  const stored = await readLog(briefingId)
  if (!stored.ok) return stored
  if (stored.value === null || stored.value.damage !== null) {
    return fail(
      'history.broken',
      'The journal cannot be written anew, since the store has lost its beginning.',
    )
  }
  const log = { origin: stored.value.origin, changes: [...stored.value.changes, ...notInStore] }
  const journal = await readJournal(briefingId)
  const known = new Set(log.changes.map(change => change.hash))
  if (journal.ok && journal.value.changes.some(change => !known.has(change.hash))) {
    const sound = soundPart(journal.value)
    const kept = sound.ok ? await keepApart(sound.value) : sound
    if (!kept.ok) return kept
  }
  return await replaceJournal(briefingId, log)
}

/** Writes the store's log of an open briefing anew from the journal, where it was lost under it. */
export async function mendStore(briefingId: LogId): Promise<Result<void>> {
  const journal = await readJournal(briefingId)
  if (!journal.ok) return journal
  const sound = soundPart(journal.value)
  if (!sound.ok) return sound
  const written = await writeLog(briefingId, sound.value, sound.value.briefing, journal.value.bytes)
  return written.ok ? ok(undefined) : written
}
