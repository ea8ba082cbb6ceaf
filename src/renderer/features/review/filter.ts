import { authorsOf, isOpen, type ReviewEntry } from './entries.ts'

/** Which cards the Review panel shows. */
export interface ReviewFilter {
  readonly state: 'open' | 'resolved' | 'all'
  readonly kind: 'everything' | 'comments' | 'suggestions'
  /** An author's id, or everyone. */
  readonly author: string | null
}

export const unfiltered: ReviewFilter = { state: 'open', kind: 'everything', author: null }

/** The entries that a filter lets through. A resolved thread is one of comments: no suggestion is resolved. */
export function filterEntries(entries: readonly ReviewEntry[], filter: ReviewFilter): ReviewEntry[] {
  const { state, kind, author } = filter
  return entries.filter(
    entry =>
      (state === 'all' || isOpen(entry) === (state === 'open')) &&
      (kind === 'everything' || (entry.kind === 'thread') === (kind === 'comments')) &&
      (author === null || authorsOf(entry).includes(author)),
  )
}

const states = { open: 'Open', resolved: 'Resolved', all: 'Open and resolved' } as const
const kinds = { everything: '', comments: 'comments', suggestions: 'suggestions' } as const

/** What the filter's pill says: "Open", "Resolved comments". */
export function filterWords({ state, kind }: ReviewFilter): string {
  return [states[state], kinds[kind]].filter(word => word !== '').join(' ')
}
