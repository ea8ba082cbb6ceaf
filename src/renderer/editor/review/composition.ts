import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import type { Suggesting } from '../../../core/review/edit.ts'
import { asItIs, sinceBefore } from './review-state.ts'
import { compacted, mappedSelection, tryTracking } from './tracking.ts'

/**
 * What an input method has written so far. While it composes, the page must stay as the browser left it, or the
 * composition breaks off: its edits go in as they are and become suggestions when it has ended.
 */
export interface Composition {
  readonly before: Node
  readonly steps: readonly Step[]
  readonly docs: readonly Node[]
}

export function composed(open: Composition | null, tr: Transaction): Composition {
  if (open === null) return { before: tr.before, steps: [...tr.steps], docs: [...tr.docs] }
  return { ...open, steps: [...open.steps, ...tr.steps], docs: [...open.docs, ...tr.docs] }
}

/**
 * Puts suggestions in the place of what was composed: takes its steps back and makes the tracked ones, in one
 * transaction. Where the edit cannot be a suggestion it is only taken back, and `refused` says so.
 * @param state the editor's, right behind the composition's last step
 */
export function settled(
  state: EditorState,
  { before, steps, docs }: Composition,
  suggesting: Suggesting,
): { readonly transaction: Transaction; readonly refused: boolean } {
  const tr = sinceBefore(asItIs(state.tr), before)
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const [step, doc] = [steps[index], docs[index]]
    if (step !== undefined && doc !== undefined) tr.step(step.invert(doc))
  }
  const tracked = tryTracking(before, steps, docs, suggesting)
  if (tracked === null) return { transaction: tr, refused: true }
  for (const step of compacted(tracked)) tr.step(step)
  tr.setSelection(mappedSelection(state.selection, tracked.mapping, tr.doc, -1))
  return { transaction: tr, refused: false }
}
