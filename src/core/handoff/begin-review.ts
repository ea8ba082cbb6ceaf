import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Change } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import { composeChange } from '../history/log.ts'
import { setStatus } from '../review/operations.ts'
import { contentHash } from '../review/publication.ts'

/**
 * The change by which a draft of which copies went out is in review (R4). Null where it is further on already, and
 * in a copy that is passed on, whose status is for its sender to set. `time` is ISO 8601 in UTC.
 */
export function beginReview(
  briefing: Briefing,
  { author, time }: { readonly author: Author; readonly time: string },
): Change | null {
  const { records, head } = briefing
  if (records.status !== 'Draft' || records.handoff.copy !== null) return null
  const version = derivedId(['in review', head])
  return composeChange(briefing, {
    id: derivedId(['begin review', head]),
    author,
    time,
    operations: setStatus(records, { status: 'In review', content: contentHash(briefing), version }),
  })
}
