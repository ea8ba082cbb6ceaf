import type { LogId } from '../../core/briefing/log-id.ts'
import { type Failure, ok, type Result } from '../../core/result.ts'
import { database, stored } from './database.ts'
import { journalLengths } from './journal.ts'
import { openFromStore } from './log-read.ts'
import { isOpen } from './open-sessions.ts'
import { recoverIfNeeded, tellOnOpening } from './recover.ts'
import { writeViews } from './views.ts'

/** What a comparison of the whole library came to. */
export interface Sweep {
  /** Briefings of which something was recovered; each tells it when it is opened. */
  readonly recovered: readonly LogId[]
  readonly failed: readonly { readonly id: LogId; readonly failure: Failure }[]
}

/**
 * Compares every briefing whose journal has another length than the store last saw, or that exists on one
 * side only, and makes outdated cards anew; the newest first, so that what was last worked on is back first.
 * `onProgress` hears how many of how many are done, where there is anything to do.
 */
export async function compareLibrary(onProgress: (done: number, of: number) => void): Promise<Result<Sweep>> {
  const todo = await toCompare()
  if (!todo.ok) return todo
  const recovered: LogId[] = []
  const failed: { id: LogId; failure: Failure }[] = []
  for (const [index, id] of todo.value.entries()) {
    onProgress(index, todo.value.length)
    if (isOpen(id)) continue
    const done = await bringUp(id)
    if (!done.ok) failed.push({ id, failure: done.error })
    else if (done.value) recovered.push(id)
  }
  if (todo.value.length > 0) onProgress(todo.value.length, todo.value.length)
  return ok({ recovered, failed })
}

/** The briefings to look at, newest first. */
async function toCompare(): Promise<Result<LogId[]>> {
  const lengths = await journalLengths()
  if (!lengths.ok) return lengths
  const backups = await window.galley.invoke('backup.list')
  if (!backups.ok) return backups
  const db = database()
  const read = await stored(async () => ({
    rows: new Map((await db.logs.toArray()).map(row => [row.briefingId as string, row])),
    cards: new Map((await db.briefings.toArray()).map(card => [card.id as string, card])),
    searched: new Set<string>(await db.search.toCollection().primaryKeys()),
  }))
  if (!read.ok) return read
  const { rows, cards, searched } = read.value
  const newest = backups.value
    .toSorted((a, b) => (a.newest < b.newest ? 1 : -1))
    .map(entry => entry.briefingId)
  const ids = new Set([...newest, ...lengths.value.keys(), ...rows.keys()])
  const inStep = (id: string) => {
    const row = rows.get(id)
    return (
      row !== undefined &&
      row.journalBytes === lengths.value.get(id) &&
      row.head === cards.get(id)?.head &&
      // Cards of an older Galley do not count threads, or say what they are of.
      cards.get(id)?.openThreads !== undefined &&
      cards.get(id)?.briefing !== undefined &&
      searched.has(id)
    )
  }
  return ok([...ids].filter(id => !inStep(id)) as LogId[])
}

/** Whether something was recovered. */
async function bringUp(id: LogId): Promise<Result<boolean>> {
  const recovered = await recoverIfNeeded(id)
  if (!recovered.ok) return recovered
  if (recovered.value !== null) {
    tellOnOpening(id, recovered.value)
    return ok(true)
  }
  const opened = await openFromStore(id)
  if (!opened.ok) return opened
  if (opened.value !== null) {
    const { briefing, origin, updated } = opened.value
    const viewed = await writeViews(id, briefing, { created: origin.time, updated })
    if (!viewed.ok) return viewed
  }
  return ok(false)
}
