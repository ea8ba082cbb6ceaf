import type { Node } from 'prosemirror-model'
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { type Conflict, wordsBetween, wordsOf } from './conflict.ts'

/**
 * Words or formatting that landed in a block that is suggested to go, and was not when they were made: accepting
 * that suggestion would take them along.
 * @param landed the steps as they were carried; `doc` is the document after them
 */
export function doomed(step: Step, before: Node, landed: readonly Step[], doc: Node): Conflict | null {
  const content = contentOf(step, before)
  const last = landed.at(-1)
  if (content.trim() === '' || last === undefined) return null
  const { from } = last as Step & { readonly from?: number }
  if (from === undefined || !isToGo(doc, from) || isToGo(before, placeOf(step))) return null
  return { kind: 'overlap', wanted: 'To write in a block that somebody suggests deleting', content }
}

function contentOf(step: Step, before: Node): string {
  if (step instanceof ReplaceStep) return wordsOf(step.slice)
  if (!(step instanceof AddMarkStep || step instanceof RemoveMarkStep)) return ''
  const isReview = (step.mark.type.spec.group ?? '').split(' ').includes('review')
  return isReview ? '' : wordsBetween(before, step.from, step.to)
}

function placeOf(step: Step & { readonly from?: number }): number {
  return step.from ?? 0
}

function isToGo(doc: Node, pos: number): boolean {
  const $pos = doc.resolve(Math.min(pos, doc.content.size))
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const { marks } = $pos.node(depth)
    if (marks.some(mark => mark.type.name === 'deletion' && mark.attrs.of === 'block')) return true
  }
  return false
}
