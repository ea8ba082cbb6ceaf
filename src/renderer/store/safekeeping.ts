import type { LogId } from '../../core/briefing/log-id.ts'
import type { Change } from '../../core/history/change.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { appendToJournal } from './journal.ts'
import { appendToLog } from './log-write.ts'
import { mendJournal, mendStore } from './mend.ts'

/** Waits between attempts in milliseconds; the last one repeats. */
const waits = [1000, 2000, 4000, 8000, 15_000]

/** Puts closed changes in the journal and in the store, and tries again until both have answered. */
export interface Safekeeping {
  /** Takes changes in the order of the log and starts to write them. */
  readonly add: (change: Change) => void
  /** Everything added so far is in both places; or the failure of the attempt that was just made. */
  readonly settle: () => Promise<Result<void>>
  /** What is not in both places yet, in the order of the log. */
  readonly unsaved: () => readonly Change[]
}

/**
 * The journal is written first, then the store. One that fails does not keep the other from being tried;
 * nothing is let go of before both have it. `onSettled` hears the outcome of every attempt.
 */
export function createSafekeeping(
  briefingId: LogId,
  onSettled: (outcome: Result<void>) => void,
): Safekeeping {
  let pending: Change[] = []
  /** How many of the pending are in the journal, and in the store. */
  let journalled = 0
  let inStore = 0
  let journalBytes = 0
  let running: Promise<Result<void>> | null = null
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const attempt = async (): Promise<Result<void>> => {
    const end = pending.length
    const toJournal = pending.slice(journalled, end)
    const journal = await writeJournal(briefingId, toJournal, pending.slice(inStore))
    if (journal.ok) {
      journalled = end
      journalBytes = journal.value ?? journalBytes
    }
    const toStore = pending.slice(inStore, end)
    // A length that no journal has, where it could not be written: the two are compared at the next start.
    const store = await writeStore(briefingId, toStore, journal.ok ? journalBytes : 0)
    if (store.ok) inStore = end
    const done = Math.min(journalled, inStore)
    pending = pending.slice(done)
    journalled -= done
    inStore -= done
    if (journal.ok && store.ok) return ok(undefined)
    return fail(...explain(journal.ok ? null : journal.error, store.ok ? null : store.error))
  }

  const work = async (): Promise<Result<void>> => {
    let outcome: Result<void> = ok(undefined)
    while (pending.length > 0 && outcome.ok) outcome = await attempt()
    return outcome
  }

  const settle = (): Promise<Result<void>> => {
    clearTimeout(timer)
    running ??= work().then(outcome => {
      running = null
      failures = outcome.ok ? 0 : failures + 1
      if (!outcome.ok) timer = setTimeout(settle, waits[Math.min(failures, waits.length) - 1])
      onSettled(outcome)
      return outcome.ok && pending.length > 0 ? settle() : outcome
    })
    return running
  }

  return {
    add: change => {
      pending.push(change)
      void settle()
    },
    settle,
    unsaved: () => pending,
  }
}

/** Answers with the journal's new length, or null where there was nothing to write. */
async function writeJournal(
  briefingId: LogId,
  changes: Change[],
  notInStore: readonly Change[],
): Promise<Result<number | null>> {
  const [first] = changes
  if (first === undefined) return ok(null)
  const written = await appendToJournal(briefingId, first.parent, changes)
  if (written.ok) return written
  const { code } = written.error
  if (code !== 'journal.missing' && code !== 'journal.out-of-step' && code !== 'journal.damaged')
    return written
  return await mendJournal(briefingId, notInStore)
}

async function writeStore(
  briefingId: LogId,
  changes: readonly Change[],
  journalBytes: number,
): Promise<Result<void>> {
  if (changes.length === 0) return ok(undefined)
  const written = await appendToLog(briefingId, changes, journalBytes)
  if (written.ok) return ok(undefined)
  if (written.error.code !== 'journal.out-of-step') return written
  return await mendStore(briefingId)
}

/** Says what is and what is not safe (interface: errors say what happened and what is safe). */
function explain(journal: Failure | null, store: Failure | null): [Failure['code'], string] {
  if (journal === null && store !== null) {
    return [
      store.code,
      `The text is safe in the journal on disk, but the library could not take it in: ${store.message}`,
    ]
  }
  if (journal !== null && store === null) {
    return [
      journal.code,
      `The text is in the library's store, but the journal on disk could not be written: ${journal.message}`,
    ]
  }
  return [
    journal?.code ?? 'store.failed',
    `The last words are only in this window; keep it open. Galley keeps trying to write them: ${journal?.message ?? ''}`,
  ]
}
