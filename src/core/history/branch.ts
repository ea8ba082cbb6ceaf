import type { Node } from 'prosemirror-model'
import { AddNodeMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { isSameJson } from '../canonical.ts'
import type { BaseStep } from './base-side.ts'
import type { Change } from './change.ts'
import { wordsOf } from './conflict.ts'
import { moveOf } from './moves.ts'
import { narrowed } from './narrow.ts'
import { PutBack } from './put-back.ts'
import type { BranchStep } from './rebased.ts'
import { applyKnownStep, readStep } from './step.ts'

/** The id of a change on the copy that it was first made on. */
export function firstId(change: Change): string {
  return change.carries ?? change.id
}

/**
 * Finds in a list the change that another one carries, is carried by, is carried like, or is. One id with two
 * contents is not the same change.
 */
export function finderIn(changes: readonly Change[]): (other: Change) => Change | undefined {
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

/** The steps of each change in order, as a branch that starts from a document. */
export function branchSteps(start: Node, changes: readonly Change[]): Map<Change, BranchStep[]> {
  const all = branchOf(
    start,
    changes.flatMap(change => stepsIn(change).map(step => ({ step, change: change.id }))),
  )
  let next = 0
  return new Map(
    changes.map(change => {
      const first = next
      next += stepsIn(change).length
      return [change, all.slice(first, next)]
    }),
  )
}

/**
 * Steps as a branch: replacements without what they put back as it was, and moves and what was put back known for
 * what they are. Keeps no document longer than the step behind it: thousands of versions of a long paragraph would
 * not fit in memory.
 */
export function branchOf(
  start: Node,
  steps: readonly { readonly step: Step; readonly change: string }[],
): BranchStep[] {
  const branch: BranchStep[] = []
  const putBack = new PutBack()
  let doc = start
  let last = null as { step: Step; before: Node; change: string } | null
  const lastAlone = () => {
    if (last === null) return
    const { step, before, change } = last
    branch.push({ step, change, move: null, putsBack: putBack.next(step, before, branch.length) })
  }
  for (const { step: whole, change } of steps) {
    const before = doc
    doc = applyKnownStep(doc, whole)
    const step = narrowed(whole, before)
    const move = last?.change === change ? moveOf(last.step, step, [last.before, before]) : null
    if (last === null || move === null) {
      lastAlone()
      last = { step, before, change }
      continue
    }
    for (const [one, made] of [[last.step, move] as const, [step, null] as const]) {
      putBack.pass(one)
      branch.push({ step: one, change, move: made, putsBack: null })
    }
    last = null
  }
  lastAlone()
  return branch.map((one, index) =>
    one.putsBack !== null && isSuggestedNew(one, branch[index + 1]) ? { ...one, putsBack: null } : one,
  )
}

/** Whether what a step puts in is then marked as suggested: that is new, though the same was there before. */
function isSuggestedNew({ step, change }: BranchStep, next: BranchStep | undefined): boolean {
  return (
    step instanceof ReplaceStep &&
    next?.change === change &&
    next.step instanceof AddNodeMarkStep &&
    next.step.mark.type.name === 'insertion' &&
    step.from <= next.step.pos &&
    next.step.pos < step.from + step.slice.size
  )
}

/** A replacement around nothing, as ProseMirror makes of some deletions, is a plain one. */
function plain(step: Step): Step {
  if (!(step instanceof ReplaceAroundStep) || step.gapFrom < step.gapTo) return step
  const { from, to, gapFrom, gapTo, slice, insert } = step
  // An empty block that changes its kind stays the block it was.
  if (gapFrom - from === insert && to - gapTo === slice.size - insert) return step
  return new ReplaceStep(from, to, slice)
}

const read = new WeakMap<Change, readonly Step[]>()

/** The steps of a change; a change never changes, so they are read once. */
export function stepsIn(change: Change): readonly Step[] {
  const known = read.get(change)
  if (known !== undefined) return known
  const steps = change.operations.flatMap(operation =>
    operation.type === 'steps' ? operation.steps.map(json => plain(readStep(json))) : [],
  )
  read.set(change, steps)
  return steps
}

/** Tells which steps a change consists of, where whoever made it has them: they need not be read from it then. */
export function knownSteps(change: Change, steps: readonly Step[]): void {
  read.set(change, steps.map(plain))
}

/**
 * The base's steps, each with the branch's step that it carries: step by step where all are of the same size,
 * else those that put in the same words, in order.
 * @param isTakenBack whether a change was taken back as a whole, or takes another back
 */
export function baseSteps(
  since: readonly Change[],
  findIncoming: (change: Change) => Change | undefined,
  branch: ReadonlyMap<Change, readonly BranchStep[]>,
  isTakenBack: (change: Change) => boolean = () => false,
): BaseStep[] {
  const firsts = new Map<Change, number>()
  let count = 0
  for (const [change, steps] of branch) {
    firsts.set(change, count)
    count += steps.length
  }
  return since.flatMap((change): BaseStep[] => {
    const steps = stepsIn(change)
    const carriedOne = findIncoming(change)
    const originals = carriedOne === undefined ? undefined : branch.get(carriedOne)
    const first = carriedOne === undefined ? undefined : firsts.get(carriedOne)
    if (originals === undefined || first === undefined) {
      const takenBack = isTakenBack(change)
      return steps.map(step => ({ step, twin: null, takenBack }))
    }
    const carries = { first, end: first + originals.length }
    const isSame =
      originals.length === steps.length &&
      steps.every((step, index) => sizes(step) === sizes(originals[index]?.step))
    if (isSame) return steps.map((step, index) => ({ step, twin: first + index, carries }))
    let next = 0
    return steps.map(step => {
      const found = originals.findIndex(
        ({ step: other }, index) => index >= next && putsInTheSame(step, other),
      )
      if (found < 0) return { step, twin: null, carries }
      next = found + 1
      return { step, twin: first + found, carries }
    })
  })
}

function putsInTheSame(a: Step, b: Step): boolean {
  if (!(a instanceof ReplaceStep && b instanceof ReplaceStep)) return false
  return a.slice.size > 0 && a.slice.size === b.slice.size && wordsOf(a.slice) === wordsOf(b.slice)
}

/** How much a step puts in at each place, for telling whether another could be the same one moved. */
function sizes(step: Step | undefined): string {
  const put: number[] = []
  step?.getMap().forEach((_oldFrom, _oldTo, from, to) => {
    put.push(to - from)
  })
  return put.join()
}
