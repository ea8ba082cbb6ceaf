import { Fragment, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Operation } from './change.ts'

/**
 * Steps that are not in a change yet, in the order in which they were made. A value: recording more gives
 * another one. What a run of typing leaves is one step, and what was typed and deleted again leaves none.
 */
export interface Recording {
  readonly steps: readonly Step[]
}

export const emptyRecording: Recording = { steps: [] }

/**
 * A recording with more steps behind it: adjacent ones are merged, and those that come to nothing dropped.
 * Costs what the steps and the one before them cost; the document is not looked at.
 */
export function record(recording: Recording, steps: readonly Step[]): Recording {
  const merged = [...recording.steps]
  for (const step of steps.flatMap(flat)) {
    if (isEmpty(step)) continue
    const last = merged.at(-1)
    const joined =
      last === undefined || isBlocks(last) || isBlocks(step)
        ? null
        : (last.merge(step) ?? mergeInside(last, step))
    if (joined === null) {
      merged.push(step)
      continue
    }
    merged.pop()
    if (!isEmpty(joined)) merged.push(joined)
  }
  return { steps: merged }
}

/** The operations of the change that a recording closes into; none where nothing is left of it. */
export function operationsOf(recording: Recording): Operation[] {
  if (recording.steps.length === 0) return []
  return [{ type: 'steps', steps: recording.steps.map(step => step.toJSON()) }]
}

/**
 * The steps of a set of steps on marks. Undone and redone, a link set over another becomes a set within a set, which
 * ProseMirror writes and does not read.
 */
function flat(step: Step): readonly Step[] {
  const { steps } = step as Step & { readonly steps?: readonly Step[] }
  return steps === undefined ? [step] : steps.flatMap(flat)
}

function isEmpty(step: Step): boolean {
  return step instanceof ReplaceStep && step.from === step.to && step.slice.size === 0
}

/**
 * One step for a step and another that changes only words the first one put in, such as typing and then
 * correcting: ProseMirror's own merge joins only what lies side by side. Null where they do not fit.
 */
function mergeInside(first: Step, second: Step): Step | null {
  if (!(first instanceof ReplaceStep && second instanceof ReplaceStep)) return null
  const from = second.from - first.from
  const to = second.to - first.from
  if (from < 0 || to > first.slice.size || !isRun(first) || !isRun(second)) return null
  const { content } = first.slice
  const joined = Fragment.empty
    .append(content.cut(0, from))
    .append(second.slice.content)
    .append(content.cut(to))
  return new ReplaceStep(first.from, first.to, joined.size === 0 ? Slice.empty : new Slice(joined, 0, 0))
}

/** Whether a step puts in blocks: such steps stay apart, so that a move can be told from what stands beside it. */
function isBlocks(step: Step): boolean {
  return step instanceof ReplaceStep && step.slice.content.firstChild?.isBlock === true
}

/** Whether a step puts in nothing but text and breaks, without a block's edge, or nothing at all. */
function isRun(step: ReplaceStep & { readonly structure?: boolean }): boolean {
  const { content, openStart, openEnd } = step.slice
  if (step.structure === true || openStart !== 0 || openEnd !== 0) return false
  for (let index = 0; index < content.childCount; index += 1) {
    const child = content.child(index)
    if (!child.isInline || !child.isLeaf) return false
  }
  return true
}
