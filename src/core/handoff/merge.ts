import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { type HeldConflict, openConflicts } from '../briefing/handoff.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import { Followed } from '../history/followed.ts'
import { holding, toHold } from '../history/hold.ts'
import { applyChange, composeChange } from '../history/log.ts'
import { ok, type Result } from '../result.ts'
import { answersTo } from './answers.ts'
import { findBase } from './base.ts'
import { type CarriedReturn, carryReturn } from './carry-return.ts'
import { knownIn } from './known.ts'
import type { MergeReport, ReturnReport } from './merge-report.ts'
import { reportOn } from './report-return.ts'
import type { WholeLog } from './review-copy.ts'
import { type Verified, verify } from './unverified.ts'

/** Who merges, when, and what becomes of direct edits. */
export interface MergeOptions {
  readonly author: Author
  /** ISO 8601; shown, never compared. */
  readonly time: string
  /** Whether edits of copies that may edit are taken as they are, or as suggestions. */
  readonly edits: 'edits' | 'suggestions'
}

/** What a merge comes to, before anybody has applied it. */
export interface Merged {
  /** To be appended to the master; none where everything was known. */
  readonly changes: readonly Change[]
  /** The briefing after them. */
  readonly briefing: Briefing
  readonly report: MergeReport
}

/** What came back. */
export interface Returned extends WholeLog {
  /** It was made to be sent back: it answers its copy also where nothing was done in it. */
  readonly isReturn?: boolean
}

/**
 * Merges returns into a master (H3): every comment, suggestion and edit that is not known yet is appended,
 * attributed to its author, or held as a conflict with its content. The order in which the returns are given
 * does not matter, and merging them again changes nothing. The last of the changes is the merging person's: it
 * holds the conflicts and names what was merged, so that the whole can be undone (`undoMerge`).
 * Fails as `findBase` does for the first return that is none of this master's, and with `history.invalid` for one
 * that brings more than a briefing may hold, naming it by its place from 1; then nothing is merged.
 */
export function mergeReturns(
  master: WholeLog,
  returns: readonly Returned[],
  options: MergeOptions,
): Result<Merged> {
  const found: (Verified & { log: Returned; place: number })[] = []
  for (const [index, log] of returns.entries()) {
    const base = findBase(master, log)
    if (!base.ok) return { ok: false, error: { ...base.error, entry: `return ${index + 1}` } }
    found.push({ log, place: index, ...verify(master, base.value, log.briefing) })
  }
  const inOrder = found.toSorted(
    (a, b) =>
      compare(a.base.copy, b.base.copy) ||
      a.base.incoming.length - b.base.incoming.length ||
      compare(a.log.briefing.head, b.log.briefing.head),
  )

  const { conflicts: before } = master.briefing.records.handoff
  const known = knownIn(
    master.changes,
    before.map(({ content }) => content),
  )
  const followed = new Followed()
  let briefing = master.briefing
  const appended: Change[] = []
  const done: CarriedReturn['done'][number][] = []
  const conflicts: HeldConflict[] = []
  const reports = new Map<number, ReturnReport>()
  for (const { log, place, ...verified } of inOrder) {
    const { base, theirs } = verified
    const since = [...master.changes.slice(base.length), ...appended]
    const earlier = briefing
    const carried = carryReturn(earlier, since, base, theirs, known, options.edits, followed)
    if (!carried.ok) return { ok: false, error: { ...carried.error, entry: `return ${place + 1}` } }
    briefing = carried.value.briefing
    for (const { change, hash } of carried.value.done) known.integrated.set(change, hash)
    const brought = carried.value.carried.flatMap(({ change }) => (change === null ? [] : [change]))
    appended.push(...brought)
    known.changes.push(...brought)
    known.held.push(...carried.value.conflicts.map(({ content }) => content))
    done.push(...carried.value.done)
    conflicts.push(...carried.value.conflicts)
    const report = reportOn(log, verified, earlier, carried.value)
    reports.set(place, { ...report, isKnown: report.isKnown && !answersAnew(master.briefing, log, verified) })
  }
  const held = toHold(conflicts, briefing)
  const isAnswered = inOrder.some(({ log, ...verified }) => answersAnew(master.briefing, log, verified))
  const closed =
    appended.length > 0 || held.length > 0 || done.length > 0 || isAnswered
      ? close(briefing, inOrder, options, { done, conflicts: held })
      : null
  if (closed !== null && !closed.ok) return closed
  const end = closed?.value.briefing ?? briefing
  return ok({
    changes: closed === null ? [] : [...appended, closed.value.change],
    briefing: end,
    report: {
      returns: returns.flatMap((_, index) => reports.get(index) ?? []),
      openConflicts: openConflicts(end.records.handoff).length,
    },
  })
}

/** The change that ends a merge. */
function close(
  briefing: Briefing,
  found: readonly (Verified & { readonly log: WholeLog })[],
  { author, time }: MergeOptions,
  { done, conflicts }: { done: CarriedReturn['done']; conflicts: readonly HeldConflict[] },
): Result<{ change: Change; briefing: Briefing }> {
  const answered = new Map<string, { copy: string; reviewer: string }>()
  for (const { log, ...verified } of found) {
    const { copy } = verified.base
    const reviewer = answering(log, verified)
    if (reviewer !== undefined) answered.set(`${copy} ${reviewer}`, { copy, reviewer })
  }
  const answers = [...answered.values()]
  const reviewers = new Set(answers.map(({ reviewer }) => reviewer))
  const authors = new Map(found.flatMap(({ theirs }) => [...theirs.authors]))
  const missing = new Set(conflicts.map(conflict => conflict.author))
  const operations: Operation[] = [...missing].flatMap((id): Operation[] => {
    const named = authors.get(id)
    return named === undefined || briefing.authors.has(id) ? [] : [{ type: 'author', author: named }]
  })
  operations.push(...holding(conflicts))
  operations.push({
    type: 'merge',
    merge: derivedId(['merge', briefing.head, author.id]),
    reviewers: [...reviewers].sort(),
    answers,
    done: done.map(({ change, hash }) => ({ change, hash: hash as Change['hash'] | null })),
  })
  const change = composeChange(briefing, {
    id: derivedId(['merged', briefing.head, author.id]),
    author,
    time,
    operations,
  })
  const applied = applyChange(briefing, change)
  return applied.ok ? ok({ change, briefing: applied.value }) : applied
}

/** Who answers a copy by what came back: whoever had it last, as the file says; nobody whom nobody invited. */
function answering(log: WholeLog, { base, invited }: Verified): string | undefined {
  const last = log.briefing.records.handoff.copy?.reviewer.id
  return last === undefined || invited.has(last) ? last : (base.invited ?? last)
}

/** Whether a return is the first answer of its reviewer, whether or not anything was done in it. */
function answersAnew({ records }: Briefing, log: Returned, verified: Verified): boolean {
  const reviewer = answering(log, verified)
  const answers = answersTo(records.handoff, verified.base.copy)
  return log.isReturn === true && reviewer !== undefined && answers.every(one => one.reviewer !== reviewer)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
