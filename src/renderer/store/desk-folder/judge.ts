import { titleOf } from '../../../core/briefing/briefing.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Hash } from '../../../core/canonical.ts'
import type { Returned } from '../../../core/handoff/merge.ts'
import { ok, type Result } from '../../../core/result.ts'
import { type Incoming, place, type ReadFile } from '../incoming.ts'
import { planMerge } from '../merging.ts'
import { settings } from '../settings.ts'

/** What a file in the desk folder is to this library. */
export interface Judged {
  /**
   * `brings` something; `known` brings nothing; a `stranger` might, once another briefing is here; `binned`
   * does, once its briefing is taken out of the bin.
   */
  readonly as: 'brings' | 'known' | 'stranger' | 'binned'
  readonly title: string
  /** What it is to the reader: a briefing that is not here, changes to one that is, a review copy, a return. */
  readonly what: 'briefing' | 'changes' | 'copy' | 'return'
  /** Whose review copy or return it is; empty for a briefing. */
  readonly reviewer: string
  /** The log here that decides it; null for strangers. */
  readonly against: LogId | null
  /** The head of a master that the file holds; null for review copies and returns. */
  readonly masterHead: Hash | null
}

/**
 * Finds out, from its content alone, whether a file brings this library something. A review copy does where its
 * reviewer has worked in it, as a return does; and where somebody else sent it and its briefing is not here. What is in the bin is left in peace.
 */
export async function judge(file: ReadFile): Promise<Result<Judged>> {
  const placed = await place(file)
  if (!placed.ok) return placed
  const incoming = placed.value
  const { briefing } = incoming.log
  const isMaster = briefing.records.handoff.copy === null
  const as = await verdictOn(incoming)
  if (!as.ok) return as
  return ok({
    as: as.value,
    title: titleOf(briefing.doc),
    what: whatIs(incoming),
    reviewer: briefing.records.handoff.copy?.reviewer.name ?? '',
    against: 'id' in incoming ? incoming.id : 'of' in incoming ? incoming.of : null,
    masterHead: isMaster ? briefing.head : null,
  })
}

function whatIs({ kind, log }: Incoming): Judged['what'] {
  if (kind === 'return' || kind === 'stranger') return 'return'
  if (kind !== 'new') return 'changes'
  return log.briefing.records.handoff.copy === null ? 'briefing' : 'copy'
}

async function verdictOn(incoming: Incoming): Promise<Result<Judged['as']>> {
  switch (incoming.kind) {
    case 'same':
      return ok('known')
    case 'newer':
      return ok(isBinned(incoming.id) ? 'binned' : 'brings')
    case 'forked':
      return await verdictOnMerge(incoming.id, incoming.log)
    case 'new':
      return ok(
        incoming.log.briefing.records.handoff.copy?.sender === settings().author.id ? 'known' : 'brings',
      )
    case 'return':
      return await verdictOnMerge(incoming.of, { ...incoming.log, isReturn: incoming.isReturn })
    case 'stranger':
      return ok('stranger')
  }
}

/** What was merged here already goes on in its own file as it was until its machine follows. */
async function verdictOnMerge(id: LogId, log: Returned): Promise<Result<Judged['as']>> {
  if (isBinned(id)) return ok('binned')
  const plan = await planMerge(id, [log], 'edits')
  if (!plan.ok) return plan
  return ok(plan.value.isKnown ? 'known' : 'brings')
}

function isBinned(id: LogId): boolean {
  return settings().binned?.[id] !== undefined
}
