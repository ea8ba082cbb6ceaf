import type { Slice } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { type Conflict, formattingOf, wordsOf } from './conflict.ts'
import type { Move } from './moves.ts'

/** What became of an incoming step. */
export interface Rebased {
  /** The steps that carry it on the base side; none where nothing of it could be kept. */
  readonly steps: readonly Step[]
  readonly conflict: Conflict | null
}

/**
 * A step of the branch, the change it is of, the move it makes together with the step behind it, and what it
 * makes good.
 */
export interface BranchStep {
  readonly step: Step
  readonly change: string
  readonly move: Move | null
  /** The index of the branch's step that took out what this one puts back. */
  readonly putsBack: number | null
}

/** What becomes of a step that has nothing to do. */
export const nothing: Rebased = { steps: [], conflict: null }

/** What becomes of a step that cannot be carried: what was wanted, and the words that it was about. */
export function lost(wanted: string, content: string): Rebased {
  return { steps: [], conflict: { kind: 'lost', wanted, content } }
}

/** What becomes of words that cannot be put in: they are kept, with their formatting. */
export function lostWords(wanted: string, slice: Slice): Rebased {
  const formatting = formattingOf(slice)
  const conflict = { kind: 'lost', wanted, content: wordsOf(slice) } as const
  return { steps: [], conflict: formatting.length === 0 ? conflict : { ...conflict, formatting } }
}
