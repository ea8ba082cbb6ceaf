import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { HeldConflict } from '../briefing/handoff.ts'
import { ok, type Result } from '../result.ts'
import { baseSteps, branchSteps, finderIn, firstId } from './branch.ts'
import { invitesIn, withInvites } from './carry-invite.ts'
import { carriedRecords, recordsTouched } from './carry-records.ts'
import { carrySteps } from './carry-steps.ts'
import type { Change, Operation, Origin } from './change.ts'
import { derivedId } from './derived-id.ts'
import { holding, Notes, toHold } from './hold.ts'
import { applyChange, composeChange, replay } from './log.ts'
import { Rebase } from './rebase.ts'

/** One copy of a briefing's log. */
export interface LogCopy {
  readonly origin: Origin
  readonly changes: readonly Change[]
}

/** A fork made one log again. */
export interface Joined {
  /** The base's changes, then the carried ones, then, where anything conflicts, one that holds that. */
  readonly changes: readonly Change[]
  readonly carried: readonly Change[]
  readonly conflicts: readonly HeldConflict[]
  readonly briefing: Briefing
}

/**
 * Carries a branch's changes behind the base's, every one that the base does not carry yet: one of which nothing
 * is left is carried without its words, so that the log knows that it was looked at. What is appended, to the
 * last hash, follows from the two logs alone: whoever joins them comes to the same log.
 * @param shared how many changes both begin with
 * Fails as `replay` does.
 */
export function joinFork(base: LogCopy, branch: readonly Change[], shared: number): Result<Joined> {
  const ancestor = replay(base.origin, base.changes.slice(0, shared))
  if (!ancestor.ok) return ancestor
  const baseEnd = replay(base.origin, base.changes)
  if (!baseEnd.ok) return baseEnd
  const branchEnd = replay(base.origin, branch)
  if (!branchEnd.ok) return branchEnd

  const since = base.changes.slice(shared)
  const incoming = branch.slice(shared)
  const branched = branchSteps(ancestor.value.doc, incoming)
  const findIncoming = finderIn(incoming)
  const findInBase = finderIn(since)
  const rebase = new Rebase(
    ancestor.value.doc,
    baseSteps(since, findIncoming, branched),
    [...branched.values()].flat(),
  )
  const own = recordsTouched(since.filter(change => findIncoming(change) === undefined))

  let index = 0
  let briefing = baseEnd.value
  const carried: Change[] = []
  const notes = new Notes()
  for (const change of incoming) {
    const steps = branched.get(change) ?? []
    const first = index
    index += steps.length
    if (findInBase(change) !== undefined) continue
    const invites = invitesIn(change, () => rebase.stepsBack(first), own)
    const held = notes.holder(change)
    const records = carriedRecords(
      change,
      { now: briefing, own, theirs: branchEnd.value },
      (conflict, proposal) =>
        held(proposal === undefined ? conflict : { ...conflict, kind: 'proposal' }, null, proposal),
    )
    if (!records.ok) return records
    const operations: Operation[] = records.value
    const applied = carrySteps(rebase, change, steps, first, notes)
    if (applied.length > 0) operations.push({ type: 'steps', steps: applied.map(step => step.toJSON()) })
    const author = authorOf(change.author, briefing, branchEnd.value)
    const next = composeChange(briefing, {
      id: derivedId([firstId(change), briefing.head]),
      author,
      time: change.time,
      operations: operations.length > 0 ? withInvites(operations, invites) : [{ type: 'author', author }],
      carries: firstId(change),
    })
    const after = applyChange(briefing, next)
    if (!after.ok) return after
    briefing = after.value
    carried.push(next)
  }
  const conflicts = notes.conflicts()
  const joined = [...base.changes, ...carried]
  const closing = closingOf(briefing, carried.at(-1), conflicts)
  if (closing === null) return ok({ changes: joined, carried, conflicts, briefing })
  const closed = applyChange(briefing, closing)
  if (!closed.ok) return closed
  return ok({ changes: [...joined, closing], carried, conflicts, briefing: closed.value })
}

/** The change that holds the conflicts of a join: nobody's, so it is by the author and of the time of the last. */
function closingOf(
  briefing: Briefing,
  last: Change | undefined,
  conflicts: readonly HeldConflict[],
): Change | null {
  const operations = holding(toHold(conflicts, briefing))
  if (last === undefined || operations.length === 0) return null
  return composeChange(briefing, {
    id: derivedId(['joined', briefing.head]),
    author: authorOf(last.author, briefing, briefing),
    time: last.time,
    operations,
  })
}

function authorOf(id: string, now: Briefing, branchEnd: Briefing): Author {
  const author = now.authors.get(id) ?? branchEnd.authors.get(id)
  if (author === undefined) throw new Error(`No author ${id} in a log that was replayed`)
  return author
}
