import type { Author } from '../../core/briefing/author.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Hash } from '../../core/canonical.ts'
import type { Change, Origin } from '../../core/history/change.ts'
import type { Result } from '../../core/result.ts'
import { database, type LogRow, OutOfStep, rowsOf, type SnapshotRow, stored } from './database.ts'

/** Writes a whole log in place of what the store has of this briefing. */
export async function writeLog(
  briefingId: LogId,
  log: { readonly origin: Origin; readonly changes: readonly Change[] },
  briefing: Briefing,
  journalBytes: number,
): Promise<Result<LogRow>> {
  const db = database()
  const row: LogRow = {
    briefingId,
    length: log.changes.length,
    head: briefing.head,
    journalBytes,
    backupHead: null,
  }
  return await stored(async () => {
    await db.transaction('rw', db.origins, db.changes, db.logs, db.snapshots, async () => {
      await rowsOf(db.changes, briefingId).delete()
      await rowsOf(db.snapshots, briefingId).delete()
      await db.origins.put({ briefingId, origin: log.origin })
      await db.changes.bulkPut(log.changes.map((change, index) => ({ briefingId, seq: index + 1, change })))
      if (log.changes.length > 0) await db.snapshots.put(snapshotOf(briefingId, briefing, log.changes.length))
      await db.logs.put(row)
    })
    return row
  })
}

/**
 * Appends changes behind the log's end; costs what the changes cost. Fails with `journal.out-of-step`
 * where the store does not end at the parent of the first one.
 */
export async function appendToLog(
  briefingId: LogId,
  changes: readonly Change[],
  journalBytes: number,
): Promise<Result<LogRow>> {
  const db = database()
  const first = changes[0]
  const last = changes.at(-1)
  return await stored(async () =>
    db.transaction('rw', db.changes, db.logs, async () => {
      const row = await db.logs.get(briefingId)
      if (row === undefined || first === undefined || last === undefined || row.head !== first.parent) {
        throw new OutOfStep()
      }
      await db.changes.bulkAdd(
        changes.map((change, index) => ({ briefingId, seq: row.length + index + 1, change })),
      )
      const next: LogRow = {
        ...row,
        length: row.length + changes.length,
        head: last.hash,
        journalBytes,
      }
      await db.logs.put(next)
      return next
    }),
  )
}

/** Keeps a snapshot of a briefing after `seq` changes, and the one before it; answers with its size. */
export async function writeSnapshot(
  briefingId: LogId,
  briefing: Briefing,
  seq: number,
): Promise<Result<number>> {
  const db = database()
  const row = snapshotOf(briefingId, briefing, seq)
  return await stored(async () => {
    await db.transaction('rw', db.snapshots, async () => {
      await db.snapshots.put(row)
      const keys = await rowsOf(db.snapshots, briefingId).primaryKeys()
      await db.snapshots.bulkDelete(keys.slice(0, -2))
    })
    return row.size
  })
}

/** Notes that the newest backup holds a log up to `backupHead`, and how long the journal was then. */
export async function noteBackup(
  briefingId: LogId,
  backupHead: Hash,
  journalBytes: number,
): Promise<Result<void>> {
  const db = database()
  return await stored(() =>
    db.transaction('rw', db.logs, async () => {
      const row = await db.logs.get(briefingId)
      // What was written meanwhile knows the journal's length better.
      const isNewest = row?.head === backupHead
      await db.logs.update(briefingId, { backupHead, ...(isNewest ? { journalBytes } : {}) })
    }),
  )
}

/** Notes the length of a journal that was found to hold the same as the store. */
export async function noteJournal(briefingId: LogId, journalBytes: number): Promise<Result<void>> {
  return await stored(async () => {
    await database().logs.update(briefingId, { journalBytes })
  })
}

/** Removes everything that the store has of a briefing. */
export async function removeLog(briefingId: LogId): Promise<Result<void>> {
  const db = database()
  return await stored(() =>
    db.transaction('rw', db.tables, async () => {
      await rowsOf(db.changes, briefingId).delete()
      await rowsOf(db.snapshots, briefingId).delete()
      await db.origins.delete(briefingId)
      await db.logs.delete(briefingId)
      await db.briefings.delete(briefingId)
      await db.search.delete(briefingId)
    }),
  )
}

function snapshotOf(briefingId: LogId, briefing: Briefing, seq: number): SnapshotRow {
  const { head, details, detailCounters, records } = briefing
  const doc: unknown = briefing.doc.toJSON()
  const authors: Author[] = [...briefing.authors.values()]
  const size = JSON.stringify({ doc, details, authors }).length
  return { briefingId, seq, head, doc, details, detailCounters, records, authors, size }
}
