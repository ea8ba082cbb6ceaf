import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { leastRights, type Rights } from '../briefing/handoff.ts'
import { firstId, stepsIn } from '../history/branch.ts'
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
  /** The fields of the records that another machine had set when the invitation was joined with its log. */
  readonly meanwhile: readonly string[]
  /** The copy's id. */
  readonly copy: string
  /** The copy's own changes: what the return brings. */
  readonly incoming: readonly Change[]
}

/**
 * Finds what a return (or the copy itself, gone on) came from. A master that does not remember sending the
 * copy, because it is another machine's, knows it by its head at the time; then the rights are the file's own word,
 * which anybody can write, and edits are suggestions. One that was joined with another machine's may hold the
 * invitation in a place where the text was another, and takes that back first.
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
  const lengths = lengthsIn(master)
  const left =
    copies.findLast(({ copy }) => invites.has(copy.copy)) ??
    copies.findLast(({ copy }) => lengths.has(copy.base))
  if (left === undefined) {
    return fail('handoff.unknown-base', 'This was made from a version of the briefing that is not here')
  }
  const { copy, index: began } = left
  const { length: at, invitation } = invites.get(copy.copy) ?? { length: 0, invitation: null }
  const brought = incoming.changes.slice(began + 1)
  const places =
    invitation === null
      ? [{ length: lengths.get(copy.base) ?? 0, steps: (doc: Node) => hidingSteps(doc, new Set(copy.shown)) }]
      : placesOf(master, invitation, at, lengths.get(invitation.moved?.base ?? copy.base), brought)
  const first = textAfter(incoming, began)
  let failure = fail('handoff.unknown-base', 'Its first text is not the one that was sent')
  for (const { length, steps } of places) {
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
      rights: invitation?.rights ?? leastRights(copy.rights, 'suggest'),
      invited: invitation?.reviewer.id ?? null,
      meanwhile: invitation?.moved?.meanwhile ?? [],
      copy: copy.copy,
      incoming: brought,
    })
  }
  return failure
}

/** Where in a master a copy may have left it, and what takes the text there to the copy's first. */
interface Place {
  readonly length: number
  readonly steps: (doc: Node) => readonly Step[]
}

/**
 * The places where an invited copy may have left a master, the surest first. An invitation that was carried is of
 * the head that the copy was made from, where that is there still; else of the text that it was carried to.
 * @param at how many changes there are in front of the invitation
 * @param head how many there were where the copy was made, as far as that is known
 * @param brought what the return brings
 */
function placesOf(
  master: LogCopy,
  { moved, steps }: OperationOf<'invite'>,
  at: number,
  head: number | undefined,
  brought: readonly Change[],
): Place[] {
  const hiding = steps.slice(moved?.back ?? 0)
  const sent: Place[] = head === undefined ? [] : [{ length: head, steps: () => hiding.map(readStep) }]
  if (moved === undefined) return [{ length: at, steps: () => steps.map(readStep) }, ...sent]
  // What of the copy was merged before the invitation came here must be behind the place, to be known for the copy's.
  const own = new Set(brought.map(firstId))
  const merged = master.changes.findIndex(({ carries }) => carries !== undefined && own.has(carries))
  const length = merged < 0 ? at : Math.min(at, merged)
  const since = master.changes.slice(length, at).flatMap(stepsIn)
  return [...sent, { length, steps: () => [...since, ...steps.map(readStep)] }]
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
