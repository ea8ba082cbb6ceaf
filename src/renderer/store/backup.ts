import { type Briefing, titleOf } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { writeBriefingFile } from '../../core/handoff/write.ts'
import type { Change } from '../../core/history/change.ts'
import { ok, type Result } from '../../core/result.ts'
import { noteJournalLength } from './journal.ts'
import { noteBackup } from './log-write.ts'
import { wholeLog } from './whole-log.ts'

/** A briefing as a master `.briefing` file. `unsaved` are its changes that may be nowhere on disk yet. */
export async function masterFileOf(
  id: LogId,
  briefing: Briefing,
  unsaved: readonly Change[] = [],
): Promise<Result<Uint8Array>> {
  const log = await wholeLog(id, briefing.head, unsaved)
  if (!log.ok) return log
  const time = new Date().toISOString()
  return ok(writeBriefingFile({ ...log.value, title: titleOf(briefing.doc), time, briefing }))
}

/** Writes a backup of a briefing; main reads it back before it answers. */
export async function writeBackup(briefingId: LogId, briefing: Briefing): Promise<Result<void>> {
  const file = await masterFileOf(briefingId, briefing)
  if (!file.ok) return file
  const { head } = briefing
  const written = await window.galley.invoke('backup.write', { briefingId, head, bytes: file.value })
  if (!written.ok) return written
  await noteJournalLength(written.value)
  return await noteBackup(briefingId, head, written.value.bytes)
}
