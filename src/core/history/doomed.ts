import type { Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { type Conflict, wordsAt, wordsBetween, wordsOf } from './conflict.ts'
import { deletionsIn, isReplacing, struckIn } from './struck.ts'

/**
 * Work that landed in a block or among words that are suggested to go, and were not when it was made: accepting
 * that suggestion would take it along.
 * @param landed the steps as they were carried; `doc` is the document after them
 */
export function doomed(step: Step, before: Node, landed: readonly Step[], doc: Node): Conflict | null {
  const last = landed.at(-1)
  if (last === undefined) return null
  const going = goingAt(doc, last)
  // Marks move nothing, so that all of them are where they were put.
  const struckThere = (isMarking(step) ? landed : [last]).flatMap(one => struckAt(doc, one))
  // Nothing is suggested to go where most steps land: that is seen at once.
  if (going.length + struckThere.length === 0) return null
  const content = contentOf(step, before)
  if (content.trim() === '') return null
  const isGone = isOnlyDeletion(step, before)
  const block = newIn(going, goingAt(before, step))
  if (block.size > 0) {
    if (!isGone) return overlap('To write in a block that somebody suggests deleting', content)
    return isReplacing(doc, block)
      ? overlap('To delete words in a block that somebody suggests replacing', content)
      : null
  }
  if (isGone || newIn(struckThere, struckAt(before, step)).size === 0) return null
  return overlap('To write among words that somebody suggests deleting', content)
}

/** What would be taken along; nothing where a step does not say anything of its own. */
function contentOf(step: Step, before: Node): string {
  if (step instanceof ReplaceAroundStep) return wordsBetween(before, step.from, step.to)
  if (step instanceof ReplaceStep) {
    const words = wordsOf(step.slice)
    return words.trim() === '' ? wordsAt(before, step.from, step.to) : words
  }
  if (!isMarking(step)) return ''
  const isReview = (step.mark.type.spec.group ?? '').split(' ').includes('review')
  return isReview && !isSuggestedDeletion(step) ? '' : wordsBetween(before, step.from, step.to)
}

function isMarking(step: Step): step is AddMarkStep | RemoveMarkStep {
  return step instanceof AddMarkStep || step instanceof RemoveMarkStep
}

function isSuggestedDeletion(step: Step): boolean {
  return step instanceof AddMarkStep && step.mark.type.name === 'deletion'
}

function isOnlyDeletion(step: Step, before: Node): boolean {
  if (isSuggestedDeletion(step)) return true
  return step instanceof ReplaceStep && step.slice.size === 0 && before.textBetween(step.from, step.to) !== ''
}

/** The suggestions to delete a block, or one around it, in which a step's work is. */
function goingAt(doc: Node, step: Step): unknown[] {
  const { from } = step as Step & { readonly from?: number }
  if (from === undefined) return []
  const inside = step instanceof ReplaceAroundStep ? from + Math.max(1, step.insert) : from
  const $pos = doc.resolve(Math.min(inside, doc.content.size))
  const around = Array.from({ length: $pos.depth }, (_, depth) => $pos.node(depth + 1))
  const isWrap = step instanceof ReplaceAroundStep && $pos.nodeAfter?.isBlock === true
  const blocks = isWrap && $pos.nodeAfter !== null ? [...around, $pos.nodeAfter] : around
  return blocks.flatMap(({ marks }) => deletionsIn(marks.filter(mark => mark.attrs.of === 'block')))
}

/** The suggestions to delete the words that a step's work is among, or on. */
function struckAt(doc: Node, step: Step): unknown[] {
  const range = step as Step & { readonly from?: number; readonly to?: number }
  if (range.from === undefined || range.to === undefined || step instanceof ReplaceAroundStep) return []
  const end = step instanceof ReplaceStep && step.slice.size > 0 ? range.from + step.slice.size : range.to
  if (end > doc.content.size) return []
  if (isMarking(step) && step.mark.type.name !== 'insertion') return struckIn(doc, range.from, range.to)
  const before = deletionsIn(doc.resolve(range.from).nodeBefore?.marks ?? [])
  const behind = deletionsIn(doc.resolve(end).nodeAfter?.marks ?? [])
  return before.filter(id => behind.includes(id))
}

function newIn(now: readonly unknown[], seen: readonly unknown[]): Set<unknown> {
  return new Set(now.filter(id => !seen.includes(id)))
}

function overlap(wanted: string, content: string): Conflict {
  return { kind: 'overlap', wanted, content }
}
