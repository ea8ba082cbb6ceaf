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
import {
  approvalSchema,
  statusEntrySchema,
  statusSchema,
  threadSchema,
  versionSchema,
} from './record-shapes.ts'

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
      .object({ base: hashSchema, back: z.int().nonnegative(), meanwhile: z.array(z.string()) })
      .optional(),
    ...invitationShape,
    steps: z.array(z.record(z.string(), z.unknown())),
    shown: z.array(z.string()).optional(),
  }),
  /** From here on, this log is that copy. `base` is the head it was made from, `shown` what it was sent with. */
  z.object({ type: z.literal('copy'), ...invitationShape, base: hashSchema, shown: z.array(z.string()) }),
  /**
   * Returns were merged by the changes before this one. `done` names every change of theirs that was looked at,
   * by the id it had where it was made first; `hash` is that change's where it came from there. `answers` are
   * the copies that they came from, each with the reviewer who had it last.
   */
  z.object({
    type: z.literal('merge'),
    merge: z.uuid(),
    reviewers: z.array(z.uuid()),
    answers: z.array(answerShape).optional(),
    done: z.array(z.object({ change: z.uuid(), hash: hashSchema.nullable() })),
  }),
  /** A merge is taken back; the records are set to what they were, the text by steps beside this. */
  z.object({
    type: z.literal('merge.undo'),
    merge: z.uuid(),
    threads: z.array(z.object({ id: z.uuid(), thread: threadSchema.nullable() })),
    status: z
      .object({ status: statusSchema, counter: z.int().nonnegative(), history: z.array(statusEntrySchema) })
      .nullable(),
    approvals: z.array(approvalSchema).nullable(),
    versions: z.array(versionSchema).nullable(),
    conflicts: z.array(conflictSchema).nullable(),
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
}

const most = { invitations: 10_000, merges: 20_000, conflicts: 100_000 } as const

const types: ReadonlySet<string> = new Set(handoffOperations.map(({ shape }) => shape.type.value))

export function isHandoffOperation(operation: { readonly type: string }): operation is HandoffOperation {
  return types.has(operation.type)
}

/** The records after one operation of hand-off. @throws RangeError where they would hold more than they may */
export function applyHandoff(records: Records, operation: HandoffOperation, context: Context): Records {
  const { handoff } = records
  const { author, time, head } = context
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
      return changed(records, { invitations: added(handoff.invitations, sent, most.invitations) })
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
      return changed(records, { merges: added(handoff.merges, merge, most.merges) })
    }
    case 'merge.undo':
      return undone(records, operation)
    case 'conflict.add': {
      if (handoff.conflicts.some(({ id }) => id === operation.conflict)) return records
      const { type: _, conflict: id, ...rest } = operation
      const conflict: HeldConflict = { ...rest, id, settled: null }
      return changed(records, { conflicts: added(handoff.conflicts, conflict, most.conflicts) })
    }
    case 'conflict.settle': {
      const { conflict: id, as } = operation
      const conflicts = handoff.conflicts.map(conflict =>
        conflict.id === id && conflict.settled === null
          ? { ...conflict, settled: { author, time, as } }
          : conflict,
      )
      return changed(records, { conflicts })
    }
    case 'conflict.reopen': {
      const { conflict: id, settled: meant } = operation
      const conflicts = handoff.conflicts.map(conflict => {
        const { settled } = conflict
        const isMeant = settled?.author === meant.author && settled.time === meant.time
        return conflict.id === id && isMeant ? { ...conflict, settled: null } : conflict
      })
      return changed(records, { conflicts })
    }
  }
}

function undone(records: Records, operation: HandoffOperation & { type: 'merge.undo' }): Records {
  const threads = new Map(records.threads)
  for (const { id, thread } of operation.threads) {
    if (thread === null) threads.delete(id)
    else threads.set(id, thread)
  }
  const { status } = operation
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

function added<T>(list: readonly T[], item: T, limit: number): T[] {
  if (list.length >= limit) throw new RangeError(`A briefing holds at most ${limit} records of one kind`)
  return [...list, item]
}
