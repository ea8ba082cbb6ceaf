import type { Transaction } from '@tiptap/pm/state'
import type { StoreApi } from 'zustand/vanilla'
import type { Briefing, BriefingId } from '../../core/briefing/briefing.ts'
import type { DetailName, DetailValue } from '../../core/briefing/details.ts'
import type { Failure, Result } from '../../core/result.ts'

/** Where the text stands; `saved` is said only when the journal and the store have both answered. */
export type Saved =
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface SessionState {
  /** As of the last closed change: a pause in typing, not every key. */
  readonly briefing: Briefing
  readonly saved: Saved
  /** What was recovered on opening, in words for the user; null where nothing was. */
  readonly recovered: string | null
}

/** One open briefing: what is typed goes in, and is safe on disk within a second. */
export interface Session {
  readonly id: BriefingId
  readonly state: StoreApi<SessionState>
  /** Takes a transaction of the editor; those that change no text are ignored. */
  readonly record: (transaction: Transaction) => void
  /** Sets a detail as one change. A value that is not valid for it is refused and nothing changes. */
  readonly setDetail: <N extends DetailName>(name: N, value: DetailValue<N>) => Result<void>
  /** Everything typed so far is in the journal and in the store when it answers ok. */
  readonly flush: () => Promise<Result<void>>
  /** Writes a backup; false where nothing changed since the last one. */
  readonly checkpoint: () => Promise<Result<boolean>>
  /** The briefing as a master `.briefing` file, with all that was typed so far. */
  readonly masterFile: () => Promise<Result<Uint8Array>>
  /** Flushes, writes a backup where something changed, and lets go of the briefing. */
  readonly close: () => Promise<Result<void>>
}
