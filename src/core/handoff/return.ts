import { titleOf } from '../briefing/briefing.ts'
import { fail, ok, type Result } from '../result.ts'
import type { WholeLog } from './review-copy.ts'
import { writeBriefingFile } from './write.ts'

/**
 * The file that goes back (H3): the copy's log, which is its first text, what it was sent with, and its changes
 * since; its manifest says which copy of which base it answers. `time` is when it is written.
 * Fails with `handoff.not-a-copy` for a log that nobody sent.
 */
export function writeReturn(log: WholeLog, time: string): Result<Uint8Array> {
  if (log.briefing.records.handoff.copy === null) {
    return fail('handoff.not-a-copy', 'This is not a review copy: there is nobody to return it to')
  }
  return ok(writeBriefingFile({ ...log, title: titleOf(log.briefing.doc), time, kind: 'return' }))
}
