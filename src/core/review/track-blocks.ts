import type { Mapping, Transform } from 'prosemirror-transform'
import { schema } from '../schema/schema.ts'
import { suggestionTypes } from '../schema/suggestion.ts'
import type { Edit, Handled, Who } from './edit.ts'
import { addBlockMark, allowsSuggestions, deleteBlock } from './track-text.ts'

const { insertion } = suggestionTypes(schema.marks)

/** Tracks the replacement of whole blocks of one parent: the old ones stay, marked, and the new follow them. */
export function trackBlocks(tr: Transform, edit: Edit, mapping: Mapping, who: Who): Handled | null {
  const $from = edit.before.resolve(edit.from)
  const $newFrom = edit.after.resolve(edit.from)
  if ($from.parent.isTextblock || !allowsSuggestions($from.parent)) return null
  if (!$from.sameParent(edit.before.resolve(edit.to))) return null
  if ($newFrom.depth !== $from.depth || !$newFrom.sameParent(edit.after.resolve(edit.newTo))) return null

  const track = { id: who.sharedId('blocks'), author: who.author, time: who.time }
  const to = mapping.map(edit.to, edit.from === edit.to ? 1 : -1)
  const from = edit.from === edit.to ? to : Math.min(mapping.map(edit.from, 1), to)
  const $start = tr.doc.resolve(from)
  if (!$start.sameParent(tr.doc.resolve(to)) || $start.parent.type !== $from.parent.type) return null

  const begin = tr.steps.length
  const slice = edit.after.slice(edit.from, edit.newTo)
  let inserted: number | null = null
  if (slice.size > 0) {
    inserted = 0
    tr.replace(to, to, slice)
    if (tr.steps.length !== begin + 1) return null
    let at = to
    slice.content.forEach(node => {
      addBlockMark(tr, at, insertion, 'block', track)
      at += node.nodeSize
    })
  }
  for (let index = tr.doc.resolve(to).index() - 1, at = to; at > from; index -= 1) {
    const child = tr.doc.resolve(from).parent.child(index)
    at -= child.nodeSize
    deleteBlock(tr, at, child, track)
  }
  return { inserted, edit }
}
