import type { Approval, Status } from '../../../core/briefing/records.ts'
import type { Result } from '../../../core/result.ts'
import { giveApproval, setStatus } from '../../../core/review/operations.ts'
import { contentHash } from '../../../core/review/publication.ts'
import type { Session } from '../../store/session.ts'

/** The status that a verdict suggests. */
export const statusAfter: Readonly<Record<Approval['verdict'], Status>> = {
  approved: 'Approved',
  'changes-requested': 'Changes requested',
}

/** Records a verdict on the text exactly as it is now (R4), and sets the status that goes with it if asked to. */
export function giveVerdict(
  session: Session,
  { verdict, note, withStatus }: { verdict: Approval['verdict']; note: string; withStatus: boolean },
): Result<void> {
  // What was typed last is part of what is judged.
  const closed = session.act([])
  if (!closed.ok) return closed
  const { briefing } = session.state.getState()
  const content = contentHash(briefing)
  const status = setStatus(briefing.records, {
    status: statusAfter[verdict],
    content,
    version: crypto.randomUUID(),
  })
  return session.act([
    ...giveApproval({ id: crypto.randomUUID(), verdict, note, content }),
    ...(withStatus ? status : []),
  ])
}
