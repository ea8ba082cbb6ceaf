import type { Node } from 'prosemirror-model'
import type { Records } from '../../../core/briefing/records.ts'
import { type Suggestion, suggestionsOf } from '../../../core/review/suggestions.ts'
import { type PlacedThread, placeThreads } from '../../../core/review/threads.ts'

/** What a card of the Review panel is about. */
export type ReviewEntry =
  | { readonly kind: 'thread'; readonly key: string; readonly placed: PlacedThread }
  | { readonly kind: 'suggestion'; readonly key: string; readonly suggestion: Suggestion }

/** The key of a thread's card, or of a suggestion's: their ids come from two worlds and may be alike. */
export function entryKey(kind: ReviewEntry['kind'], id: string): string {
  return `${kind} ${id}`
}

/**
 * Everything to review, in the order of the panel: threads whose words were removed, threads on the whole
 * briefing, then threads and suggestions in the order of the text.
 */
export function reviewEntries(threads: Records['threads'], doc: Node): ReviewEntry[] {
  const entries: ReviewEntry[] = placeThreads(threads.values(), doc).map(placed => ({
    kind: 'thread',
    key: entryKey('thread', placed.thread.id),
    placed,
  }))
  for (const suggestion of suggestionsOf(doc)) {
    entries.push({ kind: 'suggestion', key: entryKey('suggestion', suggestion.id), suggestion })
  }
  return entries.sort((a, b) => placeOf(a) - placeOf(b))
}

/** Where an entry begins in the text; before it what has no place there. */
function placeOf(entry: ReviewEntry): number {
  if (entry.kind === 'suggestion') return entry.suggestion.from
  const { place, ranges } = entry.placed
  if (place === 'text') return ranges[0]?.from ?? 0
  return place === 'lost' ? -2 : -1
}

/** Whether somebody still has to do something about it. */
export function isOpen(entry: ReviewEntry): boolean {
  return entry.kind === 'suggestion' || entry.placed.thread.resolved === null
}

/** Everyone who had a part in it. */
export function authorsOf(entry: ReviewEntry): readonly string[] {
  return entry.kind === 'suggestion'
    ? [entry.suggestion.author]
    : entry.placed.thread.comments.map(comment => comment.author)
}
