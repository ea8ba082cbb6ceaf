import { z } from 'zod'
import {
  type Handoff,
  type HeldConflict,
  type Invitation,
  leastRights,
  type Merge,
} from '../briefing/handoff.ts'
import type { Records } from '../briefing/records.ts'
import type { Hash } from '../canonical.ts'
import { answerShape, conflictSchema, conflictShape, invitationShape, settledAs } from './handoff-shapes.ts'
import { hashSchema } from './hash-schema.ts'
import { listOf } from './list-schema.ts'
import {
  approvalSchema,
  statusEntrySchema,
  statusSchema,
  threadSchema,
  versionSchema,
} from './record-shapes.ts'
import type { Scratch } from './scratch.ts'

/** Operations on what was handed off and what came back. */
export const handoffOperations = [
  /**
   * A copy went out. `steps` take out of the text what it does not show; they change nothing here. `shown` are
   * the threads and suggestions that went along, so that the same copy can be made again; `made` is that copy's
   * last hash. `moved` is there where a join carried this behind what another machine had done meanwhile: then
   * the first `back` steps take that out, `base` is the head that the copy was made from, and `meanwhile` are
   * the fields of the records that were set there.
   */
  z.object({
    type: z.literal('invite'),
    made: hashSchema.optional(),
    moved: z
      .object({ base: hashSchema, back: z.int().nonnegative(), meanwhile: listOf(z.string()) })
      .optional(),
    ...invitationShape,
    steps: listOf(z.record(z.string(), z.unknown())),
    shown: listOf(z.string()).optional(),
  }),
  /** From here on, this log is that copy. `base` is the head it was made from, `shown` what it was sent with. */
  z.object({ type: z.literal('copy'), ...invitationShape, base: hashSchema, shown: listOf(z.string()) }),
  /**
   * Returns were merged by the changes before this one. `done` names every change of theirs that was looked at,
   * by the id it had where it was made first; `hash` is that change's where it came from there. `answers` are
   * the copies that they came from, each with the reviewer who had it last.
   */
  z.object({
    type: z.literal('merge'),
    merge: z.uuid(),
    reviewers: listOf(z.uuid()),
    answers: listOf(answerShape).optional(),
    done: listOf(z.object({ change: z.uuid(), hash: hashSchema.nullable() })),
  }),
  /** A merge is taken back; the records are set to what they were, the text by steps beside this. */
  z.object({
    type: z.literal('merge.undo'),
    merge: z.uuid(),
    threads: listOf(z.object({ id: z.uuid(), thread: threadSchema.nullable() })),
    status: z
      .object({ status: statusSchema, counter: z.int().nonnegative(), history: listOf(statusEntrySchema) })
      .nullable(),
    approvals: listOf(approvalSchema).nullable(),
    versions: listOf(versionSchema).nullable(),
    conflicts: listOf(conflictSchema).nullable(),
  }),
  z.object({ type: z.literal('conflict.add'), conflict: z.uuid(), ...conflictShape }),
  z.object({ type: z.literal('conflict.settle'), conflict: z.uuid(), as: settledAs }),
  /** That is taken back; it names what it takes back, so that somebody else's word on the conflict stands. */
  z.object({
    type: z.literal('conflict.reopen'),
    conflict: z.uuid(),
    settled: z.object({ author: z.string(), time: z.string() }),
  }),
] as const

const handoffOperation = z.discriminatedUnion('type', handoffOperations)
export type HandoffOperation = z.infer<typeof handoffOperation>

interface Context {
  readonly author: string
  readonly time: string
  readonly head: Hash
  readonly scratch: Scratch
}

const most = { invitations: 10_000, merges: 20_000, conflicts: 100_000 } as const

const types: ReadonlySet<string> = new Set(handoffOperations.map(({ shape }) => shape.type.value))

export function isHandoffOperation(operation: { readonly type: string }): operation is HandoffOperation {
  return types.has(operation.type)
}

