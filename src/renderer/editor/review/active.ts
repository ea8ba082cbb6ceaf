import { type Editor, useEditorState } from '@tiptap/react'
import type { Mark, Node, ResolvedPos } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { type ReviewItem, reviewOf } from './review-state.ts'

/** The thread, suggestion or conflict whose card is the highlighted one; renders again only when it is another. */
export function useActiveReview(editor: Editor): ReviewItem | null {
  return useEditorState({ editor, selector: () => activeReview(editor.state) })
}

/**
 * The thread, suggestion or conflict that the cursor is in or at the edge of: the one gone to last, while the cursor is
 * still there; else the one that is least of the text. It looks only around the cursor.
 */
export function activeReview(state: EditorState): ReviewItem | null {
  const found = itemsAt(state)
  if (found.length === 0) return null
  const { chosen } = reviewOf(state)
  const stays = found.find(({ item }) => chosen?.kind === item.kind && chosen.id === item.id)
  return (stays ?? found.reduce((least, each) => (each.extent < least.extent ? each : least))).item
}

interface Found {
  readonly item: ReviewItem
  /** How much of the text it covers, in the cursor's block, or as a block. */
  readonly extent: number
}

function itemsAt(state: EditorState): Found[] {
  const { $from, $to, empty } = state.selection
  const { conflict } = reviewOf(state)
  const found: Found[] =
    conflict === null ? [] : [{ item: { kind: 'conflict', id: conflict.id }, extent: Infinity }]
  if ($from.parent.inlineContent) {
    const beside = empty ? [$from.nodeBefore, $from.nodeAfter] : [$from.nodeAfter, $to.nodeBefore]
    const marks = new Map<Mark, ReviewItem>()
    for (const node of beside) {
      for (const mark of node?.marks ?? []) {
        const item = itemOf(mark)
        if (item !== null) marks.set(mark, item)
      }
    }
    for (const [mark, item] of marks) found.push({ item, extent: extentOf($from.parent, mark) })
  }
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    found.push(...blockItems($from, depth))
  }
  return found
}

function blockItems($from: ResolvedPos, depth: number): Found[] {
  const node = $from.node(depth)
  return node.marks.flatMap(mark => {
    const item = itemOf(mark)
    // A break is before its block: the cursor is at it only at the block's start.
    if (item === null || (mark.attrs.of === 'break' && $from.pos > $from.start())) return []
    return [{ item, extent: node.nodeSize }]
  })
}

function itemOf(mark: Mark): ReviewItem | null {
  switch (mark.type.name) {
    case 'comment':
      return { kind: 'thread', id: String(mark.attrs.thread) }
    case 'insertion':
    case 'deletion':
    case 'modification':
      return { kind: 'suggestion', id: String(mark.attrs.id) }
    default:
      return null
  }
}

function extentOf(block: Node, mark: Mark): number {
  let extent = 0
  block.forEach(child => {
    if (mark.isInSet(child.marks)) extent += child.nodeSize
  })
  return extent
}
