import { Dexie } from 'dexie'
import type { Briefing, BriefingId } from '../../core/briefing/briefing.ts'
import { detailsSchema } from '../../core/briefing/details.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import {
  type Change,
  changeSchema,
  type Origin,
  originHash,
  originSchema,
} from '../../core/history/change.ts'
import { applyChange, openLog } from '../../core/history/log.ts'
import { recordsSchema } from '../../core/history/records-schema.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { schema } from '../../core/schema/schema.ts'
import { type Database, database, type LogRow, rowsOf, type SnapshotRow, stored } from './database.ts'

/** A briefing as the store opened it. */
export interface OpenedLog {
  readonly origin: Origin
  readonly briefing: Briefing
  readonly row: LogRow
  /** The time of the last change, or of the origin. */
  readonly updated: string
  /** Characters of JSON in the newest snapshot, and in the changes after it. */
  readonly snapshotSize: number
  readonly sizeSince: number
}

/** What can be read of a log in the store: from the beginning to its end or to the first damage. */
export interface StoredLog {
  readonly origin: Origin
  readonly changes: readonly Change[]
  readonly row: LogRow | null
  /** What could not be read, in words; null where everything could. */
  readonly damage: string | null
}

/** Opens a briefing from its newest readable snapshot and the changes after it. Null where it is unknown. */
export async function openFromStore(briefingId: LogId): Promise<Result<OpenedLog | null>> {
  const db = database()
  const read = await stored(async () => ({
    origin: await db.origins.get(briefingId),
    row: await db.logs.get(briefingId),
    snapshot: await rowsOf(db.snapshots, briefingId).last(),
  }))
  if (!read.ok) return read
  const { origin: originRow, row, snapshot } = read.value
  if (originRow === undefined && row === undefined) return ok(null)
  const origin = originSchema.safeParse(originRow?.origin)
  if (!origin.success || row === undefined) return damaged('The beginning of the log is missing.')
  const start = (snapshot === undefined ? null : fromSnapshot(origin.data.id as BriefingId, snapshot)) ?? {
    ...openLog(origin.data),
    seq: 0,
    size: JSON.stringify(origin.data).length,
  }
  if (!start.ok) return start
  const rest = await readChanges(db, briefingId, start.seq)
  if (!rest.ok) return rest
  if (rest.value.damage !== null) return damaged(rest.value.damage)
  let briefing = start.value
  let sizeSince = 0
  for (const change of rest.value.changes) {
    const next = applyChange(briefing, change)
    if (!next.ok) return next
    briefing = next.value
    sizeSince += JSON.stringify(change).length
  }
  if (briefing.head !== row.head) return damaged('The log does not end where it should.')
  const updated =
    rest.value.changes.at(-1)?.time ?? (await timeOf(db, briefingId, row.length)) ?? origin.data.time
  return ok({ origin: origin.data, briefing, row, updated, snapshotSize: start.size, sizeSince })
}

/** Reads a whole log, as far as it can be read. Null where the store has nothing of it. */
export async function readLog(briefingId: LogId): Promise<Result<StoredLog | null>> {
  const db = database()
  const read = await stored(async () => ({
    origin: await db.origins.get(briefingId),
    row: await db.logs.get(briefingId),
  }))
  if (!read.ok) return read
  const origin = originSchema.safeParse(read.value.origin?.origin)
  if (!origin.success) return ok(null)
  const rest = await readChanges(db, briefingId, 0)
  if (!rest.ok) return rest
  const row = read.value.row ?? null
  const head = rest.value.changes.at(-1)?.hash ?? originHash(origin.data)
  const damage = rest.value.damage ?? (row?.head === head ? null : 'The log does not end where it should.')
  return ok({ origin: origin.data, changes: rest.value.changes, row, damage })
}

function damaged(reason: string) {
  return fail('history.broken', reason)
}

async function timeOf(db: Database, briefingId: LogId, seq: number): Promise<string | undefined> {
  return (await db.changes.get([briefingId, seq]))?.change.time
}

/** The changes after `seq`, checked one by one, up to the first that is missing or broken. */
async function readChanges(
  db: Database,
  briefingId: LogId,
  seq: number,
): Promise<Result<{ changes: Change[]; damage: string | null }>> {
  const read = await stored(() =>
    db.changes
      .where('[briefingId+seq]')
      .between([briefingId, seq], [briefingId, Dexie.maxKey], false)
      .toArray(),
  )
  if (!read.ok) return read
  const changes: Change[] = []
  for (const [index, row] of read.value.entries()) {
    const change = changeSchema.safeParse(row.change)
    if (row.seq !== seq + index + 1 || !change.success) {
      return ok({ changes, damage: `Change ${seq + index + 1} cannot be read.` })
    }
    changes.push(change.data)
  }
  return ok({ changes, damage: null })
}

/** The briefing in a snapshot; null where it cannot be read, which the log makes good. */
function fromSnapshot(id: BriefingId, row: SnapshotRow) {
  const details = detailsSchema.safeParse(row.details)
  const records = recordsSchema.safeParse(row.records)
  if (!details.success || !records.success) return null
  try {
    const doc = schema.nodeFromJSON(row.doc)
    doc.check()
    const authors = new Map(row.authors.map(author => [author.id, author]))
    const { head, detailCounters, seq, size } = row
    const parsed = { details: details.data, records: records.data }
    return { ...ok({ id, doc, ...parsed, detailCounters, authors, head }), seq, size }
  } catch {
    return null
  }
}
