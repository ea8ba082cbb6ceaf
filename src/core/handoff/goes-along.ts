import type { Briefing } from '../briefing/briefing.ts'
import { describeSuggestion } from '../review/describe.ts'
import { suggestionsOf } from '../review/suggestions.ts'
import { placeThreads } from '../review/threads.ts'

/** A thread or a suggestion that a copy can show (H2). */
export interface Showable {
  readonly id: string
  readonly kind: 'thread' | 'suggestion'
  /** Who made it, and, in a thread, who else wrote in it: authors' ids. */
  readonly author: string
  readonly others: readonly string[]
  /** A suggestion in words; what a thread's first comment says. */
  readonly words: string
  /** The words of the text that a thread is about; null for the whole briefing, and for a suggestion. */
  readonly about: string | null
  readonly replies: number
  readonly isResolved: boolean
}

/** All that a copy of a briefing can show: threads, then suggestions, each in the order of the text. */
export function showableIn({ doc, records }: Pick<Briefing, 'doc' | 'records'>): Showable[] {
  const threads = placeThreads(records.threads.values(), doc).flatMap(({ thread }): Showable[] => {
    const { id, quote, comments, resolved } = thread
    const [first] = comments
    if (first === undefined) return []
    const writers = new Set(comments.map(({ author }) => author))
    writers.delete(first.author)
    return [
      {
        id,
        kind: 'thread',
        author: first.author,
        others: [...writers],
        words: first.text,
        about: quote?.text ?? null,
        replies: comments.length - 1,
        isResolved: resolved !== null,
      },
    ]
  })
  const suggestions = suggestionsOf(doc).map(
    (suggestion): Showable => ({
      id: suggestion.id,
      kind: 'suggestion',
      author: suggestion.author,
      others: [],
      words: describeSuggestion(suggestion).summary,
      about: null,
      replies: 0,
      isResolved: false,
    }),
  )
  return [...threads, ...suggestions]
}

/**
 * What goes along unless the sender says otherwise: what is open and the sender's own. A thread in which others
 * wrote is not: reviewers do not see each other's words unasked.
 */
export function shownUnasked(items: readonly Showable[], sender: string): string[] {
  return items
    .filter(({ author, others, isResolved }) => author === sender && others.length === 0 && !isResolved)
    .map(({ id }) => id)
}
