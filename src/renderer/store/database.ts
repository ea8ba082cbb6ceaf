import { Dexie, type Table } from 'dexie'
import type { Author } from '../../core/briefing/author.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { Details } from '../../core/briefing/details.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Hash } from '../../core/canonical.ts'
import type { Change, Origin } from '../../core/history/change.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Card } from './card.ts'

/** What a briefing starts from. Written once. */
export interface OriginRow {
  readonly briefingId: LogId
  readonly origin: Origin
}

/** One change; `seq` counts from 1 in the order of the log. Written once. */
export interface ChangeRow {
  readonly briefingId: LogId
  readonly seq: number
  readonly change: Change
}

/** Where a log stands. Of constant size, because it is written with every change. */
export interface LogRow {
  readonly briefingId: LogId
  /** The number of changes. */
  readonly length: number
  readonly head: Hash
  /** The journal's length when it was last known to hold the same; another one means: compare. */
  readonly journalBytes: number
  /** The head that the newest backup holds; null where none was written. */
  readonly backupHead: Hash | null
}

/** A briefing after `seq` changes, so that opening need not replay them. Can be rebuilt from the log. */
export interface SnapshotRow {
  readonly briefingId: LogId
  readonly seq: number
  readonly head: Hash
  readonly doc: unknown
  readonly details: Details
  readonly detailCounters: Briefing['detailCounters']
  readonly records: Briefing['records']
  readonly authors: readonly Author[]
  /** The size of its JSON in characters: the changes after it may grow to this before the next one. */
  readonly size: number
}

/** A card with the head it was made from; a log with another head has an outdated card. */
export interface CardRow extends Card {
  readonly head: Hash
}

/** The words of a briefing as the search wants them (search/terms.ts). Can be rebuilt from the log. */
export interface SearchRow {
  readonly id: LogId
  readonly terms: string
}

/**
 * The store in the browser's IndexedDB: the logs (`origins`, `changes`, `logs`), and views that can be
 * rebuilt from them (`snapshots`, `briefings`, `search`).
 */
export interface Database extends Dexie {
  readonly origins: Table<OriginRow, LogId>
  readonly changes: Table<ChangeRow, [LogId, number]>
  readonly logs: Table<LogRow, LogId>
  readonly snapshots: Table<SnapshotRow, [LogId, number]>
  readonly briefings: Table<CardRow, LogId>
  readonly search: Table<SearchRow, LogId>
}

const version = 1
/** Where the number of the store in use is remembered; a store that cannot be opened is left as it is. */
const numberKey = 'galley.store'

let current: Database | null = null

/** The open store. @throws before `openDatabase` succeeded, which the app awaits before anything else. */
export function database(): Database {
  if (current === null) throw new Error('The store is used before it was opened')
  return current
}

/**
 * Opens the store. One that cannot be opened is moved aside (it keeps its name, a new one gets the next
 * number) and `movedAside` is true. A store written by a newer Galley is not touched: `store.too-new`.
 */
export async function openDatabase(): Promise<Result<{ movedAside: boolean }>> {
  const first = Number(localStorage.getItem(numberKey) ?? '1')
  let reason = ''
  for (const number of [first, first + 1, first + 2]) {
    const opened = await open(number === 1 ? 'galley' : `galley-${number}`)
    if (opened.ok) {
      current = opened.value
      localStorage.setItem(numberKey, String(number))
      return ok({ movedAside: number !== first })
    }
    if (opened.error.code === 'store.too-new') return opened
    reason = opened.error.message
  }
  return fail('store.failed', reason)
}

async function open(name: string): Promise<Result<Database>> {
  // Asked before Dexie opens it, which would add the tables that it misses.
  if ((await versionOf(name)) > version) {
    return fail('store.too-new', 'This library was last used with a newer Galley. Nothing was changed.')
  }
  const candidate = new Dexie(name) as Database
  candidate.version(version).stores({
    origins: 'briefingId',
    changes: '[briefingId+seq]',
    logs: 'briefingId',
    snapshots: '[briefingId+seq]',
    briefings: 'id',
    search: 'id',
  })
  try {
    await candidate.open()
  } catch (error) {
    candidate.close()
    return fail('store.failed', describeStoreError(error))
  }
  return ok(candidate)
}

/** The version of a store that is there, 0 where there is none or it does not say. */
async function versionOf(name: string): Promise<number> {
  try {
    const stores = await Dexie.dependencies.indexedDB.databases()
    // Dexie counts in tenths of IndexedDB's versions.
    return (stores.find(store => store.name === name)?.version ?? 0) / 10
  } catch {
    // Opening it will tell what is wrong.
    return 0
  }
}

/** Why the store refused, in a sentence for the user. */
function describeStoreError(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError' || String(error).includes('QuotaExceeded')) return 'The disk is full.'
  const reason = error instanceof Error ? error.message : String(error)
  return `The library's store could not be used: ${reason}`
}

/** Runs something in the store; what IndexedDB throws becomes a failure. */
export async function stored<T>(work: () => PromiseLike<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof OutOfStep) return fail('journal.out-of-step', error.message)
    return fail('store.failed', describeStoreError(error))
  }
}

export class OutOfStep extends Error {
  override readonly message = 'The store does not end where this change begins.'
}

/** The rows of one briefing in a table of its changes or snapshots, in the order of the log. */
export function rowsOf<Row, Key>(table: { where: Dexie.Table<Row, Key>['where'] }, briefingId: LogId) {
  return table.where('[briefingId+seq]').between([briefingId, Dexie.minKey], [briefingId, Dexie.maxKey])
}
