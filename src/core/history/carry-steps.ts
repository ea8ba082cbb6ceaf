import type { Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Conflict } from './conflict.ts'
import type { Hold } from './hold.ts'
import type { Rebase } from './rebase.ts'
import type { BranchStep } from './rebased.ts'
import { quoteAround } from './surroundings.ts'
import type { Track } from './tracked-pieces.ts'

/** How a change's steps are carried. */
interface Manner {
  /** As suggestions. */
  readonly track?: Track | undefined
  /** Without those that are not to be carried: what was wanted then, or 'own' where nothing is lost with it. */
  readonly refused?: (step: Step, before: Node) => Pick<Conflict, 'wanted' | 'content'> | 'own' | null
}

/**
 * Carries the steps of one change, the first of which is the branch's with the index `first`; gives what was
 * applied. What conflicts is held, with the words around its place.
 */
export function carrySteps(
  rebase: Rebase,
  steps: readonly BranchStep[],
  first: number,
  held: Hold,
  { track, refused }: Manner = {},
): Step[] {
  const applied: Step[] = []
  let typed = -1
  for (const [offset, { step }] of steps.entries()) {
    const before = rebase.branchAt(first + offset)
    const now = rebase.doc
    const where = rebase.placeOf(first + offset, placeIn(step))
    const refusal = refused?.(step, before) ?? null
    if (refusal !== null) {
      if (refusal !== 'own') held({ kind: 'lost', ...refusal }, quoteAround(now, where))
      continue
    }
    const { steps: carried, conflict } = rebase.carry(first + offset, track)
    applied.push(...carried)
    const isGoneOn = step instanceof ReplaceStep && step.from === typed
    if (conflict !== null) held(conflict, quoteAround(now, where), null, isGoneOn)
    if (step instanceof ReplaceStep) typed = step.from + step.slice.size
  }
  if (applied.length > 0) applied.push(...rebase.keepApart(first, steps.length))
  return applied
}

function placeIn(step: Step): number {
  const { from, pos, steps } = step as Step & {
    readonly from?: number
    readonly pos?: number
    readonly steps?: readonly Step[]
  }
  const first = steps?.[0]
  return from ?? pos ?? (first === undefined ? 0 : placeIn(first))
}
