import type { Briefing } from '../briefing/briefing.ts'
import type { Quote } from '../briefing/records.ts'
import { wordsAround } from '../history/surroundings.ts'
import { describeSuggestion } from '../review/describe.ts'
import { suggestionsOf } from '../review/suggestions.ts'
import { anchorsOf } from '../review/threads.ts'
import type { Base } from './base.ts'
import { broughtEdits } from './brought-edits.ts'
import type { Carried, CarriedReturn } from './carry-return.ts'
import type { BroughtApproval, BroughtComment, BroughtSuggestion, ReturnReport } from './merge-report.ts'
import type { WholeLog } from './review-copy.ts'

/** What one return brought, in the words of its people. */
export function reportOn(log: WholeLog, base: Base, before: Briefing, merged: CarriedReturn): ReturnReport {
  const { carried, conflicts } = merged
  const copy = log.briefing.records.handoff.copy
  const reviewer = copy?.reviewer ?? { id: '', name: '' }
  const name = (id: string) => log.briefing.authors.get(id)?.name ?? id
  const invited = new Set([base.invited, ...chainOf(log)])
  const writers = new Set(carried.map(({ original }) => original.author))
  return {
    copy: copy?.copy ?? base.copy,
    reviewer: { id: reviewer.id, name: reviewer.name },
    rights: base.rights,
    isKnown: merged.done.length === 0 && conflicts.length === 0,
    unverified: [...writers].filter(id => base.invited === null || !invited.has(id)).map(name),
    comments: commentsIn(carried, merged.briefing),
    suggestions: newSuggestions(before, merged.briefing),
    edits: broughtEdits(before.doc, carried),
    approvals: carried.flatMap(approvalsIn),
    conflicts,
  }
}

/** Everybody whom a copy was made for on its way, as the copies say. */
function chainOf({ changes }: WholeLog): string[] {
  return changes.flatMap(change =>
    change.operations.flatMap(operation => (operation.type === 'copy' ? [operation.reviewer.id] : [])),
  )
}

function commentsIn(carried: readonly Carried[], { records, doc }: Briefing): BroughtComment[] {
  const anchors = anchorsOf(doc)
  return carried.flatMap(one => commentsOf(one, records, thread => anchors.get(thread)?.[0]?.from ?? null))
}

function commentsOf(
  { original, change }: Carried,
  records: Briefing['records'],
  placeOf: (thread: string) => number | null,
): BroughtComment[] {
  const { author, time } = original
  return (change?.operations ?? []).flatMap((operation): BroughtComment[] => {
    if (!('thread' in operation)) return []
    const { thread } = operation
    const quote = records.threads.get(thread)?.quote ?? null
    const said = (kind: BroughtComment['kind'], text: string, where: Quote | null = quote) => [
      { author, time, kind, text, where, thread, at: placeOf(thread) },
    ]
    switch (operation.type) {
      case 'thread.open':
        return said('comment', operation.comment.text, operation.quote)
      case 'comment.add':
        return said('reply', operation.comment.text)
      case 'comment.edit':
        return said('change', operation.text)
      case 'comment.delete':
        return said('deletion', '')
      case 'thread.resolve':
        return said(operation.resolved ? 'resolution' : 'reopening', '')
      case 'thread.attach':
        return said('attachment', '', operation.quote)
      default:
        return []
    }
  })
}

/** The suggestions that a text has and did not have before. */
export function newSuggestions(before: Briefing, after: Briefing): BroughtSuggestion[] {
  if (before.doc === after.doc) return []
  const known = new Set(suggestionsOf(before.doc).map(({ id }) => id))
  return suggestionsOf(after.doc)
    .filter(({ id }) => !known.has(id))
    .map(suggestion => {
      const { id, author, time, from, to } = suggestion
      const where = wordsAround(after.doc, from, to)
      return { id, author, time, at: from, where, ...describeSuggestion(suggestion) }
    })
}

function approvalsIn({ original, change }: Carried): BroughtApproval[] {
  const { author, time } = original
  return (change?.operations ?? []).flatMap(operation =>
    operation.type === 'approval' ? [{ author, time, verdict: operation.verdict, note: operation.note }] : [],
  )
}
