import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Thread } from '../briefing/records.ts'

/** What becomes of suggestions that nobody has decided yet. */
export const suggestionChoices = ['accept', 'reject', 'show'] as const
/** Where comments stand: nowhere, numbered at their words with a list at the end, or only in that list. */
export const commentChoices = ['none', 'footnotes', 'appendix'] as const

/** What the user chose to publish of a review (P3). */
export interface ReviewChoices {
  readonly suggestions: (typeof suggestionChoices)[number]
  readonly comments: (typeof commentChoices)[number]
}

/** What is published where nothing was chosen: the text that an approval is for, and nobody's comments. */
export const plainReview: ReviewChoices = { suggestions: 'reject', comments: 'none' }

/**
 * What an export needs of a briefing: its text and its details. Without `review` suggestions are rejected,
 * comments left out and no person is named, whatever the text carries (P1, P3).
 */
export interface Publication extends Pick<Briefing, 'doc' | 'details'> {
  readonly review?: ReviewChoices & {
    readonly threads: ReadonlyMap<string, Thread>
    readonly authors: ReadonlyMap<string, Author>
  }
}

/** A briefing as it is to be published, with what was chosen of its review. */
export function publicationOf(
  { doc, details, records, authors }: Pick<Briefing, 'doc' | 'details' | 'records' | 'authors'>,
  choices: ReviewChoices,
): Publication {
  return { doc, details, review: { ...choices, threads: records.threads, authors } }
}
