import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Rights } from '../briefing/handoff.ts'
import { firstId, stepsIn } from '../history/branch.ts'
import type { Change } from '../history/change.ts'
import { originHash } from '../history/change.ts'
import type { LogCopy } from '../history/fork.ts'
import { applyKnownStep, applyStep, readStep } from '../history/step.ts'
import { fail, ok, type Result } from '../result.ts'
import { schema } from '../schema/schema.ts'
import { hidingSteps } from './hiding.ts'
import { type Handed, operationOf } from './operation-of.ts'
import type { WholeLog } from './review-copy.ts'

/** Where a copy left a master, and what was made on it since. */
export interface Base {
  /** The master's text then. */
  readonly doc: Node
  /** How many of the master's changes were there then. */
  readonly length: number
  /** The steps that took out what the copy does not show, and the text after them: the copy's first. */
  readonly hiding: readonly Step[]
  readonly shown: Node
  /** The least of what the master allowed and what the copy says. */
  readonly rights: Rights
  /** The reviewer whom this master invited; null where it does not remember the copy. */
  readonly invited: string | null
  /** The fields of the records that another machine had set when the invitation was joined with its log. */
  readonly meanwhile: readonly string[]
  /** The copy's id. */
  readonly copy: string
  /** The copy's own changes: what the return brings. */
  readonly incoming: readonly Change[]
}

/**
 * Finds what a return (or the copy itself, gone on) came from. A master that does not remember sending the
 * copy, because it is another machine's, knows it by its head at the time. One that was joined with another
 * machine's may hold the invitation in a place where the text was another, and takes that back first.
 * Fails with `handoff.other-briefing`, `handoff.not-a-return` or `handoff.unknown-base`.
 */
export function findBase(master: LogCopy, incoming: WholeLog): Result<Base> {
  if (incoming.origin.id !== master.origin.id) {
    return fail('handoff.other-briefing', 'This is of another briefing')
  }
  const copies = incoming.changes.flatMap((change, index) => {
    const copy = operationOf(change, 'copy')
    return copy === null ? [] : [{ copy, index }]
  })
  if (copies.length === 0) {
    return fail('handoff.not-a-return', 'This is neither a review copy nor a return')
  }
  // Of the copies that it was on its way, the last that left from here.
  const places = copies.map(one => ({ ...one, places: placesOf(master, incoming, one) }))
  const left =
    places.findLast(one => one.places[0]?.invitation != null) ?? places.findLast(one => one.places.length > 0)
  if (left === undefined) {
    return fail('handoff.unknown-base', 'This was made from a version of the briefing that is not here')
  }
  const { copy, index: began } = left
  const first = textAfter(incoming, began)
  let failure = fail('handoff.unknown-base', 'Its first text is not the one that was sent')
  for (const { length, steps, invitation } of left.places) {
    const doc = textAfter(master, length)
    let hiding: readonly Step[]
    let shown: Node
    try {
      hiding = steps(doc)
      shown = hiding.reduce(applyStep, doc)
    } catch (error) {
      failure = fail('history.invalid', error instanceof Error ? error.message : String(error))
      continue
    }
    if (!shown.eq(first)) continue
    return ok({
      doc,
      length,
      hiding,
      shown,
      rights: invitation?.rights ?? copy.rights,
      invited: invitation?.reviewer.id ?? null,
      meanwhile: invitation?.moved?.meanwhile ?? [],
      copy: copy.copy,
      incoming: incoming.changes.slice(began + 1),
    })
  }
  return failure
}

/** Where in a master a copy may have left it, and what takes the text there to the copy's first. */
interface Place {
  readonly length: number
  readonly steps: (doc: Node) => readonly Step[]
  readonly invitation: Handed<'invite'> | null
}

/**
 * The places where a copy may have left a master, the surest first: the head that it was made from, then where the
 * invitation was carried to.
 */
function placesOf(
  master: LogCopy,
  incoming: LogCopy,
  { copy, index: began }: { readonly copy: Handed<'copy'>; readonly index: number },
): Place[] {
  const at = master.changes.findIndex(change => operationOf(change, 'invite')?.copy === copy.copy)
  const change = master.changes[at]
  const invitation = change === undefined ? null : operationOf(change, 'invite')
  if (change === undefined || invitation === null) {
    const length = lengthAt(master, copy.base)
    if (length === null) return []
    return [{ length, steps: doc => hidingSteps(doc, new Set(copy.shown)), invitation }]
  }
  const { moved, steps } = invitation
  const head = lengthAt(master, moved?.base ?? copy.base)
  const hiding = steps.slice(moved?.back ?? 0)
  const sent: Place[] = head === null ? [] : [{ length: head, steps: () => hiding.map(readStep), invitation }]
  if (moved === undefined) return [{ length: at, steps: () => steps.map(readStep), invitation }, ...sent]
  // What the copy's changes already came to here, before it was known to have been sent, must be seen as theirs.
  const own = new Set(incoming.changes.slice(began + 1).map(firstId))
  const brought = master.changes.findIndex(one => one.carries !== undefined && own.has(one.carries))
  const length = brought < 0 ? at : Math.min(at, brought)
  const since = master.changes.slice(length, at).flatMap(stepsIn)
  return [...sent, { length, steps: () => [...since, ...steps.map(readStep)], invitation }]
}

function lengthAt(master: LogCopy, head: string): number | null {
  if (originHash(master.origin) === head) return 0
  const index = master.changes.findIndex(change => change.hash === head)
  return index < 0 ? null : index + 1
}

/** The text after a number of changes of a log that was replayed, so that nothing of it is checked again. */
function textAfter({ origin, changes }: LogCopy, length: number): Node {
  return changes.slice(0, length).flatMap(stepsIn).reduce(applyKnownStep, schema.nodeFromJSON(origin.doc))
}
