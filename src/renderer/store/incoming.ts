import { type LogId, logIdOf } from '../../core/briefing/log-id.ts'
import { findBase } from '../../core/handoff/base.ts'
import { readBriefingFile } from '../../core/handoff/read.ts'
import type { WholeLog } from '../../core/handoff/review-copy.ts'
import { originHash } from '../../core/history/change.ts'
import { type Failure, ok, type Result } from '../../core/result.ts'
import { database, stored } from './database.ts'
import { storedLog } from './stored-log.ts'

/** What a `.briefing` file is to this library. */
export type Incoming = {
  /** The file's name, without a path. */
  readonly name: string
  readonly log: WholeLog
} & (
  | { readonly kind: 'new' | 'same' | 'newer' | 'forked'; readonly id: LogId }
  | {
      readonly kind: 'return'
      /** The log here that the copy was made from. */
      readonly of: LogId
      /** It was written as a return, not as a copy to work in. */
      readonly isReturn: boolean
    }
  | { readonly kind: 'stranger'; readonly reason: Failure | null }
)

/**
 * Finds out what a `.briefing` file is to this library; nothing of the file is written by that:
 * - `new`: a master, or a review copy, that is not here;
 * - `same`: a copy of a log that is here and has all of it; `newer`: it goes on from the one here; `forked`:
 *   both went on;
 * - `return`: a review copy, or what came of one, that was made from a log that is here;
 * - `stranger`: a return of a briefing that is not here, of a version that is not, or a log that only claims
 *   to be one that is here.
 * A bad file is refused whole; the failure names it.
 */
export async function recognise(bytes: Uint8Array, name: string): Promise<Result<Incoming>> {
  const file = readBriefingFile(bytes, name)
  if (!file.ok) return file
  const { origin, changes, briefing, manifest } = file.value
  const log = { origin, changes, briefing }
  const id = logIdOf(briefing)
  const here = await storedLog(id)
  if (!here.ok) return here
  if (here.value !== null) {
    if (originHash(here.value.origin) !== originHash(origin)) {
      return ok({ kind: 'stranger', name, log, reason: null })
    }
    return ok({ kind: compared(here.value, log), id, name, log })
  }
  const isReturn = manifest.kind === 'return'
  if (briefing.records.handoff.copy === null) return ok({ kind: 'new', id, name, log })
  const senders = await sendersOf(log)
  if (!senders.ok) return senders
  let reason: Failure | null = null
  for (const sender of senders.value) {
    const ours = await storedLog(sender)
    if (!ours.ok) return ours
    if (ours.value === null) continue
    const base = findBase(ours.value, log)
    if (base.ok) return ok({ kind: 'return', of: sender, isReturn, name, log })
    reason = base.error
  }
  if (isReturn) return ok({ kind: 'stranger', name, log, reason })
  return ok({ kind: 'new', id, name, log })
}

function compared(ours: WholeLog, theirs: WholeLog): 'same' | 'newer' | 'forked' {
  const knows = (log: WholeLog, head: string) =>
    head === originHash(log.origin) || log.changes.some(({ hash }) => hash === head)
  if (knows(ours, theirs.briefing.head)) return 'same'
  return knows(theirs, ours.briefing.head) ? 'newer' : 'forked'
}

/** The logs here that a copy may have been made from: the master first, then copies that were passed on. */
async function sendersOf({ origin }: WholeLog): Promise<Result<LogId[]>> {
  const master = origin.id as string as LogId
  const read = await stored(() =>
    database()
      .briefings.filter(card => card.briefing === origin.id && card.id !== master)
      .primaryKeys(),
  )
  return read.ok ? ok([master, ...read.value]) : read
}
