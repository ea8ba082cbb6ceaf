import { titleOf } from '../../../core/briefing/briefing.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Hash } from '../../../core/canonical.ts'
import { ok, type Result } from '../../../core/result.ts'
import { type Incoming, recognise } from '../incoming.ts'
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
 * Finds out, from its content alone, whether a file brings this library something. Of review copies only those
 * do that somebody else sent and that are of a briefing that is not here: whoever has the briefing itself waits
 * for the return. What is in the bin is left in peace.
 */
export async function judge(bytes: Uint8Array, name: string): Promise<Result<Judged>> {
  const recognised = await recognise(bytes, name)
  if (!recognised.ok) return recognised
  const incoming = recognised.value
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
  const { binned } = settings()
  switch (incoming.kind) {
    case 'same':
      return ok('known')
    case 'newer':
    case 'forked':
      return ok(binned?.[incoming.id] === undefined ? 'brings' : 'binned')
    case 'new':
      return ok(
        incoming.log.briefing.records.handoff.copy?.sender === settings().author.id ? 'known' : 'brings',
      )
    case 'return': {
      if (!incoming.isReturn) return ok('known')
      if (binned?.[incoming.of] !== undefined) return ok('binned')
      const plan = await planMerge(incoming.of, [incoming.log], 'edits')
      if (!plan.ok) return plan
      return ok(plan.value.log.changes.length > plan.value.before.changes.length ? 'brings' : 'known')
    }
    case 'stranger':
      return ok('stranger')
  }
}
