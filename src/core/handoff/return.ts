import { titleOf } from '../briefing/briefing.ts'
import type { Hash } from '../canonical.ts'
import { originHash } from '../history/change.ts'
import type { LogCopy } from '../history/fork.ts'
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

/**
 * Whether anything that a return brings was done in a log behind the change with this hash: checkpoints, and
 * copies that were passed on, are nothing that its sender would learn of. A hash that the log does not know
 * means that it is not the log that it was.
 */
export function hasNewsSince({ origin, changes }: LogCopy, head: Hash): boolean {
  const at = changes.findIndex(({ hash }) => hash === head)
  if (at < 0 && head !== originHash(origin)) return true
  return changes.slice(at + 1).some(({ operations }) =>
    operations.some(operation => {
      if (operation.type === 'version') return operation.name !== null
      return operation.type !== 'author' && operation.type !== 'invite'
    }),
  )
}
