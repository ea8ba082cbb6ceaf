import type { Step } from 'prosemirror-transform'
import type { Touched } from './carry-records.ts'
import type { Change } from './change.ts'
import type { HandoffOperation } from './handoff-operations.ts'

type Invite = Extract<HandoffOperation, { type: 'invite' }>

/**
 * An invitation, carried behind a base (architecture: hand-off). What the base did meanwhile is not in the copy that
 * went out, as what was hidden from it is not: so the steps that hide take that out of the text first.
 * @param back the steps from the text as it is behind the base to the text that the invitation was made on
 * @param meanwhile the fields of records that the base touched since
 */
export function carryInvite(
  invite: Invite,
  change: Change,
  back: readonly Step[],
  meanwhile: Touched,
): Invite {
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
