import type { Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, type Step } from 'prosemirror-transform'
import type { Briefing } from '../briefing/briefing.ts'
import { type HeldConflict, leastRights, type Rights } from '../briefing/handoff.ts'
import { isSameJson } from '../canonical.ts'
import type { BaseStep } from '../history/base-side.ts'
import { baseSteps, branchSteps, finderIn, firstId } from '../history/branch.ts'
import { carryRecords, recordsTouched } from '../history/carry-records.ts'
import { carrySteps } from '../history/carry-steps.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import { type Hold, Notes } from '../history/hold.ts'
import { applyChange, composeChange } from '../history/log.ts'
import { Rebase } from '../history/rebase.ts'
import type { BranchStep } from '../history/rebased.ts'
import { applyKnownStep } from '../history/step.ts'
import { ok, type Result } from '../result.ts'
import { isMoreThanSuggesting } from '../review/exceeds.ts'
import { asSuggestions, decisionIn } from './as-suggestions.ts'
import type { Base } from './base.ts'
import type { Known } from './known.ts'
import { type WordsChanged, wordsChanged } from './merge-report.ts'
import { operationOf } from './operation-of.ts'

/** One change of a return, as it was carried. */
export interface Carried {
  readonly original: Change
  /** Null where nothing was left to append. */
  readonly change: Change | null
  /** What it edited directly, in words; null where it did not. */
  readonly edit: WordsChanged | null
}

/** What a return came to behind a master. */
export interface CarriedReturn {
  readonly briefing: Briefing
  readonly carried: readonly Carried[]
  readonly done: readonly { readonly change: string; readonly hash: string | null }[]
  readonly conflicts: readonly HeldConflict[]
}

/** What a change of a return may not bring as it is: the operations of hand-off are the log's own. */
const internal: ReadonlySet<string> = new Set(['invite', 'copy', 'merge', 'merge.undo'])

/**
 * Carries a return's changes behind a master, each with its author and its time, naming the one it carries
 * (architecture: hand-off and merge). Known changes are left out, as are those that the copy itself took back;
 * one that claims a known id with other content is refused and kept as a conflict. What goes beyond the
 * reviewer's rights lands as suggestions, and so do all edits where `edits` asks for that. Details and status
 * become proposals.
 * @param since the master's changes since the base, with what was appended already
 * @param theirs the return's own end, for the quotes of threads and the names of authors
 */
export function carryReturn(
  now: Briefing,
  since: readonly Change[],
  base: Base,
  theirs: Briefing,
  known: Known,
  edits: 'edits' | 'suggestions',
): Result<CarriedReturn> {
  const { incoming } = base
  const branch = branchSteps(base.shown, incoming)
  const find = finderIn(incoming)
  const findIncoming = (change: Change) => (known.undone.has(change.id) ? undefined : find(change))
  const isTakenBack = (change: Change) =>
    known.undone.has(change.id) || operationOf(change, 'merge.undo') !== null
  const rebase = new Rebase(
    base.shown,
    [...revealing(base), ...baseSteps(since, findIncoming, branch, isTakenBack)],
    [...branch.values()].flat(),
  )
  const own = new Set([
    ...base.meanwhile,
    ...recordsTouched(since.filter(change => findIncoming(change) === undefined && !isTakenBack(change))),
  ])
  const takenBack = takenBackIn(incoming, known)

  let briefing = now
  let index = 0
  let rights: Rights = edits === 'suggestions' ? leastRights(base.rights, 'suggest') : base.rights
  const carried: Carried[] = []
  const done: { change: string; hash: string | null }[] = []
  const notes = new Notes()
  for (const original of incoming) {
    const steps = branch.get(original) ?? []
    const first = index
    index += steps.length
    const passed = operationOf(original, 'copy')
    if (passed !== null) rights = leastRights(rights, passed.rights)

    const held = notes.holder(original)
    const state = stateOf(original, known)
    if (state === 'known') continue
    const hash = original.carries === undefined ? original.hash : null
    if (state === 'other') {
      const { inserted } = wordsChanged(rebase.branchAt(first), stepsOf(steps))
      held({ kind: 'refused', wanted: 'Claims the id of another change', content: inserted }, null)
      continue
    }
    done.push({ change: firstId(original), hash })
    if (takenBack.has(original)) continue

    const before = briefing.doc
    const operations = carryRecords(
      { ...original, operations: recordsOf(original, briefing, held) },
      { now: briefing, own, theirs },
      conflict => held(conflict, null),
    )
    const exceeds = steps.length > 0 && isExcess(rebase.branchAt(first), steps, original.author)
    const track = exceeds && rights !== 'edit' ? asSuggestions(original) : undefined
    const applied = carrySteps(rebase, original, steps, first, notes, {
      track,
      refused: (step, seen) => (track === undefined ? null : decisionIn(step, seen, original.author)),
    })
    if (applied.length > 0) operations.push({ type: 'steps', steps: applied.map(step => step.toJSON()) })
    const edit = exceeds && track === undefined && applied.length > 0 ? wordsChanged(before, applied) : null
    if (operations.length === 0) {
      carried.push({ original, change: null, edit })
      continue
    }
    const author = briefing.authors.get(original.author) ?? theirs.authors.get(original.author)
    if (author === undefined) throw new Error(`No author ${original.author} in a log that was replayed`)
    const change = composeChange(briefing, {
      id: derivedId([firstId(original), briefing.head]),
      author,
      time: original.time,
      operations,
      carries: firstId(original),
    })
    const next = applyChange(briefing, change)
    if (!next.ok) return next
    briefing = next.value
    carried.push({ original, change, edit })
  }
  return ok({ briefing, carried, done, conflicts: notes.conflicts() })
}

