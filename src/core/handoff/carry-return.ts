import type { Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, type Step } from 'prosemirror-transform'
import type { Briefing } from '../briefing/briefing.ts'
import { type HeldConflict, leastRights, type Rights } from '../briefing/handoff.ts'
import { isSameJson } from '../canonical.ts'
import type { BaseStep } from '../history/base-side.ts'
import { baseSteps, branchSteps, finderIn, firstId, knownSteps } from '../history/branch.ts'
import { carriedRecords, recordsTouched } from '../history/carry-records.ts'
import { carrySteps } from '../history/carry-steps.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import type { Followed } from '../history/followed.ts'
import { type Hold, Notes } from '../history/hold.ts'
import { applyChange, composeChange } from '../history/log.ts'
import { Rebase } from '../history/rebase.ts'
import type { BranchStep } from '../history/rebased.ts'
import { applyKnownStep } from '../history/step.ts'
import { ok, type Result } from '../result.ts'
import { isMoreThanSuggesting, isPlainEdit, takesOutSettled } from '../review/exceeds.ts'
import { asSuggestions, refusing } from './as-suggestions.ts'
import type { Base } from './base.ts'
import type { Known } from './known.ts'
import { statesIn } from './looked-at.ts'
import { operationOf } from './operation-of.ts'
import { putInBy } from './puts-in.ts'

/** One change of a return, as it was carried. */
export interface Carried {
  readonly original: Change
  /** Null where nothing was left to append. */
  readonly change: Change | null
  /** Whether it edited the text directly. */
  readonly isEdit: boolean
}

/** What a return came to behind a master. */
export interface CarriedReturn {
  readonly briefing: Briefing
  readonly carried: readonly Carried[]
  readonly done: readonly { readonly change: string; readonly hash: string | null }[]
  readonly conflicts: readonly HeldConflict[]
}

/** What a change of a return may not bring as it is: the operations of hand-off are the log's own. */
const internal: ReadonlySet<string> = new Set([
  'invite',
  'copy',
  'merge',
  'merge.undo',
  'conflict.add',
  'conflict.settle',
  'conflict.reopen',
])

/**
 * Carries a return's changes behind a master, each with its author and its time, naming the one it carries
 * (architecture: hand-off and merge). Known changes are left out, as are those that the copy itself took back;
 * one that claims a known id with other content is refused and kept as a conflict. What goes beyond the
 * reviewer's rights lands as suggestions, and so do all edits where `edits` asks for that. Details and status
 * become proposals. What the copy itself held as conflicts, of a return that was merged there, is this return's;
 * what was settled there is not settled here.
 * @param since the master's changes since the base, with what was appended already
 * @param followed what carrying other returns behind the same master made of its steps
 * @param theirs the return's own end, for the quotes of threads and the names of authors
 */
export function carryReturn(
  now: Briefing,
  since: readonly Change[],
  base: Base,
  theirs: Briefing,
  known: Known,
  edits: 'edits' | 'suggestions',
  followed: Followed,
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
    followed,
  )
  const own = new Set([
    ...base.meanwhile,
    ...recordsTouched(since.filter(change => findIncoming(change) === undefined && !isTakenBack(change))),
  ])
  const takenBack = takenBackIn(incoming, known)
  const stateOf = statesIn(known, base.shown)

  let briefing = now
  let index = 0
  let rights: Rights = edits === 'suggestions' ? leastRights(base.rights, 'suggest') : base.rights
  const carried: Carried[] = []
  const done: { change: string; hash: string | null }[] = []
  const notes = new Notes()
  const writers = writersIn(incoming)
  for (const original of incoming) {
    const steps = branch.get(original) ?? []
    const first = index
    index += steps.length
    const passed = operationOf(original, 'copy')
    if (passed !== null) rights = leastRights(rights, passed.rights)

    const held = notes.holder(original)
    const state = stateOf(original, () => steps.filter((_, offset) => !rebase.isTakenOut(first + offset)))
    if (state === 'known') continue
    const hash = original.carries === undefined ? original.hash : null
    if (state === 'other') {
      held({ kind: 'refused', wanted: 'Claims the id of another change', content: putInBy(original) }, null)
      continue
    }
    // What another reviewer made, and this copy took back, was not looked at: it can still come from there.
    if (takenBack.has(original) && original.carries !== undefined) continue
    done.push({ change: firstId(original), hash })
    if (takenBack.has(original)) continue

    for (const conflict of conflictsIn(original)) {
      const { author, time, where, proposal } = conflict
      const by = writers.has(author) ? { author, time } : original
      if (!isHeld(briefing, { ...conflict, author: by.author })) held(conflict, where, proposal, by)
    }
    const records = carriedRecords(
      { ...original, operations: recordsOf(original, briefing, held) },
      { now: briefing, own, theirs },
      conflict => held(conflict, null),
    )
    if (!records.ok) return records
    const operations = records.value
    const exceeds = steps.length > 0 && isExcess(rebase.branchAt(first), steps, original.author)
    const mayEdit = rights === 'edit'
    const track = exceeds && !mayEdit ? asSuggestions(original) : undefined
    const applied = carrySteps(rebase, original, steps, first, notes, {
      track,
      isSuggested: !exceeds,
      refused: mayEdit ? undefined : refusing(stepsOf(steps), original.author, exceeds),
    })
    if (applied.length > 0) operations.push({ type: 'steps', steps: applied.map(step => step.toJSON()) })
    const isEdit = exceeds && track === undefined && applied.length > 0
    if (operations.length === 0) {
      carried.push({ original, change: null, isEdit })
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
    knownSteps(change, applied)
    briefing = next.value
    carried.push({ original, change, isEdit })
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
    if (undo !== null) merges.delete(undo.merge)
    if (undone === undefined || undone.some(one => integrated.has(firstId(one)))) continue
    for (const one of [...undone, change]) takenBack.add(one)
  }
  return takenBack
}

