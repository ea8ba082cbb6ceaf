import type { Hash } from '../canonical.ts'
import { type Handoff, noHandoff } from './handoff.ts'
import type { Quote } from './quote.ts'
import type { Status } from './status.ts'

export type { Quote } from './quote.ts'
export { type Status, statuses } from './status.ts'

export interface Comment {
  readonly id: string
  readonly author: string
  /** When it was written; shown, never compared. */
  readonly time: string
  readonly text: string
  /** When it was last changed, or null. */
  readonly edited: string | null
  /** The highest counter seen for its text. */
  readonly counter: number
}

/** R1: a comment and its replies. A thread always has at least one comment. */
export interface Thread {
  readonly id: string
  /** Null for a comment on the whole briefing. */
  readonly quote: Quote | null
  readonly quoteCounter: number
  readonly comments: readonly Comment[]
  readonly resolved: { readonly author: string; readonly time: string } | null
  readonly resolvedCounter: number
}

/** One person's word on one exact version, named by its content hash. A later one by the same person counts. */
export interface Approval {
  readonly id: string
  readonly author: string
  readonly time: string
  readonly verdict: 'approved' | 'changes-requested'
  readonly note: string
  readonly content: Hash
  /** The change it was given after: what has changed since is the log behind it. */
  readonly head: Hash
}

/** What a version was kept for. */
export const versionCauses = [
  'named',
  'opened',
  'pause',
  'status',
  'export',
  'hand-off',
  'restore',
  'saved',
] as const

/** A named version or an automatic checkpoint: a place in the log. */
export interface Version {
  readonly id: string
  readonly author: string
  readonly time: string
  /** What the user called it, or null for a checkpoint. */
  readonly name: string | null
  readonly cause: (typeof versionCauses)[number]
  readonly head: Hash
}

/** A status that was set: what to, by whom, when, and which content it was set on. */
export interface StatusEntry {
  readonly status: Status
  readonly author: string
  readonly time: string
  readonly content: Hash
}

/** Everything that stands beside the text and the details. */
export interface Records {
  readonly threads: ReadonlyMap<string, Thread>
  readonly status: Status
  readonly statusCounter: number
  readonly statusHistory: readonly StatusEntry[]
  readonly approvals: readonly Approval[]
  readonly versions: readonly Version[]
  readonly handoff: Handoff
}

export const noRecords: Records = {
  threads: new Map(),
  status: 'Draft',
  statusCounter: 0,
  statusHistory: [],
  approvals: [],
  versions: [],
  handoff: noHandoff,
}
