import type { NodeType, ResolvedPos } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'

export type FieldName = 'headline' | 'standfirst' | 'keyPoints' | 'body'

/** The field that a position is in; null between fields. */
export function fieldAt($pos: ResolvedPos): FieldName | null {
  return $pos.depth === 0 ? null : ($pos.node(1).type.name as FieldName)
}

/** How deep the nearest node of a type around a position is, or null. */
export function depthOf($pos: ResolvedPos, name: string): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === name) return depth
  return null
}

/**
 * Makes the inline content of the text block at `pos` such that a block of `type` may hold it: breaks it
 * cannot hold become spaces, so that no two words are joined, and marks it cannot hold are taken off.
 */
export function fitInline(tr: Transaction, pos: number, type: NodeType): void {
  const { parent } = tr.doc.resolve(pos)
  const start = tr.doc.resolve(pos).start()
  const breaks: number[] = []
  parent.forEach((child, offset) => {
    if (!child.isText && type.contentMatch.matchType(child.type) === null) breaks.push(start + offset)
  })
  for (const at of breaks.reverse()) tr.replaceWith(at, at + 1, tr.doc.type.schema.text(' '))
  const end = tr.doc.resolve(start).end()
  for (const mark of Object.values(tr.doc.type.schema.marks)) {
    if (!type.allowsMarkType(mark)) tr.removeMark(start, end, mark)
  }
}
