import type { Briefing } from './briefing.ts'

/** What a log is kept under, where several may be of one briefing: a master, and review copies of it. */
export type LogId = string & { readonly __logId: true }

/**
 * The id of a briefing's log: the briefing's own for a master, the copy's for a review copy. A copy has the
 * briefing's id too, and both can be on one machine.
 */
export function logIdOf({ id, records }: Pick<Briefing, 'id' | 'records'>): LogId {
  return (records.handoff.copy?.copy ?? id) as string as LogId
}
