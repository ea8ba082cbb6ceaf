import { Fragment, type Node, Slice } from 'prosemirror-model'
import { AllSelection, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import { resolveSuggestions } from '../../../core/review/resolve.ts'
import { schema } from '../../../core/schema/schema.ts'

const comment = schema.mark('comment', { thread: '' }).type

/**
 * The selection as it is copied: the words as they read with every suggestion accepted, without comments. Copied
 * text is not under review where it is pasted.
 */
export function withoutReview({ doc, selection }: EditorState, slice: Slice): Slice {
  if (!isUnderReview(slice)) return slice
  const tr = new Transform(doc)
  resolveSuggestions(tr, () => 'accept')
  tr.removeMark(0, tr.doc.content.size, comment)
  if (selection instanceof AllSelection) return tr.doc.slice(0, tr.doc.content.size, true)
  const from = tr.mapping.map(selection.from, 1)
  const to = tr.mapping.map(selection.to, -1)
  if (from >= to) return Slice.empty
  if (selection instanceof NodeSelection) return new Slice(Fragment.from(tr.doc.nodeAt(from)), 0, 0)
  return TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)).content()
}

function isUnderReview({ content }: Slice): boolean {
  let found = false
  content.descendants((node: Node) => {
    found ||= node.marks.some(mark => (mark.type.spec.group ?? '').split(' ').includes('review'))
    return !found
  })
  return found
}
