import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import type { Quote } from '../../../core/briefing/quote.ts'
import type { Records } from '../../../core/briefing/records.ts'
import type {
  BroughtApproval,
  BroughtComment,
  BroughtEdit,
  BroughtSuggestion,
} from '../../../core/handoff/merge-report.ts'

/** A stretch of a line: what is said about it, words put in or taken out, or the words it is about. */
export interface Part {
  readonly kind: 'span' | 'del' | 'ins' | 'mark'
  readonly text: string
}

/** One thing that a return brings, as the report lists it. */
export interface MergeItem {
  readonly kind: 'comment' | 'suggestion' | 'edit' | 'approval' | 'conflict'
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
  const line = isWords ? inText(where, deleted, inserted) : quoted(where)
  return { kind: 'suggestion', label: 'Suggestion', author, time, line, said: isWords ? '' : summary }
}

function editItem({ author, time, where, form, deleted, inserted }: BroughtEdit): MergeItem {
  const line = form ? quoted(where) : inText(where, deleted, inserted)
  return { kind: 'edit', label: form ? 'Changed form' : 'Edit', author, time, line, said: '' }
}

function approvalItem({ author, time, verdict, note }: BroughtApproval): MergeItem {
  const label = verdict === 'approved' ? 'Approved' : 'Changes requested'
  return { kind: 'approval', label, author, time, line: [], said: note }
}

function conflictItem({ author, time, where, kind, wanted, content }: HeldConflict): MergeItem {
  const words =
    content.trim() === ''
      ? []
      : [{ kind: kind === 'lost' ? 'ins' : 'mark', text: shortened(content) } as const]
  const line = where === null ? words : [say(`${where.before}`), ...words, say(where.after)]
  return { kind: 'conflict', label: 'Conflict', author, time, line: ends(clean(line), where), said: wanted }
}

/** Words taken out and put in, between those that stand around them. */
function inText(where: Quote | null, deleted: string, inserted: string): Part[] {
  const parts: Part[] = [
    say(where?.before ?? ''),
    { kind: 'del', text: shortened(deleted) },
    { kind: 'ins', text: shortened(inserted) },
    say(where?.after ?? ''),
  ]
  return ends(clean(parts), where)
}

function quoted(where: Quote | null): Part[] {
  if (where === null) return []
  const { before, text, after } = where
  return ends(clean([say(before), { kind: 'mark', text: shortened(text) }, say(after)]), where)
}

/** Tells by an ellipsis that the words around are cut off. */
function ends(parts: readonly Part[], where: Quote | null): Part[] {
  if (where === null || parts.length === 0) return [...parts]
  const isCut = (text: string) => text.length >= around
  return [...(isCut(where.before) ? [say('…')] : []), ...parts, ...(isCut(where.after) ? [say('…')] : [])]
}

/** So many characters around a place core gives at most. */
const around = 40

function clean(parts: readonly Part[]): Part[] {
  return parts.filter(({ text }) => text !== '')
}

function say(text: string): Part {
  return { kind: 'span', text: text.replace(/\n/g, ' ') }
}

/** So many characters of somebody's words are shown. */
const most = 280

function shortened(text: string): string {
  const flat = text.replace(/\n+/g, ' ¶ ')
  return flat.length > most ? `${flat.slice(0, most).trimEnd()}…` : flat
}
