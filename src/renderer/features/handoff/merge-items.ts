import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import type { Quote } from '../../../core/briefing/quote.ts'
import type { Records } from '../../../core/briefing/records.ts'
import type {
  BroughtApproval,
  BroughtComment,
  BroughtEdit,
  BroughtSuggestion,
} from '../../../core/handoff/merge-report.ts'
import { type ConflictWords, describeConflict } from '../../../core/review/describe-conflict.ts'
import { cutAfter, cutBefore } from '../../ui/cut-words.ts'

/** A stretch of a line: what is said about it, words put in or taken out, or the words it is about. */
export interface Part {
  readonly kind: 'span' | 'del' | 'ins' | 'mark'
  readonly text: string
}

/** One thing that a return brings, as the report lists it. */
export interface MergeItem {
  readonly kind: 'comment' | 'suggestion' | 'edit' | 'approval' | 'request' | 'conflict'
  /** What it is, such as "Reply". */
  readonly label: string
  /** The author's id; empty where it is nobody's alone. */
  readonly author: string
  readonly time: string
  /** The words around its place with what it does to them; empty where it has no place. */
  readonly line: readonly Part[]
  /** What somebody says, or what is to be said about it. */
  readonly said: string
}

/** What a return or another copy brings. */
export interface Brought {
  readonly comments: readonly BroughtComment[]
  readonly suggestions: readonly BroughtSuggestion[]
  readonly edits: readonly BroughtEdit[]
  readonly approvals?: readonly BroughtApproval[]
  readonly conflicts: readonly HeldConflict[]
}

/**
 * All that a return brings: first what somebody has to look into, then what is about the whole briefing, then
 * the rest in the order of the text.
 * @param threads the briefing's threads after the merge, for what a reply is a reply to
 */
export function mergeItems(brought: Brought, threads: Records['threads']): MergeItem[] {
  const { comments, suggestions, edits, approvals = [], conflicts } = brought
  const placed = [
    ...comments.map(comment => ({ at: comment.at, item: commentItem(comment, threads) })),
    ...suggestions.map(suggestion => ({ at: suggestion.at, item: suggestionItem(suggestion) })),
    ...edits.map(edit => ({ at: edit.at, item: editItem(edit) })),
  ]
  return [
    ...conflicts.map(conflictItem),
    ...approvals.map(approvalItem),
    ...placed.sort((a, b) => (a.at ?? -1) - (b.at ?? -1)).map(({ item }) => item),
  ]
}

const commentLabels: Readonly<Record<BroughtComment['kind'], string>> = {
  comment: 'Comment',
  reply: 'Reply',
  change: 'Comment changed',
  deletion: 'Comment deleted',
  resolution: 'Resolved',
  reopening: 'Reopened',
  attachment: 'Attached to other words',
}

function commentItem(comment: BroughtComment, threads: Records['threads']): MergeItem {
  const { kind, author, time, where, text, thread } = comment
  const first = threads.get(thread)?.comments[0]?.text ?? ''
  const isAbout = kind !== 'comment' && first !== '' && first !== text
  const about = where === null ? [say(isAbout ? '' : 'On the whole briefing')] : quoted(where)
  const line = isAbout ? [...about, say(`${where === null ? 'To' : ' – to'} “${shortened(first)}”`)] : about
  return { kind: 'comment', label: commentLabels[kind], author, time, line: clean(line), said: text }
}

function suggestionItem({ author, time, where, ...what }: BroughtSuggestion): MergeItem {
  const { summary, deleted, inserted } = what
  const isWords = /^(?:Replace|Delete|Insert) “/.test(summary)
  const { before, after } = around(where)
  const line = isWords ? apart(before, changed(deleted, inserted), after) : quoted(where)
  return { kind: 'suggestion', label: 'Suggestion', author, time, line, said: isWords ? '' : summary }
}

