import type { Briefing, BriefingId } from '../../core/briefing/briefing.ts'
import { type LogId, logIdOf } from '../../core/briefing/log-id.ts'
import { createOrigin, openLog } from '../../core/history/log.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { ok, type Result } from '../../core/result.ts'
import { copyReview } from '../../core/review/copy-review.ts'
import { forgetJournal, replaceJournal, startJournal } from './journal.ts'
import { removeLog, writeLog } from './log-write.ts'
import { signature } from './settings.ts'
import { writeViews } from './views.ts'

/**
 * Makes a briefing with this text and these details as its beginning, signed by the author of the settings.
 * `review` is the briefing whose text it is, where its suggestions (and with `records` its threads, status and
 * approvals) come along.
 */
export async function createBriefing(
  { doc, details }: Pick<Briefing, 'doc' | 'details'>,
  review?: { readonly from: Briefing; readonly records: boolean },
): Promise<Result<LogId>> {
  const id = crypto.randomUUID() as string as BriefingId
  const time = new Date().toISOString()
  const author = signature()
  const origin = createOrigin({ id, time, author, doc, details })
  const opened = openLog(origin)
  if (!opened.ok) return opened
  if (review === undefined) return await addLog({ origin, changes: [] }, opened.value)
  const newId = () => crypto.randomUUID()
  const copied = copyReview(opened.value, review.from, { author, time, newId }, review)
  return copied.ok ? await addLog({ origin, changes: copied.value.changes }, copied.value.briefing) : copied
}

/** Adds a log that this library does not know, journal first. It is there whole or not at all. */
export async function addLog(log: LogCopy, briefing: Briefing): Promise<Result<LogId>> {
  const id = logIdOf(briefing)
  const journal =
    log.changes.length === 0 ? await startJournal(id, log.origin) : await replaceJournal(id, log)
  if (!journal.ok) return journal
  const written = await writeLog(id, log, briefing, journal.value)
  const viewed = written.ok ? await writeViews(id, briefing, timesOf(log)) : written
  if (viewed.ok) return ok(id)
  await removeLog(id)
  await window.galley.invoke('briefing.destroy', { briefingId: id })
  await forgetJournal(id)
  return viewed
}

/** When a log was begun, and last changed. */
export function timesOf(log: LogCopy): { created: string; updated: string } {
  return { created: log.origin.time, updated: log.changes.at(-1)?.time ?? log.origin.time }
}