/** The records after one operation of hand-off. @throws RangeError where they would hold more than they may */
export function applyHandoff(records: Records, operation: HandoffOperation, context: Context): Records {
  const { handoff } = records
  const { author, time, head, scratch } = context
  switch (operation.type) {
    case 'invite': {
      const { copy, reviewer, asks } = operation
      const own = handoff.copy
      const sent: Invitation = {
        copy,
        root: own?.root ?? copy,
        reviewer,
        rights: own === null ? operation.rights : leastRights(own.rights, operation.rights),
        asks,
        sender: author,
        time,
        base: operation.moved?.base ?? head,
      }
      return changed(records, { invitations: scratch.add(handoff.invitations, sent, most.invitations) })
    }
    case 'copy': {
      const { copy, reviewer, asks, base } = operation
      const own = handoff.copy
      const least = own === null ? operation.rights : leastRights(own.rights, operation.rights)
      const root = own?.root ?? copy
      return changed(records, {
        copy: { copy, root, reviewer, rights: least, asks, sender: author, time, base },
      })
    }
    case 'merge': {
      const { merge: id, reviewers, answers = [] } = operation
      const merge: Merge = { id, author, time, reviewers, answers, undone: false }
      return changed(records, { merges: scratch.add(handoff.merges, merge, most.merges) })
    }
    case 'merge.undo':
      return undone(records, operation, scratch)
    case 'conflict.add': {
      if (scratch.indexOf(handoff.conflicts, operation.conflict) >= 0) return records
      const { type: _, conflict: id, ...rest } = operation
      const conflict: HeldConflict = { ...rest, id, settled: null }
      return changed(records, { conflicts: scratch.add(handoff.conflicts, conflict, most.conflicts) })
    }
    case 'conflict.settle': {
      const { conflict: id, as } = operation
      return settle(records, id, one => one.settled === null, { author, time, as }, scratch)
    }
    case 'conflict.reopen': {
      const { conflict: id, settled: meant } = operation
      const isMeant = ({ settled }: HeldConflict) =>
        settled?.author === meant.author && settled.time === meant.time
      return settle(records, id, isMeant, null, scratch)
    }
  }
}

/** The conflict with this id settled so, or open again, where it `isMeant`. */
function settle(
  records: Records,
  id: string,
  isMeant: (conflict: HeldConflict) => boolean,
  settled: HeldConflict['settled'],
  scratch: Scratch,
): Records {
  const { conflicts } = records.handoff
  const index = scratch.indexOf(conflicts, id)
  const conflict = conflicts[index]
  if (conflict === undefined || !isMeant(conflict)) return records
  return changed(records, { conflicts: scratch.replace(conflicts, index, { ...conflict, settled }) })
}

function undone(
  records: Records,
  operation: HandoffOperation & { type: 'merge.undo' },
  scratch: Scratch,
): Records {
  const threads = scratch.ownMap(records.threads)
  for (const { id, thread } of operation.threads) {
    if (thread === null) threads.delete(id)
    else threads.set(id, thread)
  }
  const { status } = operation
  scratch.spend(4 * records.handoff.merges.length)
  const merges = records.handoff.merges.map(merge =>
    merge.id === operation.merge ? { ...merge, undone: true } : merge,
  )
  return {
    ...records,
    threads,
    ...(status === null
      ? {}
      : {
          status: status.status,
          statusCounter: status.counter,
          statusHistory: status.history,
        }),
    ...(operation.approvals === null ? {} : { approvals: operation.approvals }),
    ...(operation.versions === null ? {} : { versions: operation.versions }),
    handoff: {
      ...records.handoff,
      merges,
      ...(operation.conflicts === null ? {} : { conflicts: operation.conflicts }),
    },
  }
}

function changed(records: Records, change: Partial<Handoff>): Records {
  return { ...records, handoff: { ...records.handoff, ...change } }
}
