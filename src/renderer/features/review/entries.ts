import type { Node } from 'prosemirror-model'
import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import type { Records } from '../../../core/briefing/records.ts'
import { type Suggestion, suggestionsOf } from '../../../core/review/suggestions.ts'
import { type PlacedThread, placeThreads } from '../../../core/review/threads.ts'

/** What a card of the Review panel is about. */
export type ReviewEntry =
  | { readonly kind: 'thread'; readonly key: string; readonly placed: PlacedThread }
  | { readonly kind: 'suggestion'; readonly key: string; readonly suggestion: Suggestion }
  | { readonly kind: 'conflict'; readonly key: string; readonly conflict: HeldConflict }

/** The key of a card: the ids of threads, suggestions and conflicts come from worlds apart and may be alike. */
export function entryKey(kind: ReviewEntry['kind'], id: string): string {
  return `${kind} ${id}`
}

/**
 * Everything to review, in the order of the panel: conflicts of returns, threads whose words were removed,
 * threads on the whole briefing, then threads and suggestions in the order of the text.
 */
export function reviewEntries(
  { threads, handoff }: Pick<Records, 'threads' | 'handoff'>,
  doc: Node,
): ReviewEntry[] {
  const entries: ReviewEntry[] = handoff.conflicts.map(conflict => ({
    kind: 'conflict',
    key: entryKey('conflict', conflict.id),
    conflict,
  }))
  for (const placed of placeThreads(threads.values(), doc)) {
    entries.push({ kind: 'thread', key: entryKey('thread', placed.thread.id), placed })
  }
  for (const suggestion of suggestionsOf(doc)) {
    entries.push({ kind: 'suggestion', key: entryKey('suggestion', suggestion.id), suggestion })
  }
  return entries.sort((a, b) => placeOf(a) - placeOf(b))
}

/** Where an entry begins in the text; before it what has no place there, or needs somebody first. */
function placeOf(entry: ReviewEntry): number {
  if (entry.kind === 'conflict') return -3
  if (entry.kind === 'suggestion') return entry.suggestion.from
  const { place, ranges } = entry.placed
  if (place === 'text') return ranges[0]?.from ?? 0
  return place === 'lost' ? -2 : -1
}

/** Whether somebody still has to do something about it. */
export function isOpen(entry: ReviewEntry): boolean {
  switch (entry.kind) {
    case 'suggestion':
      return true
    case 'thread':
      return entry.placed.thread.resolved === null
    case 'conflict':
      return entry.conflict.settled === null
  }
}

/** Everyone who had a part in it. */
export function authorsOf(entry: ReviewEntry): readonly string[] {
  switch (entry.kind) {
    case 'suggestion':
      return [entry.suggestion.author]
    case 'thread':
      return entry.placed.thread.comments.map(comment => comment.author)
    case 'conflict':
      return [entry.conflict.author]
  }
}
