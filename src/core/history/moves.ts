import type { Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'

/** Whole blocks that two steps together take to another place, in positions before the first of them. */
export interface Move {
  readonly from: number
  readonly to: number
  /** Outside the range. */
  readonly target: number
}

/**
 * The move that two neighbouring steps make: whole blocks are taken out and put in again elsewhere, or put in
 * and then taken out where they were. That is how every command of Galley moves blocks, so the log's steps are
 * the record of a move; words inside a block that is moved while others write in it go along.
 * @param docs the documents before each of the two
 */
export function moveOf(first: Step, second: Step, docs: readonly [Node, Node]): Move | null {
  if (!(first instanceof ReplaceStep && second instanceof ReplaceStep)) return null
  if (isCut(first) && isPaste(second)) {
    const { from, to } = first
    if (second.slice.size !== to - from || second.from === from) return null
    if (!isSameContent(docs[0], from, to, second)) return null
    return { from, to, target: second.from < from ? second.from : second.from + (to - from) }
  }
  if (isPaste(first) && isCut(second)) {
    const size = first.slice.size
    if (second.to - second.from !== size || !isSameContent(docs[1], second.from, second.to, first))
      return null
    if (second.to <= first.from) return { from: second.from, to: second.to, target: first.from }
    if (second.from < first.from + size) return null
    const from = second.from - size
    return from === first.from ? null : { from, to: from + size, target: first.from }
  }
  return null
}

/** Where the moved blocks start when they have been taken out. */
export function landing({ from, to, target }: Move): number {
  return target > from ? target - (to - from) : target
}

function isCut(step: ReplaceStep): boolean {
  return step.from < step.to && step.slice.size === 0
}

function isPaste({ from, to, slice }: ReplaceStep): boolean {
  return (
    from === to &&
    slice.size > 0 &&
    slice.openStart === 0 &&
    slice.openEnd === 0 &&
    slice.content.firstChild?.isBlock === true &&
    // One empty block is like another: nobody could say that this one was moved.
    slice.content.textBetween(0, slice.content.size).trim() !== ''
  )
}

function isSameContent(doc: Node, from: number, to: number, { slice }: ReplaceStep): boolean {
  const cut = doc.slice(from, to)
  return cut.openStart === 0 && cut.openEnd === 0 && cut.content.eq(slice.content)
}
