import type { Briefing } from '../briefing/briefing.ts'
import type { Quote } from '../briefing/records.ts'
import { wordsAround } from '../history/surroundings.ts'
import { describeSuggestion } from '../review/describe.ts'
import { suggestionsOf } from '../review/suggestions.ts'
import { anchorsOf } from '../review/threads.ts'
import { broughtEdits } from './brought-edits.ts'
import type { Carried, CarriedReturn } from './carry-return.ts'
import type { BroughtApproval, BroughtComment, BroughtSuggestion, ReturnReport } from './merge-report.ts'
import type { WholeLog } from './review-copy.ts'
import { plainName, type Verified } from './unverified.ts'

/** What one return brought, in the words of its people. */
export function reportOn(
  log: WholeLog,
  { base, theirs, invited }: Verified,
  before: Briefing,
  merged: CarriedReturn,
): ReturnReport {
  const { carried, conflicts } = merged
  const copy = log.briefing.records.handoff.copy
  const reviewer = copy?.reviewer ?? { id: '', name: '' }
  const name = (id: string) => plainName(theirs.authors.get(id)?.name ?? id)
  const writers = new Set(carried.map(({ original }) => original.author))
  return {
    copy: copy?.copy ?? base.copy,
    reviewer: { id: reviewer.id, name: reviewer.name },
    rights: base.rights,
    isKnown: merged.done.length === 0 && conflicts.length === 0,
    unverified: [...writers].filter(id => !invited.has(id)).map(name),
    comments: commentsIn(carried, before.records, merged.briefing),
    suggestions: newSuggestions(before, merged.briefing),
    edits: broughtEdits(before.doc, carried),
    approvals: carried.flatMap(approvalsIn),
    conflicts,
  }
}

function commentsIn(
  carried: readonly Carried[],
  { threads: before }: Briefing['records'],
  { records, doc }: Briefing,
): BroughtComment[] {
  const anchors = anchorsOf(doc)
  const said = new Map<string, string>()
  const quotes = new Map<string, Quote | null>()
  for (const { change } of carried) {
    for (const operation of change?.operations ?? []) {
      if (operation.type === 'thread.open') quotes.set(operation.thread, operation.quote)
      if (operation.type === 'thread.open' || operation.type === 'comment.add') {
        said.set(operation.comment.id, operation.comment.text)
      }
    }
  }
  const context: Context = {
    placeOf: thread => anchors.get(thread)?.[0]?.from ?? null,
    quoteOf: id => (records.threads.get(id) ?? before.get(id))?.quote ?? quotes.get(id) ?? null,
    textOf: (thread, id) =>
      before.get(thread)?.comments.find(comment => comment.id === id)?.text ?? said.get(id) ?? '',
  }
  return carried.flatMap(one => commentsOf(one, context))
}

/** What is to be known of threads: also of those, and of comments, that are gone after the merge. */
interface Context {
  readonly placeOf: (thread: string) => number | null
  readonly quoteOf: (thread: string) => Quote | null
  readonly textOf: (thread: string, comment: string) => string
}

function commentsOf({ original, change }: Carried, { placeOf, quoteOf, textOf }: Context): BroughtComment[] {
  const { author, time } = original
  return (change?.operations ?? []).flatMap((operation): BroughtComment[] => {
    if (!('thread' in operation)) return []
    const { thread } = operation
    const quote = quoteOf(thread)
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
        return operation.comments.flatMap(comment => said('deletion', textOf(thread, comment)))
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
