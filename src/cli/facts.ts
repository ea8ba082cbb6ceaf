import { type Briefing, titleOf } from '../core/briefing/briefing.ts'
import { openConflicts } from '../core/briefing/handoff.ts'
import { noRecords, type Status } from '../core/briefing/records.ts'
import { statistics } from '../core/briefing/statistics.ts'
import { contentHash } from '../core/review/publication.ts'
import { countSuggestions } from '../core/review/suggestions.ts'
import { countThreads } from '../core/review/threads.ts'

/** What `galley info --json` prints, member for member. */
export interface Facts {
  readonly title: string
  readonly status: Status
  readonly words: number
  readonly keyPoints: number
  readonly sections: number
  readonly pullQuotes: number
  readonly threads: { readonly open: number; readonly resolved: number }
  /** Those that nobody has decided yet. */
  readonly suggestions: number
  /** Incoming changes that somebody must deal with. */
  readonly conflicts: number
  /** The content hash: two briefings with the same one publish the same. */
  readonly hash: string
}

/** The facts about a briefing; one that was just made has no records yet. */
export function factsOf(briefing: Pick<Briefing, 'doc' | 'details'> & Partial<Briefing>): Facts {
  const { threads, status, handoff } = briefing.records ?? noRecords
  const { words, keyPoints, sections, pullQuotes } = statistics(briefing.doc)
  return {
    title: titleOf(briefing.doc),
    status,
    words,
    keyPoints,
    sections,
    pullQuotes,
    threads: countThreads(threads.values()),
    suggestions: countSuggestions(briefing.doc),
    conflicts: openConflicts(handoff).length,
    hash: contentHash(briefing),
  }
}
