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
  | { readonly kind: 'new'; readonly id: LogId }
  | { readonly kind: 'same'; readonly id: LogId }
  | { readonly kind: 'newer'; readonly id: LogId }
  | { readonly kind: 'forked'; readonly id: LogId }
  | {
      readonly kind: 'return'
      /** The log here that the copy was made from. */
      readonly of: LogId
      /** It was written as a return, not as a copy to work in. */
      readonly isReturn: boolean
    }
  | { readonly kind: 'stranger'; readonly reason: Failure }
)

/** A `.briefing` file that was read and found to be whole. */
export interface ReadFile {
  /** Its name, without a path. */
  readonly name: string
  readonly log: WholeLog
  /** It was written as a return, not as a copy to work in. */
  readonly isReturn: boolean
}

/** Reads a `.briefing` file. A bad one is refused whole; the failure names it. */
export function readIncoming(bytes: Uint8Array, name: string): Result<ReadFile> {
  const file = readBriefingFile(bytes, name)
  if (!file.ok) return file
  const { origin, changes, briefing, manifest } = file.value
  return ok({ name, log: { origin, changes, briefing }, isReturn: manifest.kind === 'return' })
}

/**
 * Finds out what a `.briefing` file is to this library; nothing of the file is written by that:
 * - `new`: a master, or a review copy, that is not here;
 * - `same`: a copy of a log that is here and has all of it; `newer`: it goes on from the one here; `forked`:
 *   both went on;
 * - `return`: a return of a log that is here, also where the copy itself is here too; or a review copy, or what
 *   came of one, that was made from a log that is here;
 * - `stranger`: a return of a briefing that is not here, of a version that is not, or a log that only claims
 *   to be one that is here.
 */
export async function place({ name, log, isReturn }: ReadFile): Promise<Result<Incoming>> {
  const { briefing } = log
  const id = logIdOf(briefing)
  const here = await storedLog(id)
  if (!here.ok) return here
  const isHere = here.value !== null && originHash(here.value.origin) === originHash(log.origin)
  let reason = unknownBriefing
  if (isReturn || here.value === null) {
    const sender = briefing.records.handoff.copy === null ? ok(null) : await senderOf(log)
    if (!sender.ok) return sender
    if (sender.value !== null && 'id' in sender.value) {
      return ok({ kind: 'return', of: sender.value.id, isReturn, name, log })
    }
    reason = sender.value ?? reason
  }
  if (isHere && here.value !== null) return ok({ kind: compared(here.value, log), id, name, log })
  if (here.value !== null) return ok({ kind: 'stranger', name, log, reason: anotherBeginning })
  return ok(isReturn ? { kind: 'stranger', name, log, reason } : { kind: 'new', id, name, log })
}

const unknownBriefing: Failure = {
  code: 'handoff.other-briefing',
  message: 'The briefing that it was made from is not in this library.',
}
const anotherBeginning: Failure = {
  code: 'handoff.other-briefing',
  message: 'It says that it is a briefing of this library, but it began as another text.',
}

function compared(ours: WholeLog, theirs: WholeLog): 'same' | 'newer' | 'forked' {
  const knows = (log: WholeLog, head: string) =>
    head === originHash(log.origin) || log.changes.some(({ hash }) => hash === head)
  if (knows(ours, theirs.briefing.head)) return 'same'
  return knows(theirs, ours.briefing.head) ? 'newer' : 'forked'
}

/** The log here that a copy was made from; where there is one that it was not, why; null where there is none. */
async function senderOf(log: WholeLog): Promise<Result<{ readonly id: LogId } | Failure | null>> {
  const senders = await sendersOf(log)
  if (!senders.ok) return senders
  let reason: Failure | null = null
  for (const id of senders.value) {
    const ours = await storedLog(id)
    if (!ours.ok) return ours
    if (ours.value === null) continue
    const base = findBase(ours.value, log)
    if (base.ok) return ok({ id })
    reason ??= base.error
  }
  return ok(reason)
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
