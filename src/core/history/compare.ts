import { ChangeSet, simplifyChanges } from 'prosemirror-changeset'
import type { Node } from 'prosemirror-model'
import { StepMap } from 'prosemirror-transform'

/** One difference between two documents; a range that is empty on one side was inserted or deleted. */
export interface Difference {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/**
 * What differs between two documents, in the order of the text, widened to whole words where a word changed
 * in part. Where `maps` (those of the log's steps from `before` to `after`) are given, only what they touched
 * is looked at; else the fields are compared as they are.
 */
export function compareDocuments(before: Node, after: Node, maps?: readonly StepMap[]): Difference[] {
  const set = ChangeSet.create<null>(before).addSteps(after, [...(maps ?? fieldMaps(before, after))], null)
  return simplifyChanges(set.changes, after)
    .map(({ fromA, toA, fromB, toB }) => ({ fromA, toA, fromB, toB }))
    .filter(({ fromA, toA, fromB, toB }) => fromA !== toA || fromB !== toB)
}

/** Maps as if each field that differs had been replaced from its first to its last difference. */
function fieldMaps(before: Node, after: Node): StepMap[] {
  const maps: StepMap[] = []
  let start = 1
  before.forEach((field, _offset, index) => {
    const other = after.child(index)
    const from = field.content.findDiffStart(other.content, start)
    if (from !== null) {
      const end = field.content.findDiffEnd(
        other.content,
        start + field.content.size,
        start + other.content.size,
      )
      if (end !== null) {
        // Repeated content can make the two ends of the difference overlap.
        const overlap = Math.max(0, from - Math.min(end.a, end.b))
        maps.push(new StepMap([from, end.a + overlap - from, end.b + overlap - from]))
      }
    }
    start += other.nodeSize
  })
  return maps
}
