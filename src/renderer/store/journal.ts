import type { Response } from '../../contract/channels.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Change, Origin } from '../../core/history/change.ts'
import { ok, type Result } from '../../core/result.ts'

/** The lengths of all journals as main last told them; only this window writes journals. */
let lengths: Promise<Result<Map<string, number>>> | null = null

/** The journals' lengths in bytes by briefing. Asked of main once, then kept in step. */
export function journalLengths(): Promise<Result<ReadonlyMap<string, number>>> {
  lengths ??= window.galley.invoke('journal.list').then(listed => {
    if (listed.ok) return ok(new Map(listed.value.map(({ briefingId, bytes }) => [briefingId, bytes])))
    // Ask again next time.
    lengths = null
    return listed
  })
  return lengths
}

/** Starts the journal of a new briefing; answers with its length in bytes. */
export async function startJournal(briefingId: LogId, origin: Origin): Promise<Result<number>> {
  return await kept(await window.galley.invoke('journal.start', { briefingId, origin }))
}

/** Appends changes that follow one another; answers with the journal's length when they are on disk. */
export async function appendToJournal(
  briefingId: LogId,
  after: Change['parent'],
  changes: Change[],
): Promise<Result<number>> {
  return await kept(await window.galley.invoke('journal.append', { briefingId, after, changes }))
}

/** Replaces a journal; main moves the old one aside. */
export async function replaceJournal(
  briefingId: LogId,
  log: { readonly origin: Origin; readonly changes: readonly Change[] },
): Promise<Result<number>> {
  const { origin } = log
  return await kept(
    await window.galley.invoke('journal.replace', { briefingId, origin, changes: [...log.changes] }),
  )
}

/** All that can be read of a journal. */
export async function readJournal(briefingId: LogId): Promise<Result<Response<'journal.read'>>> {
  const read = await window.galley.invoke('journal.read', { briefingId })
  await kept(read)
  return read
}

/** Notes what main says of a journal after it wrote a backup, which may shorten the journal. */
export async function noteJournalLength(state: { briefingId: string; bytes: number }): Promise<void> {
  await kept(ok(state))
}

/** Notes that a briefing has no journal any more. */
export async function forgetJournal(briefingId: LogId): Promise<void> {
  const known = await lengths
  if (known?.ok) known.value.delete(briefingId)
}

async function kept(answer: Result<{ briefingId: string; bytes: number }>): Promise<Result<number>> {
  if (!answer.ok) return answer
  const known = await lengths
  if (known?.ok) known.value.set(answer.value.briefingId, answer.value.bytes)
  return ok(answer.value.bytes)
}
