import type { Step } from 'prosemirror-transform'
import type { Touched } from './carry-records.ts'
import type { Change, Operation } from './change.ts'

type Invite = Extract<Operation, { type: 'invite' }>

/**
 * The invitations in a change, carried behind a base (architecture: hand-off). What the base did meanwhile is not in
 * the copy that went out, as what was hidden from it is not: so the steps that hide take that out of the text first.
 * @param back the steps from the text as it is behind the base to the text that the invitation was made on
 * @param meanwhile the fields of records that the base touched since
 */
export function invitesIn(change: Change, back: () => readonly Step[], meanwhile: Touched): Invite[] {
  return change.operations.flatMap(operation =>
    operation.type === 'invite' ? [carryInvite(operation, change, back(), meanwhile)] : [],
  )
}

/** Operations with each invitation as it is carried. */
export function withInvites(operations: readonly Operation[], invites: readonly Invite[]): Operation[] {
  return operations.map(one =>
    one.type === 'invite' ? (invites.find(({ copy }) => copy === one.copy) ?? one) : one,
  )
}

function carryInvite(invite: Invite, change: Change, back: readonly Step[], meanwhile: Touched): Invite {
  const before = invite.moved
  // Carried by a Galley that left its places as they were: nobody can say any more what they are places of.
  if (before === undefined && change.carries !== undefined) return invite
  const ofThreads = [...meanwhile].filter(field => /^(comment|replies|resolved|quote) /.test(field))
  return {
    ...invite,
    steps: [...back.map(step => step.toJSON()), ...invite.steps],
    moved: {
      base: before?.base ?? change.parent,
      back: back.length + (before?.back ?? 0),
      meanwhile: [...new Set([...(before?.meanwhile ?? []), ...ofThreads])].sort(),
    },
  }
}
