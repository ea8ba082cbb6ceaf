import type { Mark, Node } from 'prosemirror-model'
import type { Image } from './correspondence.ts'

/** The ids of suggestions to delete among some marks. */
export function deletionsIn(marks: readonly Mark[]): unknown[] {
  return marks.flatMap(mark => (mark.type.name === 'deletion' ? [mark.attrs.id] : []))
}

/** Whether it is suggested of a block there, and not here, to delete it, or to join it with the one before. */
export function isStruck(there: Node | null, here: Node | null, of: 'block' | 'break'): boolean {
  const ids = (node: Node | null) => deletionsIn(node?.marks.filter(mark => mark.attrs.of === of) ?? [])
  return ids(there).some(id => !ids(here).includes(id))
}

/** Where the last of the blocks ends that it is suggested to join with the one that ends at a place. */
export function joinedEnd(doc: Node, end: number): number {
  let at = end
  for (let node = doc.nodeAt(at); isStruck(node, null, 'break'); node = doc.nodeAt(at)) {
    at += node?.nodeSize ?? 0
  }
  return at
}

/** The suggestions that delete words or whole blocks of some images there, and not here. */
export function struckThere(before: Node, doc: Node, images: readonly Image[]): Set<unknown> {
  const struck = new Set<unknown>()
  for (const { to, length } of images) for (const id of struckIn(doc, to, to + length)) struck.add(id)
  for (const { from, length } of images)
    for (const id of struckIn(before, from, from + length)) struck.delete(id)
  return struck
}

/** The suggestions to delete words of a range, or blocks that open in it. */
export function struckIn(doc: Node, from: number, to: number): unknown[] {
  const ids: unknown[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    const marks = node.isInline ? node.marks : node.marks.filter(mark => mark.attrs.of === 'block')
    if (node.isInline || pos >= from) ids.push(...deletionsIn(marks))
  })
  return ids
}

/** Whether any of some suggestions puts something in: for what it deletes, or elsewhere. */
export function isReplacing(doc: Node, ids: ReadonlySet<unknown>): boolean {
  if (ids.size === 0) return false
  let found = false
  doc.descendants(node => {
    found ||= node.marks.some(mark => mark.type.name === 'insertion' && ids.has(mark.attrs.id))
    return !found
  })
  return found
}
