import type { Node } from 'prosemirror-model'
import {
  AddMarkStep,
  AddNodeMarkStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  type Step,
} from 'prosemirror-transform'
import { wordsBetween } from '../history/conflict.ts'
import { derivedId } from '../history/derived-id.ts'
import type { Track } from '../history/tracked-pieces.ts'
import { trackEdit } from '../review/track.ts'

/**
 * Lands a change's edits as suggestions by its author, of its time. The suggestions' ids follow from the
 * change's, so that every machine that merges it makes the same ones.
 */
export function asSuggestions(change: {
  readonly id: string
  readonly author: string
  readonly time: string
}): Track {
  let number = 0
  const newId = () => {
    number += 1
    return derivedId(['suggestion', change.id, number])
  }
  const { author, time } = change
  return (doc, steps, docs) => {
    const tracked = trackEdit(doc, steps, docs, { author, time, newId })
    return tracked === null ? null : { steps: tracked.transform.steps, parts: tracked.parts }
  }
}

/**
 * What of a change is not carried from a copy that may not edit, step by step: what was wanted then, 'own' where
 * nothing is lost with it, null for what is carried.
 * @param isTracked whether the change did more than suggest, and lands as suggestions
 */
export function refusing(
  steps: readonly Step[],
  author: string,
  isTracked: boolean,
): (step: Step, before: Node) => { readonly wanted: string; readonly content: string } | 'own' | null {
  const waiting = waitingIn(steps, author)
  return (step, before) => {
    if (isTracked) return waiting.has(step) ? 'own' : decisionIn(step, before, author)
    return acceptsOwnBlock(step, author) ? 'own' : null
  }
}

/**
 * The steps that let what was decided wait for another suggestion (review/resolve.ts): a break by both marks of that on
 * one block, formatting by a change of form in another's name. Where the decision is not carried, nothing waits.
 */
function waitingIn(steps: readonly Step[], author: string): ReadonlySet<Step> {
  const breaks = steps.filter(
    (step): step is AddNodeMarkStep => step instanceof AddNodeMarkStep && step.mark.attrs.of === 'break',
  )
  const forms = steps.filter(
    step =>
      step instanceof AddMarkStep &&
      step.mark.type.name === 'modification' &&
      step.mark.attrs.author !== author,
  )
  return new Set([
    ...forms,
    ...breaks.filter(({ pos, mark }) =>
      breaks.some(
        other => other.pos === pos && other.mark.attrs.id === mark.attrs.id && other.mark.type !== mark.type,
      ),
    ),
  ])
}

/**
 * What a step decides about a suggestion by taking its mark off: 'own' where its author takes it for accepted,
 * in words where it is somebody else's; null where it decides nothing.
 */
function decisionIn(
  step: Step,
  before: Node,
  author: string,
): { readonly wanted: string; readonly content: string } | 'own' | null {
  if (!(step instanceof RemoveMarkStep || step instanceof RemoveNodeMarkStep)) return null
  const { mark } = step
  const isSuggestion = ['insertion', 'deletion', 'modification'].includes(mark.type.name)
  if (!isSuggestion) return null
  // Everybody may withdraw a deletion of their own.
  if (mark.attrs.author === author) return mark.type.name === 'deletion' ? null : 'own'
  const content =
    step instanceof RemoveMarkStep
      ? wordsBetween(before, step.from, step.to)
      : (before.nodeAt(step.pos)?.textContent ?? '')
  const verdict = mark.type.name === 'deletion' ? 'reject' : 'accept'
  return { wanted: `To ${verdict} another’s suggestion`, content }
}

/**
 * Whether a step takes the mark of a block or break that its author suggests off. What is withdrawn goes with its mark.
 * Where that made no difference to the copy, a break with nothing before it any more or a lone empty block, taking
 * the mark off would accept it here.
 */
function acceptsOwnBlock(step: Step, author: string): boolean {
  return (
    step instanceof RemoveNodeMarkStep &&
    step.mark.type.name === 'insertion' &&
    step.mark.attrs.author === author
  )
}
