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
