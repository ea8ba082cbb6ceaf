import { ChangeSet, simplifyChanges, type TokenEncoder } from 'prosemirror-changeset'
import type { Mark, Node } from 'prosemirror-model'
import { StepMap } from 'prosemirror-transform'
import { differingRuns } from './differing-runs.ts'

/** One difference between two documents; a range that is empty on one side was inserted or deleted. */
export interface Difference {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/**
 * What differs between two documents, in the order of the text, widened to whole words where a word changed
 * in part. Formatting and the form of blocks count, comments do not. Where `maps` (those of the log's steps from
 * `before` to `after`) are given, only what they touched is looked at; else the fields are compared as they are,
 * block by block first, so that two small changes far apart stay two small changes.
 */
export function compareDocuments(before: Node, after: Node, maps?: readonly StepMap[]): Difference[] {
  const set = ChangeSet.create<null>(before, undefined, encoder).addSteps(
    after,
    [...(maps ?? fieldMaps(before, after))],
    null,
  )
  return simplifyChanges(set.changes, after)
    .map(({ fromA, toA, fromB, toB }) => ({ fromA, toA, fromB, toB }))
    .filter(({ fromA, toA, fromB, toB }) => fromA !== toA || fromB !== toB)
}

/** Tells tokens apart that look or work differently, not only such of another letter or type. */
const encoder: TokenEncoder<number | string> = {
  encodeCharacter: (char, marks) => {
    const form = formOf(marks)
    return form === '' ? char : `${char} ${form}`
  },
  encodeNodeStart: node => `${node.type.name} ${JSON.stringify(node.attrs)} ${formOf(node.marks)}`,
  // A block of another form differs where it begins; what ends is the same.
  encodeNodeEnd: () => -1,
  compareTokens: (a, b) => a === b,
}

function formOf(marks: readonly Mark[]): string {
  return marks
    .filter(mark => mark.type.name !== 'comment')
    .map(mark => `${mark.type.name} ${JSON.stringify(mark.attrs)}`)
    .join(' ')
}

/**
 * Maps as if all that differs had been replaced, one after another: runs of blocks, and in a field of text the
 * text. (One map of several ranges would do, but prosemirror-changeset misplaces the ranges behind the second.)
 */
function fieldMaps(before: Node, after: Node): StepMap[] {
  const maps: StepMap[] = []
  let shift = 0
  const replaced = (from: number, oldSize: number, newSize: number) => {
    maps.push(new StepMap([from + shift, oldSize, newSize]))
    shift += newSize - oldSize
  }
  before.forEach((field, offset, index) => {
    const other = after.child(index)
    const start = offset + 1
    if (field.inlineContent) {
      if (!field.content.eq(other.content)) replaced(start, field.content.size, other.content.size)
      return
    }
    for (const { aFrom, aTo, bFrom, bTo } of differingRuns(field, other)) {
      replaced(start + sizeOf(field, 0, aFrom), sizeOf(field, aFrom, aTo), sizeOf(other, bFrom, bTo))
    }
  })
  return maps
}

function sizeOf(parent: Node, from: number, to: number): number {
  let size = 0
  for (let index = from; index < to; index += 1) size += parent.child(index).nodeSize
  return size
}
