import { Fragment, type Mark, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import type { ReplaceStep } from 'prosemirror-transform'

/** What is suggested about a block as a whole there and not here; a break is only before its first half. */
function ownMarks(there: Node, here: Node): Mark[] {
  return there.marks.filter(mark => mark.attrs.of !== 'break' && !mark.isInSet(here.marks))
}

/**
 * What a step puts in to split a block, for a block whose kind was changed on the other side, or about which
 * something is suggested: both halves are of that kind, and it is about both. Anything else is put in as it is.
 * @param here where the step puts it in its own document; `there` the same place on the other side
 */
export function retargeted({ from, to, slice }: ReplaceStep, here: ResolvedPos, there: ResolvedPos): Slice {
  const { openStart, openEnd, content } = slice
  const open = openStart
  if (from !== to || open === 0 || open !== openEnd || content.childCount !== 2) return slice
  if (here.depth < open || there.depth < open) return slice
  const adapt = (nodes: Fragment, level: number): Fragment => {
    if (level === open) return nodes
    const seen = here.node(here.depth - open + 1 + level)
    const now = there.node(there.depth - open + 1 + level)
    const children: Node[] = []
    nodes.forEach(node => {
      const inside = adapt(node.content, level + 1)
      const isSplit = node.hasMarkup(seen.type, seen.attrs, node.marks)
      const marks = ownMarks(now, seen).reduce((all, mark) => mark.addToSet(all), node.marks)
      children.push(isSplit ? now.type.create(now.attrs, inside, marks) : node.copy(inside))
    })
    return Fragment.from(children)
  }
  return new Slice(adapt(content, 0), openStart, openEnd)
}
