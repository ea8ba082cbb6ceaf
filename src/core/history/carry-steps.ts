import type { Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Quote } from '../briefing/quote.ts'
import type { Change } from './change.ts'
import type { Conflict } from './conflict.ts'
import type { Notes } from './hold.ts'
import type { Manner, Rebase } from './rebase.ts'
import type { BranchStep } from './rebased.ts'
import { quoteAround, wordsAround } from './surroundings.ts'

/** How a change's steps are carried. */
interface ChangeManner extends Manner {
  /** Without those that are not to be carried: what was wanted then, or 'own' where nothing is lost with it. */
  readonly refused?:
    | ((step: Step, before: Node) => Pick<Conflict, 'wanted' | 'content'> | 'own' | null)
    | undefined
}

/**
 * Carries the steps of one change, the first of which is the branch's with the index `first`; gives what was
 * applied. What conflicts is noted, with the words around its place.
 */
export function carrySteps(
  rebase: Rebase,
  change: Change,
  steps: readonly BranchStep[],
  first: number,
  notes: Notes,
  { refused, ...manner }: ChangeManner = {},
): Step[] {
  const applied: Step[] = []
  for (const [offset, { step }] of steps.entries()) {
    if (rebase.isNothing(first + offset)) {
      notes.endRun()
      continue
    }
    const before = rebase.branchAt(first + offset)
    const now = rebase.doc
    const where = rebase.placeOf(first + offset, placeIn(step))
    const refusal = refused?.(step, before) ?? null
    const { steps: carried, conflict } =
      refusal === null ? rebase.carry(first + offset, manner) : { steps: [], conflict: lostAs(refusal) }
    applied.push(...carried)
    const [landed] = carried
    notes.step(change, step, before, conflict, () =>
      landed === undefined ? quoteAround(now, where) : wordsBeside(rebase.doc, landed),
    )
  }
  if (applied.length > 0) applied.push(...rebase.keepApart(first, steps.length))
  return applied
}

function lostAs(refusal: Pick<Conflict, 'wanted' | 'content'> | 'own'): Conflict | null {
  return refusal === 'own' ? null : { kind: 'lost', ...refusal }
}

/** The words around what a step put in, or around its place. */
function wordsBeside(doc: Node, step: Step): Quote | null {
  const from = placeIn(step)
  return wordsAround(doc, from, step instanceof ReplaceStep ? from + step.slice.size : from)
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
