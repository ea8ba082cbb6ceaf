import type { Transform } from 'prosemirror-transform'
import type { Briefing } from '../../briefing/briefing.ts'
import { type Records, type Status, statuses, type Thread } from '../../briefing/records.ts'
import type { RecordOperation } from '../../history/records.ts'
import { fail, ok, type Result } from '../../result.ts'
import { schema } from '../../schema/schema.ts'
import { describeSuggestion } from '../describe.ts'
import { giveApproval, openThread, reply, resolveThread, setStatus } from '../operations.ts'
import { contentHash } from '../publication.ts'
import { resolveSuggestions } from '../resolve.ts'
import { type Suggestion, suggestionsOf } from '../suggestions.ts'
import { quoteOf } from '../threads.ts'
import type { Entry } from './entries.ts'
import { choose, findQuoted } from './quoted.ts'

type EntryOf<Op extends Entry['op']> = Extract<Entry, { op: Op }>

/** Comments on quoted words, or without any on the whole briefing. */
export function addComment(
  tr: Transform,
  { on, text, nth }: EntryOf<'comment'>,
  newId: () => string,
): Result<RecordOperation[]> {
  const thread = newId()
  const comment = { id: newId(), text }
  if (on === undefined) return ok(openThread({ thread, quote: null, comment }))
  const found = findQuoted(tr.doc, on, nth)
  if (!found.ok) return found
  const quote = quoteOf(tr.doc, found.value)
  tr.addMark(found.value.from, found.value.to, schema.mark('comment', { thread }))
  return ok(openThread({ thread, quote, comment }))
}

export function replyTo(
  records: Records,
  { to, text, nth }: EntryOf<'reply'>,
  newId: () => string,
): Result<RecordOperation[]> {
  const thread = findThread(records, to, nth)
  return thread.ok ? ok(reply(thread.value.id, { id: newId(), text })) : thread
}

export function settleThread(
  records: Records,
  { op, thread, nth }: EntryOf<'resolve' | 'reopen'>,
): Result<RecordOperation[]> {
  const found = findThread(records, thread, nth)
  if (!found.ok) return found
  const isResolved = found.value.resolved !== null
  return ok(isResolved === (op === 'resolve') ? [] : resolveThread(records, found.value.id, op === 'resolve'))
}

/** The thread with a comment of these words; where none is just so, with one that holds them. */
function findThread({ threads }: Records, words: string, nth: number | undefined): Result<Thread> {
  const all = [...threads.values()]
  const exact = all.filter(({ comments }) => comments.some(({ text }) => text === words.trim()))
  const holding = all.filter(({ comments }) => comments.some(({ text }) => text.includes(words)))
  return choose(exact.length > 0 ? exact : holding, words, nth)
}

/** Accepts or rejects suggestions: the one of these words, an author's, or all. */
export function decideSuggestions(
  tr: Transform,
  entry: EntryOf<'accept' | 'reject'>,
  { authors }: Briefing,
): Result<void> {
  const chosen = chosenSuggestions(suggestionsOf(tr.doc), entry, authors)
  if (!chosen.ok) return chosen
  const ids = new Set(chosen.value.map(({ id }) => id))
  resolveSuggestions(tr, mark => (ids.has(mark.attrs.id as string) ? entry.op : null))
  return ok(undefined)
}

function chosenSuggestions(
  all: readonly Suggestion[],
  entry: EntryOf<'accept' | 'reject'>,
  authors: Briefing['authors'],
): Result<readonly Suggestion[]> {
  if ('all' in entry) return ok(all)
  if ('author' in entry) {
    const wanted = entry.author.trim().toLowerCase()
    const isMeant = (id: string) =>
      id === entry.author || authors.get(id)?.name.trim().toLowerCase() === wanted
    const theirs = all.filter(({ author }) => isMeant(author))
    const isKnown = theirs.length > 0 || [...authors.keys()].some(isMeant)
    return isKnown ? ok(theirs) : fail('input.invalid', `Nobody is called “${entry.author}” here`)
  }
  const described = all.map(suggestion => ({ suggestion, ...describeSuggestion(suggestion) }))
  const words = entry.find
  const exact = described.filter(({ deleted, inserted }) => deleted === words || inserted === words)
  const holding = described.filter(
    ({ deleted, inserted, summary, suggestion }) =>
      deleted.includes(words) ||
      inserted.includes(words) ||
      summary === words ||
      suggestion.pieces.some(({ text }) => text.includes(words)),
  )
  const chosen = choose(exact.length > 0 ? exact : holding, words, entry.nth)
  return chosen.ok ? ok([chosen.value.suggestion]) : chosen
}

export function changeStatus(
  briefing: Briefing,
  { to }: EntryOf<'status'>,
  newId: () => string,
): Result<RecordOperation[]> {
  const status = statuses.find(each => each.toLowerCase() === to.trim().toLowerCase())
  if (status === undefined) return fail('input.invalid', `A status is ${list(statuses)}, not “${to}”`)
  const content = contentHash(briefing)
  return ok(setStatus(briefing.records, { status, content, version: newId() }))
}

export function approve(
  briefing: Briefing,
  { op, note }: EntryOf<'approve' | 'request-changes'>,
  newId: () => string,
): RecordOperation[] {
  const verdict = op === 'approve' ? 'approved' : 'changes-requested'
  return giveApproval({ id: newId(), verdict, note: note ?? '', content: contentHash(briefing) })
}

function list(values: readonly Status[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`
}
