import type { BriefingId } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Status } from '../../core/briefing/records.ts'

/** What the library shows of a briefing. A view: it can be rebuilt from the briefing's log. */
export interface Card {
  readonly id: LogId
  /** The briefing that the log is of; cards of an older Galley, of masters all, do not say. */
  readonly briefing?: BriefingId
  /** Whether it is a review copy; likewise. */
  readonly isCopy?: boolean
  /** Of a review copy, by name: for whom it is, and from whom. */
  readonly copy?: { readonly reviewer: string; readonly sender: string }
  readonly title: string
  /** The standfirst; where there is none, the first words behind those of the title. */
  readonly standfirst: string
  readonly words: number
  readonly status: Status
  readonly openThreads: number
  /** Suggestions that nobody has decided yet. */
  readonly suggestions: number
  readonly tags: readonly string[]
  /** ISO 8601: the time of the origin. */
  readonly created: string
  /** ISO 8601: the time of the last change. */
  readonly updated: string
  /** ISO 8601: since when it is in the bin; null where it is not. */
  readonly binned: string | null
}
