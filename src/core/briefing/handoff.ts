import type { Hash } from '../canonical.ts'
import type { Author } from './author.ts'
import type { DetailName } from './details.ts'
import type { Formatting } from './formatting.ts'
import type { Quote } from './quote.ts'
import type { Status } from './status.ts'

/** H2: what a reviewer may do with a copy, from the least to the most. */
export const rights = ['comment', 'suggest', 'edit'] as const

export type Rights = (typeof rights)[number]

/** A review copy that was sent, as both its sender's log and the copy itself remember it. */
export interface Invitation {
  /** The copy's id. */
  readonly copy: string
  /** The id of the copy that left the master: its own, unless it was passed on. */
  readonly root: string
  readonly reviewer: Author
  readonly rights: Rights
  /** What the reviewer is asked, in the sender's words; may be empty. */
  readonly asks: string
  /** Who sent it: the author's id. */
  readonly sender: string
  readonly time: string
  /** The sender's head that it was made from. */
  readonly base: Hash
}

/** H3: returns that were merged at once. */
export interface Merge {
  readonly id: string
  readonly author: string
  readonly time: string
  /** Whose returns they were. */
  readonly reviewers: readonly string[]
  /** Which of the copies that went out they answer, and who answered: whoever had it last. */
  readonly answers: readonly { readonly copy: string; readonly reviewer: string }[]
  readonly undone: boolean
}

/** What a return wants of something that is not its reviewer's to set. */
export type Proposal =
  | { readonly of: 'detail'; readonly name: DetailName; readonly value: string | readonly string[] }
  | { readonly of: 'status'; readonly status: Status }

/** An incoming change that is not in the briefing as it was meant; it stays until somebody deals with it. */
export interface HeldConflict {
  readonly id: string
  /** The author's id. */
  readonly author: string
  /** When the change was made. */
  readonly time: string
  /**
   * - `lost`: it is not in the text; `content` is what was wanted.
   * - `overlap`: it is, but it met other work; `content` is the words concerned.
   * - `proposal`: a detail or a status, for the editor to set.
   * - `refused`: the change claims the id of another one.
   */
  readonly kind: 'lost' | 'overlap' | 'proposal' | 'refused'
  readonly wanted: string
  readonly content: string
  /** What of `content` was formatted, where it was put in and is not in the text. */
  readonly formatting?: readonly Formatting[] | undefined
  /** The words around its place when it was merged; null where it has none. */
  readonly where: Quote | null
  readonly proposal: Proposal | null
  readonly settled: {
    readonly author: string
    readonly time: string
    readonly as: 'taken' | 'comment' | 'dismissed'
  } | null
}

/** Everything about copies that went out and came back. */
export interface Handoff {
  /** What this log is, where it is a review copy. */
  readonly copy: Invitation | null
  /** The copies that went out from this log. */
  readonly invitations: readonly Invitation[]
  readonly merges: readonly Merge[]
  readonly conflicts: readonly HeldConflict[]
}

export const noHandoff: Handoff = { copy: null, invitations: [], merges: [], conflicts: [] }

/** The conflicts that nobody has dealt with yet. */
export function openConflicts({ conflicts }: Pick<Handoff, 'conflicts'>): HeldConflict[] {
  return conflicts.filter(({ settled }) => settled === null)
}

/** What whoever works in a log may do there: what the copy that it is was sent for; everything in a master. */
export function rightsIn({ copy }: Pick<Handoff, 'copy'>): Rights {
  return copy?.rights ?? 'edit'
}

/** Whether the text, the details and the status may be changed directly. */
export function mayEdit(handoff: Pick<Handoff, 'copy'>): boolean {
  return rightsIn(handoff) === 'edit'
}

/** Whether changes of the text may be suggested. */
export function maySuggest(handoff: Pick<Handoff, 'copy'>): boolean {
  return rightsIn(handoff) !== 'comment'
}

/**
 * Whether somebody may decide a suggestion: to accept one is to edit, and so is to reject another's; one's own
 * may be withdrawn where one may suggest.
 * @param self the id of who would decide
 */
export function mayDecide(
  handoff: Pick<Handoff, 'copy'>,
  decision: 'accept' | 'reject',
  suggestion: { readonly author: string },
  self: string,
): boolean {
  if (mayEdit(handoff)) return true
  return decision === 'reject' && suggestion.author === self && maySuggest(handoff)
}

/** The lesser of two rights: a copy that is passed on never gains any. */
export function leastRights(a: Rights, b: Rights): Rights {
  return rights.indexOf(a) <= rights.indexOf(b) ? a : b
}
