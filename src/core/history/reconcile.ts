import type { Briefing } from '../briefing/briefing.ts'
import type { HeldConflict } from '../briefing/handoff.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Change, originHash } from './change.ts'
import { joinFork, type LogCopy } from './fork.ts'
import { replay } from './log.ts'

export type { LogCopy } from './fork.ts'

/** What two copies of one log come to. `changes` is the whole log to go on with, `briefing` its end. */
export type Reconciliation = {
  readonly changes: readonly Change[]
  readonly briefing: Briefing
} & (
  | { readonly kind: 'same' }
  /** One copy holds all of the other and more. */
  | { readonly kind: 'extended'; readonly longer: 'a' | 'b' }
  /** Both went on; the base's changes come first, then the other's, carried. */
  | {
      readonly kind: 'forked'
      readonly base: 'a' | 'b'
      /** The changes carried behind the base's; each names the one it carries. */
      readonly carried: readonly Change[]
      /** What of the other copy did not come along as it was meant. Where there is any, keep that copy. */
      readonly conflicts: readonly HeldConflict[]
    }
)

/**
 * One log from two copies of it. Where they forked, the longer is the base; of two equally long ones the one
 * with the lower head hash, so that two machines that reconcile the same copies reach the same log. The
 * other's changes after the common ancestor are carried over with their author and time, a new id that
 * follows from theirs, and `carries` naming it; those that the base already carries are left out, so that
 * reconciling again changes nothing. What conflicts is held in the log.
 * Fails with `history.invalid` for logs of two briefings, and as `replay` does.
 */
export function reconcile(a: LogCopy, b: LogCopy): Result<Reconciliation> {
  if (originHash(a.origin) !== originHash(b.origin)) {
    return fail('history.invalid', 'These are the histories of two different briefings')
  }
  const shared = sharedLength(a.changes, b.changes)
  if (shared === a.changes.length || shared === b.changes.length) {
    const longer = a.changes.length >= b.changes.length ? 'a' : 'b'
    const { changes } = longer === 'a' ? a : b
    const briefing = replay(a.origin, changes)
    if (!briefing.ok) return briefing
    const found = { changes, briefing: briefing.value }
    return ok(
      a.changes.length === b.changes.length
        ? { kind: 'same', ...found }
        : { kind: 'extended', longer, ...found },
    )
  }
  const base = isBase(a.changes, b.changes) ? 'a' : 'b'
  const [first, second] = base === 'a' ? [a, b] : [b, a]
  const joined = joinFork(first, second.changes, shared)
  return joined.ok ? ok({ kind: 'forked', base, ...joined.value }) : joined
}

function sharedLength(a: readonly Change[], b: readonly Change[]): number {
  const shorter = Math.min(a.length, b.length)
  for (let index = 0; index < shorter; index += 1) {
    if (a[index]?.hash !== b[index]?.hash) return index
  }
  return shorter
}

function isBase(a: readonly Change[], b: readonly Change[]): boolean {
  if (a.length !== b.length) return a.length > b.length
  return (a.at(-1)?.hash ?? '') < (b.at(-1)?.hash ?? '')
}
