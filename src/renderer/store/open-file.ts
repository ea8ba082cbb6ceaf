import type { BriefingId } from '../../core/briefing/briefing.ts'
import { readBriefingFile } from '../../core/handoff/read.ts'
import { type ErrorCode, fail, ok, type Result } from '../../core/result.ts'
import { joinCopies, keepApart, type SoundLog, soundPart } from './copies.ts'
import { addLog, timesOf } from './create.ts'
import { restoreBriefing } from './library.ts'
import { readLog } from './log-read.ts'
import { writeLog } from './log-write.ts'
import { bringJournalUp, recoverIfNeeded, tellOnOpening } from './recover.ts'
import { isOpen } from './session.ts'
import { settings } from './settings.ts'
import { writeViews } from './views.ts'

/** What came of a file: the briefing it is now, and where the library knew it already, what was done. */
export interface OpenedFile {
  readonly id: BriefingId
  readonly told: string | null
}

const barring: ReadonlySet<ErrorCode> = new Set(['briefing.too-new', 'store.failed'])

/**
 * Takes a `.briefing` file into the library. One that the library has is brought up to what the file has
 * more, and forks are merged; the file itself is not changed. A bad file is refused whole. Refused too while
 * the briefing is open.
 */
export async function openBriefingFile(bytes: Uint8Array, name: string): Promise<Result<OpenedFile>> {
  const file = readBriefingFile(bytes, name)
  if (!file.ok) return file
  const { origin, changes, briefing } = file.value
  const { id } = briefing
  if (isOpen(id))
    return fail('refused', 'This briefing is open; go back to the library first.', { file: name })
  const recovered = await recoverIfNeeded(id)
  // Where nothing of it is left that can be read, the file is all the more welcome.
  if (!recovered.ok && barring.has(recovered.error.code)) return recovered
  if (recovered.ok && recovered.value !== null) tellOnOpening(id, recovered.value)
  const known = await readLog(id)
  if (!known.ok) return known
  if (known.value === null) {
    const added = await addLog({ origin, changes }, briefing)
    return added.ok ? ok({ id, told: null }) : added
  }
  const ours = soundPart(known.value)
  if (!ours.ok) return ours
  const taken = await takeIn(ours.value, { origin, changes, briefing, damage: null })
  if (!taken.ok) return taken
  if (settings().binned?.[id] !== undefined) {
    const restored = await restoreBriefing(id)
    if (!restored.ok) return restored
  }
  return ok({ id, told: taken.value })
}

/** Joins a file's log into the library's; answers with what happened, in words. */
async function takeIn(ours: SoundLog, theirs: SoundLog): Promise<Result<string>> {
  const { log, briefing, forked, apart } = joinCopies(ours, [theirs])
  for (const copy of apart) {
    const kept = await keepApart(copy)
    if (!kept.ok) return kept
  }
  const more = log.changes.length - ours.changes.length
  if (briefing.head === ours.briefing.head) {
    if (apart.length > 0)
      return ok('It is another briefing under the same id, and was kept as one of its own.')
    return ok('The library already has everything in this file.')
  }
  const journal = await bringJournalUp(briefing.id, log, ours)
  if (!journal.ok) return journal
  const written = await writeLog(log, briefing, journal.value)
  if (!written.ok) return written
  const viewed = await writeViews(briefing, timesOf(log))
  if (!viewed.ok) return viewed
  const brought =
    more === 1 ? 'One change was taken over from it.' : `${more} changes were taken over from it.`
  if (!forked) return ok(brought)
  const whole = 'It and the library’s copy had gone separate ways; both are joined in this briefing now.'
  if (apart.length === 0) return ok(whole)
  return ok(`${whole} Not everything fitted, so one copy is also kept by itself with the tag “recovered”.`)
}
