import type { Editor } from '@tiptap/core'
import { closeHistory } from 'prosemirror-history'
import type { Transaction } from 'prosemirror-state'
import { NodeSelection, TextSelection } from 'prosemirror-state'
import { isWritable } from './review/review-state.ts'

/**
 * Moves a section (or any run of whole blocks of the body) to another place between blocks of the body.
 * @param from before its first block
 * @param to behind its last block
 * @param target the place to move it to, in positions of the present document; not inside the run
 * @returns false, and nothing is changed, where that is not possible or would change nothing
 */
export function moveSection(editor: Editor, from: number, to: number, target: number): boolean {
  if (!isWritable(editor.state)) return false
  const tr = moveBlocks(editor.state.tr, from, to, target)
  if (tr === null) return false
  editor.view.dispatch(closeHistory(tr).scrollIntoView())
  return true
}

/**
 * Moves a run of whole siblings to another place in the same parent, the selection with it; null where that
 * is impossible, would change nothing, or would leave the parent without what it must hold.
 */
export function moveBlocks(tr: Transaction, from: number, to: number, target: number): Transaction | null {
  const { doc, selection } = tr
  if (from >= to || (target >= from && target <= to) || target < 0 || target > doc.content.size) return null
  const $from = doc.resolve(from)
  const $target = doc.resolve(target)
  if ($from.parent !== doc.resolve(to).parent || $from.parent !== $target.parent) return null
  if ($from.parent.inlineContent || $from.start() !== $target.start()) return null
  const moved = doc.slice(from, to)
  tr.delete(from, to)
  const at = target > from ? target - (to - from) : target
  tr.insert(at, moved.content)
  if (selection.from >= from && selection.to <= to) {
    const shift = at - from
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + shift)
        : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift),
    )
  }
  return tr
}
