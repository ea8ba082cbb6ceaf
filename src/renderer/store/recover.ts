import type { LogId } from '../../core/briefing/log-id.ts'
import type { LogCopy } from '../../core/history/reconcile.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { joinCopies, keepApart, readBackup, type SoundLog, soundPart } from './copies.ts'
import { timesOf } from './create.ts'
import { database, stored } from './database.ts'
import { appendToJournal, journalLengths, readJournal, replaceJournal } from './journal.ts'
import { readLog } from './log-read.ts'
import { noteJournal, writeLog } from './log-write.ts'
import { type Found, tellRecovery } from './recovery-words.ts'
import { writeViews } from './views.ts'
import { headOf } from './whole-log.ts'

/** What was recovered and not yet told on opening. */
const untold = new Map<LogId, string>()
const underWay = new Map<LogId, Promise<Result<string | null>>>()

/**
 * Compares the store and the journal where they may differ (the journal has another length than the store
 * last saw, or one of them is missing) and brings both up to all that either has. Answers with what was
 * recovered, in words, also where that happened earlier in this run; null where nothing was.
 */
export async function recoverIfNeeded(id: LogId): Promise<Result<string | null>> {
  const lengths = await journalLengths()
  const row = await stored(() => database().logs.get(id))
  if (!row.ok) return row
  // A folder of journals that cannot be listed must not keep the library's own copy from being opened.
  const differs = lengths.ok && row.value?.journalBytes !== lengths.value.get(id)
  if (row.value === undefined || differs) {
    const recovered = await recover(id)
    if (!recovered.ok) return recovered
    if (recovered.value !== null) tellOnOpening(id, recovered.value)
  }
  const words = untold.get(id) ?? null
  untold.delete(id)
  return ok(words)
}

/** The same whatever the lengths say: for a store that turned out to be damaged. */
export function recover(id: LogId): Promise<Result<string | null>> {
  const running = underWay.get(id)
  if (running !== undefined) return running
  const recovering = compare(id).finally(() => underWay.delete(id))
  underWay.set(id, recovering)
  return recovering
}

/** Adds to what is told when the briefing is opened. */
export function tellOnOpening(id: LogId, words: string): void {
  const before = untold.get(id)
  untold.set(id, before === undefined ? words : `${before} ${words}`)
}

async function compare(id: LogId): Promise<Result<string | null>> {
  const inStore = await readLog(id)
  if (!inStore.ok) return inStore
  const inJournal = await readJournal(id)
  const store = inStore.value === null ? null : soundPart(inStore.value)
  const journal = inJournal.ok ? soundPart(inJournal.value) : inJournal
  const newer = [store, journal].find(part => part?.ok === false && part.error.code === 'briefing.too-new')
  if (newer?.ok === false) return newer

  const storeWhole = store?.ok === true && store.value.damage === null && inStore.value?.damage === null
  const journalWhole =
    journal.ok && journal.value.damage === null && inJournal.ok && inJournal.value.damage === null
  const backup = storeWhole && journalWhole ? null : await readBackup(id)

  const copies = [store, journal, backup].flatMap(part => (part?.ok === true ? [part.value] : []))
  const [first, ...others] = copies
  if (first === undefined) return nothingLeft([store, journal, backup])
  const joined = joinCopies(first, others)
  const { log, briefing } = joined
  const head = briefing.head

  for (const copy of joined.apart) {
    const kept = await keepApart(copy)
    // Nothing is replaced while a copy that it would cost is not safe elsewhere.
    if (!kept.ok) return kept
  }

  const journalAgrees = journalWhole && headOf(journal.value) === head
  const bytes =
    journalAgrees && inJournal.ok
      ? ok(inJournal.value.bytes)
      : await bringJournalUp(id, log, journalWhole ? journal.value : null)
  const storeAgrees = storeWhole && headOf(store.value) === head
  // A length that no journal has: compare again at the next start.
  const journalBytes = bytes.ok ? bytes.value : 0
  const written = storeAgrees
    ? await noteJournal(id, journalBytes)
    : await writeLog(id, log, briefing, journalBytes)
  if (!written.ok) return written
  await writeViews(id, briefing, timesOf(log))

  const found: Found = {
    store: describe(store, storeWhole, log.changes.length),
    journal: describe(inJournal.ok ? journal : null, journalWhole, log.changes.length),
    forked: joined.forked,
    apart: joined.apart.length,
    journalFailure: bytes.ok ? null : bytes.error,
  }
  return ok(tellRecovery(found))
}

function describe(part: Result<SoundLog> | null, whole: boolean, length: number): Found['store'] {
  if (part === null) return { kind: 'missing' }
  if (!part.ok || !whole) return { kind: 'damaged' }
  return { kind: 'whole', behind: length - part.value.changes.length }
}

/** Appends to a whole journal what a log has beyond it, or replaces a journal that says something else. */
export async function bringJournalUp(
  id: LogId,
  log: LogCopy,
  journal: LogCopy | null,
): Promise<Result<number>> {
  const end = journal?.changes.length ?? 0
  const shared = { origin: log.origin, changes: log.changes.slice(0, end) }
  const follows = journal !== null && headOf(shared) === headOf(journal)
  if (journal !== null && follows && end < log.changes.length) {
    const appended = await appendToJournal(id, headOf(journal), log.changes.slice(end))
    if (appended.ok) return appended
  }
  return await replaceJournal(id, log)
}

function nothingLeft(parts: readonly (Result<SoundLog> | null)[]): { ok: false; error: Failure } {
  const reasons = parts.flatMap(part => (part === null || part.ok ? [] : [part.error]))
  const damage = reasons.find(({ code }) => code !== 'journal.missing' && code !== 'file.not-found')
  if (damage === undefined) return fail('journal.missing', 'No copy of this briefing was found.')
  return fail(damage.code, `No copy of this briefing can be read. ${damage.message}`)
}