/** A change's operations on records, as far as they are its author's to make; the rest are proposals. */
function recordsOf(change: Change, now: Briefing, held: Hold): Operation[] {
  return change.operations.flatMap((operation): Operation[] => {
    if (internal.has(operation.type) || operation.type === 'steps') return []
    if (operation.type === 'author') {
      const isNew = !now.authors.has(operation.author.id) && operation.author.id !== change.author
      return isNew ? [operation] : []
    }
    if (operation.type === 'version') return operation.name === null ? [] : [operation]
    if (operation.type === 'comment.delete' || operation.type === 'comment.edit') {
      return ownComments(operation, change.author, now, held)
    }
    if (operation.type === 'detail') {
      const { name, value } = operation
      if (isSameJson(now.details[name], value)) return []
      const content = typeof value === 'string' ? value : value.join(', ')
      const proposal = { of: 'detail', name, value } as const
      held({ kind: 'proposal', wanted: `To set the ${name}`, content }, null, proposal)
      return []
    }
    if (operation.type === 'status') {
      const { status } = operation
      if (now.records.status === status) return []
      held({ kind: 'proposal', wanted: 'To set the status', content: status }, null, { of: 'status', status })
      return []
    }
    return [operation]
  })
}

/**
 * What of an operation is about its author's own comments; of another's it is a wish. Deleting a thread that one
 * opened takes others' replies along in the copy; here they are not gone unasked.
 */
function ownComments(
  operation: Extract<Operation, { type: 'comment.delete' | 'comment.edit' }>,
  author: string,
  { records }: Briefing,
  held: Hold,
): Operation[] {
  const comments = records.threads.get(operation.thread)?.comments ?? []
  const others = new Map(comments.flatMap(one => (one.author === author ? [] : [[one.id, one.text]])))
  if (operation.type === 'comment.edit') {
    if (!others.has(operation.comment)) return [operation]
    held({ kind: 'lost', wanted: 'To change another’s comment', content: operation.text }, null)
    return []
  }
  for (const id of operation.comments) {
    const content = others.get(id)
    if (content !== undefined) held({ kind: 'lost', wanted: 'To delete another’s comment', content }, null)
  }
  const own = operation.comments.filter(id => !others.has(id))
  return own.length === 0 ? [] : [{ ...operation, comments: own }]
}

/** Those who made the changes, and those to whom they passed the copy on: of their changes nothing may be left. */
function writersIn(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(change => {
      const invite = operationOf(change, 'invite')
      return invite === null ? [change.author] : [change.author, invite.reviewer.id]
    }),
  )
}

type ConflictAdded = Extract<Operation, { type: 'conflict.add' }>

function conflictsIn(change: Change): ConflictAdded[] {
  return change.operations.flatMap(operation => (operation.type === 'conflict.add' ? [operation] : []))
}

/** Whether the same is held already, as it is where the return that it is of was merged here too. */
function isHeld({ records }: Briefing, conflict: Omit<ConflictAdded, 'type' | 'conflict'>): boolean {
  return records.handoff.conflicts.some(
    other =>
      other.author === conflict.author &&
      other.time === conflict.time &&
      other.kind === conflict.kind &&
      other.wanted === conflict.wanted &&
      other.content === conflict.content,
  )
}

function isTextEdit(steps: readonly BranchStep[]): boolean {
  return steps.some(({ step }) => !isOfComment(step))
}

function isOfComment(step: Step): boolean {
  return (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === 'comment'
}

function isExcess(before: Node, edit: readonly BranchStep[], author: string): boolean {
  if (!isTextEdit(edit)) return false
  const steps = stepsOf(edit)
  const [first] = steps
  if (first !== undefined && steps.length === 1 && isPlainEdit(before, first)) return true
  return (
    isMoreThanSuggesting(before, steps.reduce(applyKnownStep, before), author) ||
    takesOutSettled(before, steps, author)
  )
}

function stepsOf(steps: readonly BranchStep[]): Step[] {
  return steps.map(({ step }) => step)
}