/** What takes the hiding back: the first of what the master has and the copy has not. */
function revealing({ hiding, doc }: Base): BaseStep[] {
  let now = doc
  const steps = hiding.map(step => {
    const inverse = step.invert(now)
    now = applyKnownStep(now, step)
    return { step: inverse, twin: null }
  })
  return steps.reverse()
}

function stateOf(change: Change, { integrated, own }: Known): 'new' | 'known' | 'other' {
  const id = firstId(change)
  const hash = integrated.get(id) ?? own.get(id)
  if (hash === undefined) return integrated.has(id) ? 'known' : 'new'
  return change.carries !== undefined || hash === change.hash ? 'known' : 'other'
}

/** The changes that the copy merged and took back again, where the master has none of them either. */
function takenBackIn(incoming: readonly Change[], { integrated }: Known): ReadonlySet<Change> {
  const merges = new Map<string, readonly Change[]>()
  const takenBack = new Set<Change>()
  let brought: Change[] = []
  for (const change of incoming) {
    if (change.carries !== undefined) brought.push(change)
    const merge = operationOf(change, 'merge')
    if (merge !== null) {
      const ids = new Set(merge.done.map(({ change: id }) => id))
      merges.set(merge.merge, [...brought.filter(one => ids.has(firstId(one))), change])
      brought = []
    }
    const undo = operationOf(change, 'merge.undo')
    const undone = undo === null ? undefined : merges.get(undo.merge)
    if (undone === undefined || undone.some(one => integrated.has(firstId(one)))) continue
    for (const one of [...undone, change]) takenBack.add(one)
  }
  return takenBack
}

/** A change's operations on records, as far as they are its author's to make; the rest are proposals. */
function recordsOf(change: Change, now: Briefing, held: Hold): Operation[] {
  return change.operations.filter(operation => {
    if (internal.has(operation.type) || operation.type === 'steps') return false
    if (operation.type === 'author')
      return !now.authors.has(operation.author.id) && operation.author.id !== change.author
    if (operation.type === 'version') return operation.name !== null
    if (operation.type === 'detail') {
      const { name, value } = operation
      if (isSameJson(now.details[name], value)) return false
      const content = typeof value === 'string' ? value : value.join(', ')
      const proposal = { of: 'detail', name, value } as const
      held({ kind: 'proposal', wanted: `To set the ${name}`, content }, null, proposal)
      return false
    }
    if (operation.type === 'status') {
      const { status } = operation
      if (now.records.status === status) return false
      held({ kind: 'proposal', wanted: 'To set the status', content: status }, null, { of: 'status', status })
      return false
    }
    return true
  })
}

function isTextEdit(steps: readonly BranchStep[]): boolean {
  return steps.some(({ step }) => !isOfComment(step))
}

function isOfComment(step: Step): boolean {
  return (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === 'comment'
}

function isExcess(before: Node, steps: readonly BranchStep[], author: string): boolean {
  if (!isTextEdit(steps)) return false
  return isMoreThanSuggesting(before, stepsOf(steps).reduce(applyKnownStep, before), author)
}

function stepsOf(steps: readonly BranchStep[]): Step[] {
  return steps.map(({ step }) => step)
}
