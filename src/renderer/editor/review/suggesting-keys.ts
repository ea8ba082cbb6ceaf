import { Extension } from '@tiptap/core'
import { chainCommands } from 'prosemirror-commands'
import { keydownHandler } from 'prosemirror-keymap'
import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Command, Plugin, TextSelection } from 'prosemirror-state'
import { isStruck } from '../../../core/briefing/standing-text.ts'
import type { SuggestedPart } from '../../../core/schema/suggestion.ts'
import { firstTextStart, joinBlocks, lastTextEnd } from '../structure/join-blocks.ts'
import { type Unit, unitAfter, unitBefore } from './delete-unit.ts'
import { reviewOf } from './review-state.ts'
import { forwards } from './tracking.ts'

type Direction = 1 | -1

const wordKey = /mac|iP(hone|ad)/i.test(navigator.platform) ? 'Alt' : 'Ctrl'

/**
 * Backspace and Delete in Suggesting mode pass over what the author has suggested to delete already, as if it
 * were gone, and then do what they always do.
 */
export const SuggestingKeys = Extension.create({
  name: 'suggestingKeys',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyDown: keydownHandler({
          Backspace: chainCommands(overDeleted(-1), deleteUnit(-1, 'character')),
          'Shift-Backspace': chainCommands(overDeleted(-1), deleteUnit(-1, 'character')),
          [`${wordKey}-Backspace`]: chainCommands(overDeleted(-1), deleteUnit(-1, 'word')),
          Delete: chainCommands(overDeleted(1), deleteUnit(1, 'character')),
          [`${wordKey}-Delete`]: chainCommands(overDeleted(1), deleteUnit(1, 'word')),
        }),
      },
    }),
  ],
})

/**
 * Moves the cursor over what its author deleted already; where whole blocks that go stand between the cursor's
 * block and the next that stays, joins those two (also in Editing mode: words joined to a block that goes would
 * go with it). Answers false where the key still has its own work to do.
 */
export function overDeleted(direction: Direction): Command {
  return (state, dispatch) => {
    const { mode, author } = reviewOf(state)
    const { selection, doc } = state
    if (!(selection instanceof TextSelection) || !selection.empty || dispatch === undefined) return false
    const pos = mode === 'suggesting' ? overOwnDeletions(selection.$from, author, direction) : selection.from
    const beyond = overDeletedBlocks(doc.resolve(pos), direction)
    const tr = state.tr
    if (pos !== selection.from) tr.setSelection(TextSelection.create(doc, pos))
    if (beyond === null) {
      if (tr.selectionSet) dispatch(tr)
      return false
    }
    if (beyond !== pos) joinBlocks(tr, Math.min(pos, beyond), Math.max(pos, beyond))
    dispatch(tr.setMeta(forwards, direction === 1).scrollIntoView())
    return true
  }
}

/**
 * Deletes a character or a word beside the cursor, within its block, in Suggesting mode. The browser does not do
 * it: read from the page afterwards, which of two like letters went would be a guess, and one may be suggested.
 */
function deleteUnit(direction: Direction, unit: Unit): Command {
  return (state, dispatch, view) => {
    // Behind a cursor that was moved just now, the view has the newer state.
    const { selection, tr } = view?.state ?? state
    if (reviewOf(state).mode !== 'suggesting' || !(selection instanceof TextSelection)) return false
    const { $from, from, empty } = selection
    if (!empty) return false
    const { parent, parentOffset } = $from
    const text =
      direction === 1
        ? parent.textBetween(parentOffset, parent.content.size, '', '\n')
        : parent.textBetween(0, parentOffset, '', '\n')
    const length = direction === 1 ? unitAfter(text, unit) : unitBefore(text, unit)
    if (length === 0) return false
    const [start, end] = direction === 1 ? [from, from + length] : [from - length, from]
    dispatch?.(
      tr
        .delete(start, end)
        .setMeta(forwards, direction === 1)
        .scrollIntoView(),
    )
    return true
  }
}

/** Where text begins that the author did not delete, looking one way from a place in a text. */
function overOwnDeletions($start: ResolvedPos, author: string, direction: Direction): number {
  const { doc } = $start
  let $pos = $start
  for (;;) {
    const beside = direction === 1 ? $pos.nodeAfter : $pos.nodeBefore
    if (beside !== null) {
      if (!isDeletedBy(beside, author, 'text')) return $pos.pos
      $pos = doc.resolve($pos.pos + direction * beside.nodeSize)
      continue
    }
    const beyond = overOwnBreak($pos, author, direction)
    if (beyond === null) return $pos.pos
    $pos = doc.resolve(beyond)
  }
}

/** Across a break between blocks that the author deleted; null where there is none. */
function overOwnBreak($pos: ResolvedPos, author: string, direction: Direction): number | null {
  const { doc } = $pos
  for (let depth = $pos.depth; depth > 1; depth -= 1) {
    const index = $pos.index(depth - 1)
    const parent = $pos.node(depth - 1)
    if (direction === -1) {
      if (isDeletedBy($pos.node(depth), author, 'break')) return lastTextEnd(doc, $pos.before(depth))
      if (index > 0) return null
    } else if (index < parent.childCount - 1) {
      const next = parent.child(index + 1)
      return isDeletedBy(next, author, 'break') ? firstTextStart(doc, $pos.after(depth)) : null
    }
  }
  return null
}

/**
 * Where text stands in the next block that stays, when the sibling beside a block's edge is suggested for
 * deletion; the place itself where there is none. Null elsewhere.
 */
function overDeletedBlocks($pos: ResolvedPos, direction: Direction): number | null {
  const atEdge = direction === 1 ? $pos.parentOffset === $pos.parent.content.size : $pos.parentOffset === 0
  if (!atEdge || $pos.depth < 2 || $pos.node(-1).type.name === 'pullQuote') return null
  const siblings = $pos.node(-1)
  let index = $pos.index(-1) + direction
  if (!isDeletedAt(siblings, index)) return null
  let edge = direction === 1 ? $pos.after() : $pos.before()
  for (; isDeletedAt(siblings, index); index += direction) edge += direction * siblings.child(index).nodeSize
  const found = direction === 1 ? firstTextStart($pos.doc, edge) : lastTextEnd($pos.doc, edge)
  return found ?? $pos.pos
}

function isDeletedAt(parent: Node, index: number): boolean {
  const node = parent.maybeChild(index)
  return node !== null && isStruck(node)
}

function isDeletedBy(node: Node, author: string, part: SuggestedPart): boolean {
  return node.marks.some(
    mark => mark.type.name === 'deletion' && mark.attrs.of === part && mark.attrs.author === author,
  )
}
