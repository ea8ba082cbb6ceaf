import type { Status } from '../../core/briefing/records.ts'
import type { Result } from '../../core/result.ts'
import { setStatus } from '../../core/review/operations.ts'
import { contentHash } from '../../core/review/publication.ts'
import type { Session } from './session.ts'

/** Sets the status of the text exactly as it is now, and keeps that as a version (R4, R5). */
export function changeStatus(session: Session, status: Status): Result<void> {
  // What was typed last is part of what the status is set on.
  const closed = session.act([])
  if (!closed.ok) return closed
  const { briefing } = session.state.getState()
  if (briefing.records.status === status) return closed
  const content = contentHash(briefing)
  return session.act(setStatus(briefing.records, { status, content, version: crypto.randomUUID() }))
}
