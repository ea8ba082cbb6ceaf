import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { ok, type Result } from '../result.ts'
import { baseSteps, branchSteps, finderIn, firstId } from './branch.ts'
import { carryRecords, type Report, recordsTouched } from './carry-records.ts'
import type { Change, Operation, Origin } from './change.ts'
import type { Conflict } from './conflict.ts'
import { derivedId } from './derived-id.ts'
import { applyChange, composeChange, replay } from './log.ts'
import { Rebase } from './rebase.ts'

/** One copy of a briefing's log. */
export interface LogCopy {
  readonly origin: Origin
  readonly changes: readonly Change[]
}

/** A fork made one log again. */
export interface Joined {
  /** The base's changes, then the carried ones. */
  readonly changes: readonly Change[]
  readonly carried: readonly Change[]
  readonly conflicts: readonly Conflict[]
  readonly briefing: Briefing
}

/**
 * Carries a branch's changes behind the base's. Where the base has one that was made on the branch, all before
 * it were looked at then: what they left nothing of is not tried again.
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
  const steps = branchSteps(ancestor.value.doc, incoming)
  const findIncoming = finderIn(incoming)
  const findInBase = finderIn(since)
  const rebase = new Rebase(
    ancestor.value.doc,
    baseSteps(since, findIncoming, steps),
    [...steps.values()].flat(),
  )
  const own = recordsTouched(since.filter(change => findIncoming(change) === undefined))

  const considered = incoming.findLastIndex(
    change => change.carries === undefined && findInBase(change) !== undefined,
  )
  let index = 0
  let briefing = baseEnd.value
  const carried: Change[] = []
  const conflicts: Conflict[] = []
  for (const [place, change] of incoming.entries()) {
    const first = index
    index += steps.get(change)?.length ?? 0
    if (place <= considered || findInBase(change) !== undefined) continue
    const report: Report = conflict => {
      conflicts.push({ ...conflict, change: change.id, author: change.author, time: change.time })
    }
    const operations = [
      ...carryRecords(change, { now: briefing, own, theirs: branchEnd.value }, report),
      ...carrySteps(rebase, first, index, report),
    ]
    // An author alone is worth a change only where that was all there was to it.
    const isWorthIt = operations.some(({ type }) => type !== 'author') || isOnlyAuthors(change)
    if (operations.length === 0 || !isWorthIt) continue
    const next = composeChange(briefing, {
      id: derivedId([firstId(change), briefing.head]),
      author: authorOf(change, briefing, branchEnd.value),
      time: change.time,
      operations,
      carries: firstId(change),
    })
    const applied = applyChange(briefing, next)
    if (!applied.ok) return applied
    briefing = applied.value
    carried.push(next)
  }
  return ok({ changes: [...base.changes, ...carried], carried, conflicts, briefing })
}

/** The branch's steps from one index to before another, carried, as an operation; none where none is left. */
function carrySteps(rebase: Rebase, from: number, to: number, report: Report): Operation[] {
  const steps: Record<string, unknown>[] = []
  for (let index = from; index < to; index += 1) {
    const rebased = rebase.carry(index)
    steps.push(...rebased.steps.map(step => step.toJSON()))
    if (rebased.conflict !== null) report(rebased.conflict)
  }
  return steps.length === 0 ? [] : [{ type: 'steps', steps }]
}

function isOnlyAuthors(change: Change): boolean {
  return change.operations.every(({ type }) => type === 'author')
}

function authorOf(change: Change, now: Briefing, branchEnd: Briefing): Author {
  const author = now.authors.get(change.author) ?? branchEnd.authors.get(change.author)
  if (author === undefined) throw new Error(`No author ${change.author} in a log that was replayed`)
  return author
}
