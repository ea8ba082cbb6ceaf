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
import { type OperationOf, operationOf } from './operation-of.ts'
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
  const invites = invitesIn(master)
  const invited = copies.flatMap(one => {
    const invite = invites.get(one.copy.copy)
    return invite === undefined ? [] : [{ ...one, ...invite }]
  })
  const lengths = invited.length > 0 ? new Map<string, number>() : lengthsIn(master)
  const based = copies.flatMap(one => {
    const length = lengths.get(one.copy.base)
    return length === undefined ? [] : [{ ...one, length, invitation: null }]
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

/** The invitations of a log by the copy's id: each with the number of changes in front of it. */
function invitesIn({ changes }: LogCopy) {
  const invites = new Map<string, { length: number; invitation: OperationOf<'invite'> }>()
  for (const [length, change] of changes.entries()) {
    const invitation = operationOf(change, 'invite')
    if (invitation !== null && !invites.has(invitation.copy))
      invites.set(invitation.copy, { length, invitation })
  }
  return invites
}

/** How many changes of a log there are up to each of its heads. */
function lengthsIn({ origin, changes }: LogCopy): ReadonlyMap<string, number> {
  const heads = [originHash(origin), ...changes.map(({ hash }) => hash)]
  return new Map(heads.map((head, length) => [head, length]))
}

/** The text after a number of changes of a log that was replayed, so that nothing of it is checked again. */
function textAfter({ origin, changes }: LogCopy, length: number): Node {
  return changes.slice(0, length).flatMap(stepsIn).reduce(applyKnownStep, schema.nodeFromJSON(origin.doc))
}
