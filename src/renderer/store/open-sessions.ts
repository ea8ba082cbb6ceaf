import type { LogId } from '../../core/briefing/log-id.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type OpenedLog, openFromStore } from './log-read.ts'
import { recover, recoverIfNeeded } from './recover.ts'
import { createSession, type Session } from './session.ts'

const sessions = new Map<LogId, Promise<Result<Session>>>()
/** Closed sessions whose last backup is still being written. */
const backingUp = new Map<LogId, Promise<unknown>>()

/**
 * Opens a briefing, after its store and its journal were compared where they may differ. One that is open
 * already is answered as it is: a briefing has one session.
 */
export function openSession(id: LogId): Promise<Result<Session>> {
  const open = sessions.get(id)
  if (open !== undefined) return open
  const opening = Promise.resolve(backingUp.get(id)).then(() => openRecovered(id))
  sessions.set(id, opening)
  void opening.then(result => {
    if (!result.ok) sessions.delete(id)
  })
  return opening
}

/** Whether a briefing is open; what is open is not changed from elsewhere. */
export function isOpen(id: LogId): boolean {
  return sessions.has(id)
}

/** Resolves when the backups of all closed briefings are written, or have failed. */
export async function backupsWritten(): Promise<void> {
  await Promise.allSettled(backingUp.values())
}

async function openRecovered(id: LogId): Promise<Result<Session>> {
  const compared = await recoverIfNeeded(id)
  if (!compared.ok) return compared
  const opened = await openFromStore(id)
  if (opened.ok && opened.value !== null) return ok(await begin(id, opened.value, compared.value))
  if (!opened.ok && opened.error.code === 'briefing.too-new') return opened
  // The lengths agreed and the store is damaged all the same.
  const recovered = await recover(id)
  if (!recovered.ok) return recovered
  const again = await openFromStore(id)
  if (!again.ok) return again
  if (again.value === null) return fail('journal.missing', 'No copy of this briefing was found.')
  return ok(await begin(id, again.value, recovered.value))
}

function begin(id: LogId, opened: OpenedLog, recovered: string | null): Promise<Session> {
  return createSession(id, opened, recovered, lastBackup => {
    sessions.delete(id)
    backingUp.set(
      id,
      lastBackup.finally(() => backingUp.delete(id)),
    )
  })
}
