import type { StandingApproval } from '../../../core/review/approvals.ts'

/** The approvals on one line: "1 approved, 1 asks for changes, 1 out of date". */
export function approvalWords(approvals: readonly StandingApproval[]): string {
  const current = approvals.filter(({ state }) => state === 'current')
  const approved = current.filter(({ verdict }) => verdict === 'approved').length
  const asking = current.length - approved
  const stale = approvals.length - current.length
  const parts = [
    approved > 0 ? `${approved} approved` : '',
    asking > 0 ? `${asking} ${asking === 1 ? 'asks' : 'ask'} for changes` : '',
    stale > 0 ? `${stale} out of date` : '',
  ]
  return parts.filter(part => part !== '').join(', ') || 'None yet'
}
