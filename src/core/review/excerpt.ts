import { Fragment, type Node } from 'prosemirror-model'

/**
 * The same excerpt of several versions of one document: the blocks of each field in which they differ, and so
 * many around them that suggestions come to the same in the excerpt as in the whole. Versions that share their
 * unchanged blocks, as ProseMirror's steps leave them, cost what differs rather than what the document holds.
 */
export function excerpts(versions: readonly Node[]): Node[] {
  const [first] = versions
  if (first === undefined) return []
  const windows = first.children.map((field, index) =>
    field.inlineContent ? null : windowOf(versions.map(version => version.child(index))),
  )
  return versions.map(version =>
    version.copy(
      Fragment.from(
        version.children.map((field, index) => {
          const window = windows[index]
          if (window === null || window === undefined) return field
          return field.copy(
            Fragment.from(field.children.slice(window.before, field.childCount - window.after)),
          )
        }),
      ),
    ),
  )
}

/** How many blocks at a field's two ends are left out. */
function windowOf(fields: readonly Node[]): { before: number; after: number } {
  const [first, ...others] = fields
  if (first === undefined) return { before: 0, after: 0 }
  const shortest = Math.min(...fields.map(field => field.childCount))
  const fromStart = (field: Node, index: number) => field.child(index)
  const fromEnd = (field: Node, index: number) => field.child(field.childCount - 1 - index)
  const shared = (at: typeof fromStart, most: number) => {
    let count = 0
    while (count < most && others.every(other => at(other, count) === at(first, count))) count += 1
    return count
  }
  const before = shared(fromStart, shortest)
  const after = shared(fromEnd, shortest - before)
  return {
    before: settled(before, index => fromStart(first, index)),
    after: settled(after, index => fromEnd(first, index)),
  }
}

/** Without the last block of the shared ones that no suggestion is about, and all that follow it. */
function settled(shared: number, block: (index: number) => Node): number {
  for (let index = shared - 1; index >= 0; index -= 1) if (block(index).marks.length === 0) return index
  return 0
}
