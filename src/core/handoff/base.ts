import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { leastRights, type Rights } from '../briefing/handoff.ts'
import { stepsIn } from '../history/branch.ts'
import type { Change } from '../history/change.ts'
import { originHash } from '../history/change.ts'
import type { LogCopy } from '../history/fork.ts'
import { applyKnownStep, applyStep, readStep } from '../history/step.ts'
import { fail, ok, type Result } from '../result.ts'
import { schema } from '../schema/schema.ts'
import { hidingSteps } from './hiding.ts'
import { operationOf } from './operation-of.ts'
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
  /** What the master allowed. Of a copy that it does not remember only the file says it: then at most to suggest. */
  readonly rights: Rights
  /** The reviewer whom this master invited; null where it does not remember the copy. */
  readonly invited: string | null
  /** The copy's id. */
  readonly copy: string
  /** The copy's own changes: what the return brings. */
  readonly incoming: readonly Change[]
}

/**
 * Finds what a return (or the copy itself, gone on) came from. A master that does not remember sending the
 * copy, because it is another machine's, knows it by its head at the time; then the rights
 * are the file's own word, which anybody can write, and edits are suggestions.
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
  const invited = copies.flatMap(one => {
    const length = master.changes.findIndex(change => operationOf(change, 'invite')?.copy === one.copy.copy)
    const change = master.changes[length]
    const invitation = change === undefined ? null : operationOf(change, 'invite')
    return invitation === null ? [] : [{ ...one, length, invitation }]
  })
  const based = copies.flatMap(one => {
    const length = invited.length > 0 ? null : lengthAt(master, one.copy.base)
    return length === null ? [] : [{ ...one, length, invitation: null }]
  })
  const left = invited.at(-1) ?? based.at(-1)
  if (left === undefined) {
    return fail('handoff.unknown-base', 'This was made from a version of the briefing that is not here')
  }
  const { copy, index: began, length, invitation } = left
  const doc = textAfter(master, length)
  const first = textAfter(incoming, began)
  let hiding: Step[]
  let shown: Node
  try {
    hiding = invitation === null ? hidingSteps(doc, new Set(copy.shown)) : invitation.steps.map(readStep)
    shown = hiding.reduce(applyStep, doc)
  } catch (error) {
    return fail('history.invalid', error instanceof Error ? error.message : String(error))
  }
  if (!shown.eq(first)) {
    return fail('handoff.unknown-base', 'Its first text is not the one that was sent')
  }
  return ok({
    doc,
    length,
    hiding,
    shown,
    rights: invitation?.rights ?? leastRights(copy.rights, 'suggest'),
    invited: invitation?.reviewer.id ?? null,
    copy: copy.copy,
    incoming: incoming.changes.slice(began + 1),
  })
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
