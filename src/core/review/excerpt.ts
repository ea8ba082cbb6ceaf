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
  const lists = fields.map(field => field.children)
  const [first = [], ...others] = lists
  const shortest = Math.min(...lists.map(({ length }) => length))
  let before = 0
  while (before < shortest && isShared(first, others, before)) before += 1
  let after = 0
  while (after < shortest - before && isShared(first, others, -1 - after)) after += 1
  return {
    before: settled(before, index => first[index]),
    after: settled(after, index => first[first.length - 1 - index]),
  }
}

/** Whether all lists have the same block at a place, negative ones from the end. Asked of very many, one by one. */
function isShared(first: readonly Node[], others: readonly (readonly Node[])[], place: number): boolean {
  for (const other of others) if (other.at(place) !== first.at(place)) return false
  return true
}

/** Without the last block of the shared ones that no suggestion is about, and all that follow it. */
function settled(shared: number, block: (index: number) => Node | undefined): number {
  for (let index = shared - 1; index >= 0; index -= 1) if (block(index)?.marks.length === 0) return index
  return 0
}