function editItem({ author, time, where, form, deleted, inserted }: BroughtEdit): MergeItem {
  const line = form ? quoted(where) : inText(where, deleted, inserted)
  return { kind: 'edit', label: form ? 'Changed form' : 'Edit', author, time, line, said: '' }
}

function approvalItem({ author, time, verdict, note }: BroughtApproval): MergeItem {
  const label = verdict === 'approved' ? 'Approved' : 'Changes requested'
  return { kind: verdict === 'approved' ? 'approval' : 'request', label, author, time, line: [], said: note }
}

function conflictItem(conflict: HeldConflict): MergeItem {
  const { author, time } = conflict
  const { did, words, outcome } = describeConflict(conflict)
  const content = conflict.content.trim()
  // What the words show by being underlined or struck needs no saying.
  const isShown = content !== '' && words !== 'named' && !did.includes(' ')
  const named = words === 'named' && content !== '' ? ` “${shortened(content)}”` : ''
  const said = [...(isShown ? [] : [`${did}${named}.`]), ...(outcome === '' ? [] : [outcome])].join(' ')
  return { kind: 'conflict', label: 'Conflict', author, time, line: conflictLine(conflict, words), said }
}

function conflictLine({ where, content: given, kind }: HeldConflict, words: ConflictWords['words']): Part[] {
  const content = given.trim()
  if (content === '') return quoted(where)
  // What is named is named in the sentence below.
  if (where === null && words === 'named') return []
  const part: Part = { kind: partOf[words], text: shortened(content) }
  const { before, after } = around(where)
  if (kind === 'lost' && before !== '' && after !== '' && !/\s$/u.test(before) && !/^\s/u.test(after)) {
    return clean([say(before), say(' ¶ '), part, say(' ¶ '), say(after)])
  }
  return apart(before, [part], after)
}

const partOf = { inserted: 'ins', deleted: 'del', named: 'mark' } as const

/** Words taken out and put in, between those that stand around them. */
function inText(where: Quote | null, deleted: string, inserted: string): Part[] {
  const { before, after } = around(where)
  return clean([say(before), ...changed(deleted, inserted), say(after)])
}

function changed(deleted: string, inserted: string): Part[] {
  return clean([
    { kind: 'del', text: shortened(deleted) },
    { kind: 'ins', text: shortened(inserted) },
  ])
}

/** Words that lost the spaces at their ends, between those that stand around them. */
function apart(before: string, parts: readonly Part[], after: string): Part[] {
  const first = parts[0]?.text ?? ''
  const last = parts.at(-1)?.text ?? ''
  const isApart = (left: string, right: string) =>
    /[\p{L}\p{N}.,;:!?”’]$/u.test(left) && /^[\p{L}\p{N}“‘€$£]/u.test(right)
  return clean([
    say(isApart(before, first) && !/^[\p{L}\p{N}]/u.test(after) ? `${before} ` : before),
    ...parts,
    say(isApart(last, after) && !/[\p{L}\p{N}]$/u.test(before) ? ` ${after}` : after),
  ])
}

function quoted(where: Quote | null): Part[] {
  if (where === null) return []
  const { before, after } = around(where)
  return clean([say(before), { kind: 'mark', text: shortened(where.text) }, say(after)])
}

/** The words around a place, whole, with an ellipsis where they go on. */
function around(where: Quote | null): { readonly before: string; readonly after: string } {
  return {
    before: cutBefore(where?.before ?? '', longest),
    after: cutAfter(where?.after ?? '', longest),
  }
}

/** Core gives 40 characters around a place at most, and one less where a block begins within them. */
const longest = 39

function clean(parts: readonly Part[]): Part[] {
  return parts.filter(({ text }) => text !== '')
}

function say(text: string): Part {
  return { kind: 'span', text: text.replace(/\n/gu, ' ') }
}

/** So many characters of somebody's words are shown. */
const most = 280

function shortened(text: string): string {
  const flat = text.replace(/\n+/g, ' ¶ ')
  return flat.length > most ? `${flat.slice(0, most).trimEnd()}…` : flat
}
