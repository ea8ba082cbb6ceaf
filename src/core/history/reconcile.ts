import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { type Hash, hashValue, isSameJson } from '../canonical.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Change, type Operation, type Origin, originHash } from './change.ts'
import type { Conflict } from './conflict.ts'
import { applyChange, composeChange, replay } from './log.ts'
import { Rebase } from './rebase.ts'
import { applyStep, readStep } from './step.ts'

/** One copy of a briefing's log. */
export interface LogCopy {
  readonly origin: Origin
  readonly changes: readonly Change[]
}

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
      /** The changes appended behind the base's; each names the one it carries. */
      readonly carried: readonly Change[]
      /** What of the other copy did not come along as it was meant. Where there is any, keep that copy. */
      readonly conflicts: readonly Conflict[]
    }
)

/**
 * One log from two copies of it. Where they forked, the longer is the base; of two equally long ones the one
 * with the lower head hash, so that two machines that reconcile the same copies reach the same log. The
 * other's changes after the common ancestor are carried over with their author and time, a new id that
 * follows from theirs, and `carries` naming it; those that the base already carries are left out, so that
 * reconciling again changes nothing.
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
  return base === 'a' ? join(a, b.changes, shared, base) : join(b, a.changes, shared, base)
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

/** The id of a change on the copy that it was first made on. */
function firstId(change: Change): string {
  return change.carries ?? change.id
}

/** Whether one of two changes carries the other, or both the same. One id with two contents is not the same. */
function isSame(one: Change, other: Change): boolean {
  if (firstId(one) !== firstId(other)) return false
  if (one.carries !== undefined || other.carries !== undefined) return true
  return isSameJson(one.operations, other.operations)
}

function join(
  base: LogCopy,
  branch: readonly Change[],
  shared: number,
  side: 'a' | 'b',
): Result<Reconciliation> {
  const ancestor = replay(base.origin, base.changes.slice(0, shared))
  if (!ancestor.ok) return ancestor
  const baseEnd = replay(base.origin, base.changes)
  if (!baseEnd.ok) return baseEnd
  const branchEnd = replay(base.origin, branch)
  if (!branchEnd.ok) return branchEnd

  const since = base.changes.slice(shared)
  const incoming = branch.slice(shared)
  const branchSteps = stepsWithDocuments(ancestor.value.doc, incoming)
  const rebase = new Rebase(ancestor.value.doc, baseSteps(since, incoming, branchSteps), branchSteps)
  /** What the base did by itself, not carried over from the branch before. */
  const own = since.filter(change => !incoming.some(other => isSame(change, other)))

  let briefing = baseEnd.value
  const carried: Change[] = []
  const conflicts: Conflict[] = []
  for (const change of incoming) {
    if (since.some(other => isSame(other, change))) continue
    const report = (conflict: Pick<Conflict, 'kind' | 'wanted' | 'content'>) => {
      conflicts.push({ ...conflict, change: change.id, author: change.author, time: change.time })
    }
    const steps: Step[] = []
    for (const [index, entry] of branchSteps.entries()) {
      if (entry.change !== change) continue
      const rebased = rebase.carry(index)
      steps.push(...rebased.steps)
      if (rebased.conflict !== null) report(rebased.conflict)
    }
    const operations: Operation[] = [
      ...recordOperations(change, briefing, own, report),
      ...(steps.length === 0 ? [] : [{ type: 'steps' as const, steps: steps.map(step => step.toJSON()) }]),
    ]
    // An author alone is worth a change only where that was all there was to it.
    if (!operations.some(({ type }) => type !== 'author') && !isOnlyAuthors(change)) continue
    if (operations.length === 0) continue
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
  return ok({
    kind: 'forked',
    base: side,
    changes: [...base.changes, ...carried],
    carried,
    conflicts,
    briefing,
  })
}

interface BranchStep {
  readonly change: Change
  readonly step: Step
  readonly before: Node
}

function stepsWithDocuments(start: Node, changes: readonly Change[]): BranchStep[] {
  const found: BranchStep[] = []
  let doc = start
  for (const change of changes) {
    for (const step of stepsIn(change)) {
      found.push({ change, step, before: doc })
      doc = applyStep(doc, step)
    }
  }
  return found
}

function stepsIn(change: Change): Step[] {
  return change.operations.flatMap(operation =>
    operation.type === 'steps' ? operation.steps.map(readStep) : [],
  )
}

/** The base's steps, each with the branch's step that it carries where the two are the same size. */
function baseSteps(
  since: readonly Change[],
  incoming: readonly Change[],
  branchSteps: readonly BranchStep[],
): { step: Step; twin: number | null }[] {
  return since.flatMap(change => {
    const steps = stepsIn(change)
    const carriedOne = incoming.find(other => isSame(other, change))
    const first = branchSteps.findIndex(entry => entry.change === carriedOne)
    const twins = branchSteps.filter(entry => entry.change === carriedOne)
    const isTwin =
      carriedOne !== undefined &&
      twins.length === steps.length &&
      steps.every((step, index) => sizes(step) === sizes(twins[index]?.step))
    return steps.map((step, index) => ({ step, twin: isTwin ? first + index : null }))
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

/** Details and authors: what only the branch set comes along; what both set stays as the base has it. */
function recordOperations(
  change: Change,
  now: Briefing,
  own: readonly Change[],
  report: (conflict: Pick<Conflict, 'kind' | 'wanted' | 'content'>) => void,
): Operation[] {
  const ownOperations = own.flatMap(({ operations }) => operations)
  const counters = { ...now.detailCounters }
  return change.operations.flatMap((operation): Operation[] => {
    if (operation.type === 'steps') return []
    if (operation.type === 'author') {
      const { id } = operation.author
      return ownOperations.some(other => other.type === 'author' && other.author.id === id) ? [] : [operation]
    }
    const { name, value } = operation
    if (!ownOperations.some(other => other.type === 'detail' && other.name === name)) {
      const counter = (counters[name] ?? 0) + 1
      counters[name] = counter
      return [{ ...operation, counter }]
    }
    if (!isSameJson(now.details[name], value)) {
      const content = typeof value === 'string' ? value : value.join(', ')
      report({ kind: 'lost', wanted: `To set the ${name}`, content })
    }
    return []
  })
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
