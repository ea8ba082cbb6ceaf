import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { type Hash, hashValue, isSameJson } from '../canonical.ts'
import { ok, type Result } from '../result.ts'
import { carryRecords, type Report, recordsTouched } from './carry-records.ts'
import type { Change, Operation, Origin } from './change.ts'
import type { Conflict } from './conflict.ts'
import { applyChange, composeChange, replay } from './log.ts'
import { narrowed } from './narrow.ts'
import { type BranchStep, Rebase } from './rebase.ts'
import { applyStep, readStep } from './step.ts'

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
  const steps = stepsWithDocuments(ancestor.value.doc, incoming)
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
      id: idFrom(hashValue([firstId(change), briefing.head])),
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

/** The id of a change on the copy that it was first made on. */
function firstId(change: Change): string {
  return change.carries ?? change.id
}

/**
 * Finds in a list the change that another one carries, is carried by, is carried like, or is. One id with two
 * contents is not the same change.
 */
function finderIn(changes: readonly Change[]): (other: Change) => Change | undefined {
  const byId = new Map<string, Change[]>()
  for (const change of changes) byId.set(firstId(change), [...(byId.get(firstId(change)) ?? []), change])
  return other =>
    byId
      .get(firstId(other))
      ?.find(
        change =>
          change.carries !== undefined ||
          other.carries !== undefined ||
          isSameJson(change.operations, other.operations),
      )
}

/** The steps of each change in order, with the document before each. */
function stepsWithDocuments(start: Node, changes: readonly Change[]): Map<Change, BranchStep[]> {
  let doc = start
  return new Map(
    changes.map(change => [
      change,
      stepsIn(change).map(step => {
        const before = doc
        doc = applyStep(doc, step)
        return { step: narrowed(step, before), before, change: change.id }
      }),
    ]),
  )
}

function stepsIn(change: Change): Step[] {
  return change.operations.flatMap(operation =>
    operation.type === 'steps' ? operation.steps.map(readStep) : [],
  )
}

/** The base's steps, each with the branch's step that it carries where the two are the same size. */
function baseSteps(
  since: readonly Change[],
  findIncoming: (change: Change) => Change | undefined,
  branch: ReadonlyMap<Change, readonly BranchStep[]>,
): { step: Step; twin: number | null }[] {
  const firsts = new Map<Change, number>()
  let count = 0
  for (const [change, steps] of branch) {
    firsts.set(change, count)
    count += steps.length
  }
  return since.flatMap(change => {
    const steps = stepsIn(change)
    const carriedOne = findIncoming(change)
    const twins = carriedOne === undefined ? undefined : branch.get(carriedOne)
    const first = carriedOne === undefined ? undefined : firsts.get(carriedOne)
    const isTwin =
      twins?.length === steps.length &&
      steps.every((step, index) => sizes(step) === sizes(twins[index]?.step))
    return steps.map((step, index) => ({ step, twin: isTwin && first !== undefined ? first + index : null }))
  })
}

/** How much a step puts in at each place, for telling whether another could be the same one moved. */
function sizes(step: Step | undefined): string {
  const put: number[] = []
  step?.getMap().forEach((_oldFrom, _oldTo, from, to) => {
    put.push(to - from)
  })
  return put.join()
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

/** A UUID of version 8 (RFC 9562, 5.8) from a hash. */
function idFrom(hash: Hash): string {
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
