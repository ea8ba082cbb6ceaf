import { authorsOf, isOpen, type ReviewEntry } from './entries.ts'

/** Which entries each kind is of. */
const kindsOfEntry = { conflicts: 'conflict', comments: 'thread', suggestions: 'suggestion' } as const

/** Which cards the Review panel shows. */
export interface ReviewFilter {
  readonly state: 'open' | 'resolved' | 'all'
  readonly kind: 'everything' | keyof typeof kindsOfEntry
  /** An author's id, or everyone. */
  readonly author: string | null
}

export const unfiltered: ReviewFilter = { state: 'open', kind: 'everything', author: null }

/** The entries that a filter lets through. Threads and conflicts can be resolved: no suggestion is. */
export function filterEntries(entries: readonly ReviewEntry[], filter: ReviewFilter): ReviewEntry[] {
  const { state, kind, author } = filter
  return entries.filter(
    entry =>
      (state === 'all' || isOpen(entry) === (state === 'open')) &&
      (kind === 'everything' || entry.kind === kindsOfEntry[kind]) &&
      (author === null || authorsOf(entry).includes(author)),
  )
}

const states = { open: 'Open', resolved: 'Resolved', all: 'Open and resolved' } as const
const kinds = {
  everything: '',
  conflicts: 'conflicts',
  comments: 'comments',
  suggestions: 'suggestions',
} as const

/** What the filter's pill says: "Open", "Resolved comments". */
export function filterWords({ state, kind }: ReviewFilter): string {
  return [states[state], kinds[kind]].filter(word => word !== '').join(' ')
}

/** How many cards a filter would show of each kind. */
export function countKinds(
  entries: readonly ReviewEntry[],
  filter: ReviewFilter,
): Readonly<Record<ReviewFilter['kind'], number>> {
  const of = (kind: ReviewFilter['kind']) => filterEntries(entries, { ...filter, kind }).length
  return {
    everything: of('everything'),
    conflicts: of('conflicts'),
    comments: of('comments'),
    suggestions: of('suggestions'),
  }
}
