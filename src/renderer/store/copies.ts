import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { readBriefingFile } from '../../core/handoff/read.ts'
import { applyChange, openLog } from '../../core/history/log.ts'
import { type LogCopy, reconcile } from '../../core/history/reconcile.ts'
import { type Failure, ok, type Result } from '../../core/result.ts'
import { createBriefing } from './create.ts'

/** What is left of a log that may be damaged: all up to the first change that does not hold. */
export interface SoundLog extends LogCopy {
  readonly briefing: Briefing
  /** Why the rest was left out; null where nothing was. */
  readonly damage: Failure | null
}

/** The part of a log that holds. Fails where not even its beginning does. */
export function soundPart(log: LogCopy): Result<SoundLog> {
  const opened = openLog(log.origin)
  if (!opened.ok) return opened
  let briefing = opened.value
  for (const [index, change] of log.changes.entries()) {
    const next = applyChange(briefing, change)
    if (!next.ok) {
      return ok({
        origin: log.origin,
        changes: log.changes.slice(0, index),
        briefing,
        damage: next.error,
      })
    }
    briefing = next.value
  }
  return ok({ origin: log.origin, changes: log.changes, briefing, damage: null })
}

/** The newest backup of a briefing that can be read. */
export async function readBackup(briefingId: LogId): Promise<Result<SoundLog>> {
  const read = await window.galley.invoke('backup.read', { briefingId })
  if (!read.ok) return read
  const file = readBriefingFile(read.value.bytes, 'backup')
  if (!file.ok) return file
  const { origin, changes, briefing } = file.value
  return ok({ origin, changes, briefing, damage: null })
}

/** Several copies of one log made into one. */
export interface Joined {
  readonly log: LogCopy
  readonly briefing: Briefing
  readonly forked: boolean
  /** Copies of which something did not come along; they are to be kept as briefings of their own. */
  readonly apart: readonly SoundLog[]
}

/**
 * One log from several copies: the longer of two wins, forks are merged. A copy that belongs to another
 * beginning, or of which not everything fits, is also given `apart`.
 */
export function joinCopies(first: SoundLog, others: readonly SoundLog[]): Joined {
  let best: SoundLog = first
  let forked = false
  const apart: SoundLog[] = []
  for (const other of others) {
    const found = reconcile(best, other)
    if (!found.ok) {
      apart.push(other)
      continue
    }
    const { changes, briefing } = found.value
    if (found.value.kind === 'forked') {
      forked = true
      if (found.value.conflicts.length > 0) apart.push(found.value.base === 'a' ? other : best)
    }
    best = { origin: best.origin, changes, briefing, damage: null }
  }
  return { log: { origin: best.origin, changes: best.changes }, briefing: best.briefing, forked, apart }
}

/** Keeps what a copy leads to as a new briefing with the tag "recovered". */
export async function keepApart(copy: SoundLog): Promise<Result<LogId>> {
  const { doc, details } = copy.briefing
  const tags = details.tags.includes('recovered') ? details.tags : [...details.tags.slice(0, 49), 'recovered']
  return await createBriefing({ doc, details: { ...details, tags } }, { from: copy.briefing, records: true })
}
