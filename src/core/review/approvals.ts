import type { Approval, Records } from '../briefing/records.ts'
import type { Hash } from '../canonical.ts'

/** One person's last word, and whether what it was given for is what would be published now. */
export interface StandingApproval extends Approval {
  readonly state: 'current' | 'stale'
}

/**
 * Each person's latest approval or request for changes, in the order in which they were given (R4). One that
 * was given for other content is stale; it stands again when the content is what it was.
 * @param content the content hash as it is now
 */
export function approvalsNow(records: Pick<Records, 'approvals'>, content: Hash): StandingApproval[] {
  const latest = new Map<string, Approval>()
  for (const approval of records.approvals) {
    latest.delete(approval.author)
    latest.set(approval.author, approval)
  }
  return [...latest.values()].map(approval => ({
    ...approval,
    state: approval.content === content ? 'current' : 'stale',
  }))
}
