import type { Step } from 'prosemirror-transform'
import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Comment, Records, Thread } from '../briefing/records.ts'
import { isSameJson } from '../canonical.ts'
import { branchOf, firstId, stepsIn } from '../history/branch.ts'
import type { Change, Operation } from '../history/change.ts'
import type { Conflict } from '../history/conflict.ts'
import { derivedId } from '../history/derived-id.ts'
import { applyChange, composeChange, replay } from '../history/log.ts'
import { Rebase } from '../history/rebase.ts'
import { applyKnownStep } from '../history/step.ts'
import { fail, ok, type Result } from '../result.ts'
import { operationOf } from './operation-of.ts'
import type { WholeLog } from './review-copy.ts'

/** The change that takes a merge back, and what it could not take back because the words were changed since. */
export interface UndoneMerge {
  readonly change: Change
  readonly briefing: Briefing
  readonly left: readonly Conflict[]
}

/**
 * Takes a merge back by one change: text and records are what they were before it, exactly where nothing
 * happened since, else as if it had never been merged. The returns can be merged again afterwards.
 * Fails with `handoff.unknown-merge` where the log holds no such merge, or it is undone.
 */
export function undoMerge(
  log: WholeLog,
  merge: string,
  { author, time }: { readonly author: Author; readonly time: string },
): Result<UndoneMerge> {
  const end = log.changes.findIndex(change => operationOf(change, 'merge')?.merge === merge)
  const isStanding = log.briefing.records.handoff.merges.some(({ id, undone }) => id === merge && !undone)
  const last = log.changes[end]
  if (last === undefined || !isStanding) {
    return fail('handoff.unknown-merge', 'There is no such merge to take back')
  }
  const done = new Set(operationOf(last, 'merge')?.done.map(({ change }) => change))
  let start = end
  for (let one = log.changes[start - 1]; one?.carries !== undefined && done.has(firstId(one)); ) {
    start -= 1
    one = log.changes[start - 1]
  }
  const before = replay(log.origin, log.changes.slice(0, start))
  if (!before.ok) return before
  const after = replay(log.origin, log.changes.slice(0, end + 1))
  if (!after.ok) return after

  const inverse = inverseOf(before.value, log.changes.slice(start, end + 1))
  const later = log.changes.slice(end + 1).flatMap(stepsIn)
  const left: Conflict[] = []
  const rebase = new Rebase(
    after.value.doc,
    later.map(step => ({ step, twin: null })),
    branchOf(
      after.value.doc,
      inverse.map(step => ({ step, change: merge })),
    ),
  )
  const steps =
    later.length === 0
      ? inverse
      : inverse.flatMap((_, index) => {
          const { steps: carried, conflict } = rebase.carry(index)
          if (conflict !== null) left.push(conflict)
          return carried
        })
  const operations: Operation[] =
    steps.length === 0 ? [] : [{ type: 'steps', steps: steps.map(step => step.toJSON()) }]
  operations.push({
    type: 'merge.undo',
    merge,
    ...takenBack(before.value.records, after.value.records, log.briefing.records),
  })
  const change = composeChange(log.briefing, {
    id: derivedId(['undo', merge, log.briefing.head]),
    author,
    time,
    operations,
  })
  const applied = applyChange(log.briefing, change)
  return applied.ok ? ok({ change, briefing: applied.value, left }) : applied
}

/** The steps of some changes backwards, each taken back. */
function inverseOf(before: Briefing, changes: readonly Change[]): Step[] {
  const steps: Step[] = []
  let doc = before.doc
  for (const step of changes.flatMap(stepsIn)) {
    steps.push(step.invert(doc))
    doc = applyKnownStep(doc, step)
  }
  return steps.reverse()
}

/** The records without what a merge brought: as they were, where nobody touched them since. */
function takenBack(before: Records, after: Records, now: Records) {
  const threads = [...after.threads.keys(), ...before.threads.keys()].flatMap(id => {
    const [was, merged, is] = [before.threads.get(id), after.threads.get(id), now.threads.get(id)]
    if (isSameJson(was ?? null, merged ?? null)) return []
    const thread = isSameJson(merged ?? null, is ?? null) ? (was ?? null) : without(is, merged, was)
    return [{ id, thread }]
  })
  const isUnique = ({ id }: { id: string }, index: number) =>
    threads.findIndex(one => one.id === id) === index
  return {
    threads: threads.filter(isUnique),
    status: null,
    approvals: lessThan(before.approvals, after.approvals, now.approvals),
    versions: lessThan(before.versions, after.versions, now.versions),
    conflicts: lessThan(before.handoff.conflicts, after.handoff.conflicts, now.handoff.conflicts),
  }
}

/**
 * A thread that went on after a merge: as it was before it, with what came after it. What the merge deleted or
 * changed is back, what it brought is gone; what somebody deleted or changed since stays as they left it.
 */
function without(is: Thread | undefined, merged: Thread | undefined, was: Thread | undefined): Thread | null {
  if (is === undefined) return null
  const [mergedById, isById] = [commentsById(merged), commentsById(is)]
  const kept = (was?.comments ?? []).flatMap(comment => {
    const left = mergedById.get(comment.id)
    const now = isById.get(comment.id)
    if (left === undefined) return [comment]
    if (now === undefined) return []
    return [isSameJson(now, left) ? comment : now]
  })
  const had = commentsById(was)
  const later = is.comments.filter(({ id }) => !mergedById.has(id) && !had.has(id))
  const comments = [...kept, ...later]
  if (comments.length === 0) return null
  const before = was ?? is
  const isPlaceOfMerge = merged === undefined || isSameJson(is.quote, merged.quote)
  // A reply that came since opened it, if it was not open.
  const isStateOfMerge =
    later.length === 0 && merged !== undefined && isSameJson(is.resolved, merged.resolved)
  return {
    ...is,
    comments,
    ...(isPlaceOfMerge ? { quote: before.quote, quoteCounter: before.quoteCounter } : {}),
    resolved: isStateOfMerge ? (was?.resolved ?? null) : is.resolved,
  }
}

function commentsById(thread: Thread | undefined): ReadonlyMap<string, Comment> {
  return new Map(thread?.comments.map(comment => [comment.id, comment]))
}

/** A list without what a merge added to it; null where it added nothing. */
function lessThan<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  now: readonly T[],
): T[] | null {
  const had = new Set(before.map(({ id }) => id))
  const brought = new Set(after.flatMap(({ id }) => (had.has(id) ? [] : [id])))
  return brought.size === 0 ? null : now.filter(({ id }) => !brought.has(id))
}
