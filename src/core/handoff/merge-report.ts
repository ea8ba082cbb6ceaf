import type { HeldConflict, Rights } from '../briefing/handoff.ts'
import type { Quote } from '../briefing/records.ts'

/** Something a return brings: whose, from when, and the words around its place. */
interface Brought {
  readonly author: string
  readonly time: string
  readonly where: Quote | null
  /** Where it begins in the text after its return was merged; null where it has no place there. */
  readonly at: number | null
}

export interface BroughtComment extends Brought {
  /** The thread's id. */
  readonly thread: string
  readonly text: string
  readonly kind: 'comment' | 'reply' | 'change' | 'deletion' | 'resolution' | 'reopening' | 'attachment'
}

export interface BroughtSuggestion extends Brought {
  readonly id: string
  readonly summary: string
  readonly deleted: string
  readonly inserted: string
}

/** What an edit did, in words. */
export interface BroughtEdit extends Brought {
  readonly deleted: string
  readonly inserted: string
  /** It changed neither, but the form of words or blocks. */
  readonly form: boolean
}

export interface BroughtApproval {
  readonly author: string
  readonly time: string
  readonly verdict: 'approved' | 'changes-requested'
  readonly note: string
}

/** What one return brings, before it is applied (H4). */
export interface ReturnReport {
  /** The copy's id. */
  readonly copy: string
  readonly reviewer: { readonly id: string; readonly name: string }
  readonly rights: Rights
  /** Everything in it was here already. */
  readonly isKnown: boolean
  /** Those who wrote in it although nobody invited them, by name. */
  readonly unverified: readonly string[]
  readonly comments: readonly BroughtComment[]
  readonly suggestions: readonly BroughtSuggestion[]
  readonly edits: readonly BroughtEdit[]
  readonly approvals: readonly BroughtApproval[]
  readonly conflicts: readonly HeldConflict[]
}

export interface MergeReport {
  readonly returns: readonly ReturnReport[]
  /** All conflicts of the briefing that nobody has dealt with, these and earlier ones. */
  readonly openConflicts: number
}
