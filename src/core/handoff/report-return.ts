import type { Briefing } from '../briefing/briefing.ts'
import type { Quote } from '../briefing/records.ts'
import { describeSuggestion } from '../review/describe.ts'
import { suggestionsOf } from '../review/suggestions.ts'
import type { Base } from './base.ts'
import type { Carried, CarriedReturn } from './carry-return.ts'
import {
  type BroughtApproval,
  type BroughtComment,
  type BroughtEdit,
  type BroughtSuggestion,
  quoteAround,
  type ReturnReport,
} from './merge-report.ts'
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
    comments: carried.flatMap(one => commentsIn(one, merged.briefing)),
    suggestions: newSuggestions(before, merged.briefing),
    edits: carried.flatMap(editIn),
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

function commentsIn({ original, change }: Carried, { records }: Briefing): BroughtComment[] {
  const { author, time } = original
  return (change?.operations ?? []).flatMap((operation): BroughtComment[] => {
    const quote = 'thread' in operation ? (records.threads.get(operation.thread)?.quote ?? null) : null
    const said = (kind: BroughtComment['kind'], text: string, where: Quote | null = quote) => [
      { author, time, kind, text, where },
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

function newSuggestions(before: Briefing, after: Briefing): BroughtSuggestion[] {
  if (before.doc === after.doc) return []
  const known = new Set(suggestionsOf(before.doc).map(({ id }) => id))
  return suggestionsOf(after.doc)
    .filter(({ id }) => !known.has(id))
    .map(suggestion => {
      const { id, author, time, from } = suggestion
      return { id, author, time, where: quoteAround(after.doc, from), ...describeSuggestion(suggestion) }
    })
}

function editIn({ original, edit }: Carried): BroughtEdit[] {
  return edit === null ? [] : [{ author: original.author, time: original.time, ...edit }]
}

function approvalsIn({ original, change }: Carried): BroughtApproval[] {
  const { author, time } = original
  return (change?.operations ?? []).flatMap(operation =>
    operation.type === 'approval' ? [{ author, time, verdict: operation.verdict, note: operation.note }] : [],
  )
}
