import { type Briefing, titleOf } from '../core/briefing/briefing.ts'
import { statistics } from '../core/briefing/statistics.ts'
import { contentHash } from '../core/review/publication.ts'

/** What `galley info --json` prints, member for member. */
export interface Facts {
  readonly title: string
  readonly status: 'Draft'
  readonly words: number
  readonly keyPoints: number
  readonly sections: number
  readonly pullQuotes: number
  readonly threads: { readonly open: number; readonly resolved: number }
  readonly suggestions: number
  readonly conflicts: number
  /** The content hash: two briefings with the same one publish the same. */
  readonly hash: string
}

/** The facts about a briefing. A history holds no review yet: every briefing is a draft without threads. */
export function factsOf(briefing: Pick<Briefing, 'doc' | 'details'>): Facts {
  const { words, keyPoints, sections, pullQuotes } = statistics(briefing.doc)
  return {
    title: titleOf(briefing.doc),
    status: 'Draft',
    words,
    keyPoints,
    sections,
    pullQuotes,
    threads: { open: 0, resolved: 0 },
    suggestions: 0,
    conflicts: 0,
    hash: contentHash(briefing),
  }
}
