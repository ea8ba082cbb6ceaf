import type { Failure } from '../../core/result.ts'

/** How a copy was found. */
export type FoundCopy =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  /** `behind`: how many changes the result has that it did not have. */
  | { readonly kind: 'whole'; readonly behind: number }

/** What a comparison of store and journal found and did. */
export interface Found {
  readonly store: FoundCopy
  readonly journal: FoundCopy
  readonly forked: boolean
  /** How many copies were kept as briefings of their own. */
  readonly apart: number
  /** Why the journal could not be brought up to date; null where it was. */
  readonly journalFailure: Failure | null
}

/** What was recovered, for the user; null where nothing had to be. */
export function tellRecovery(found: Found): string | null {
  const { store, journal, forked, apart, journalFailure } = found
  const sentences: string[] = []
  if (store.kind !== 'whole') {
    const state = store.kind === 'missing' ? 'had lost this briefing' : 'had a damaged copy of this briefing'
    sentences.push(`The library ${state}. It was rebuilt from its journal and backups on disk.`)
  } else if (store.behind > 0 && !forked) {
    sentences.push(
      `${changes(store.behind)} that had not reached the library came back from the journal on disk.`,
    )
  }
  if (journalFailure !== null) {
    sentences.push(`The journal on disk could not be written: ${journalFailure.message}`)
  } else if (journal.kind !== 'whole' && store.kind === 'whole') {
    const state = journal.kind === 'missing' ? 'was missing' : 'was damaged'
    sentences.push(`The journal on disk ${state}. It was written anew from the library.`)
  } else if (journal.kind === 'whole' && journal.behind > 0 && !forked) {
    sentences.push(
      `${changes(journal.behind)} that the journal on disk did not have ${
        journal.behind === 1 ? 'was' : 'were'
      } added to it.`,
    )
  }
  if (forked) sentences.push('Two copies of this briefing had gone separate ways; both are joined in it now.')
  if (apart > 0) {
    sentences.push(
      'Not everything fitted together, so the other copy is also kept as a briefing of its own with the tag “recovered”.',
    )
  }
  return sentences.length === 0 ? null : sentences.join(' ')
}

function changes(count: number): string {
  return count === 1 ? 'One change' : `${count} changes`
}
