import type { Mark, Node } from 'prosemirror-model'
import { type Step, Transform } from 'prosemirror-transform'
import { resolveSuggestions } from '../review/resolve.ts'

/**
 * The steps that take out of a text what a copy does not show (H2): the places of other threads, and other
 * suggestions as if they had been rejected. What would be published is the same before and after.
 * @param shown the ids of the threads and suggestions that stay
 */
export function hidingSteps(doc: Node, shown: ReadonlySet<string>): Step[] {
  const transform = new Transform(doc)
  const hidden = new Set<Mark>()
  doc.descendants(node => {
    for (const mark of node.marks) {
      if (mark.type.name === 'comment' && !shown.has(String(mark.attrs.thread))) hidden.add(mark)
    }
  })
  for (const mark of hidden) transform.removeMark(0, doc.content.size, mark)
  resolveSuggestions(transform, mark => (shown.has(String(mark.attrs.id)) ? null : 'reject'))
  return transform.steps
}
