import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'

/** What became of an incoming step. */
export interface Rebased {
  /** The steps that carry it on the base side; none where nothing of it could be kept. */
  readonly steps: readonly Step[]
  readonly conflict: RebaseConflict | null
}

export interface RebaseConflict {
  readonly kind: 'lost' | 'overlap'
  readonly wanted: string
  readonly content: string
}

/** A step of the branch, with the document before it and the change it is of. */
export interface BranchStep {
  readonly step: Step
  readonly before: Node
  readonly change: string
}
