import type { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { NodeSelection, type Selection, TextSelection } from 'prosemirror-state'
import { type SuggestedPiece, suggestionsOf } from '../../../core/review/suggestions.ts'
import { anchorsOf, type Range } from '../../../core/review/threads.ts'
import { activeReview } from './active.ts'
import { type ReviewItem, withReview } from './review-state.ts'

interface Going {
  /** Whether the text gets the keyboard. Default true. */
  readonly focus?: boolean
}

/** Selects a thread's words and brings them into view; false where it has none in the text. */
export function goToThread(editor: Editor, id: string, going: Going = {}): boolean {
  const range = anchorsOf(editor.state.doc).get(id)?.[0]
  return range !== undefined && go(editor, { kind: 'thread', id }, range, going)
}

/** Selects the first piece of a suggestion and brings it into view; false where it is not in the text. */
export function goToSuggestion(editor: Editor, id: string, going: Going = {}): boolean {
  const suggestion = suggestionsOf(editor.state.doc).find(each => each.id === id)
  const [piece] = suggestion?.pieces ?? []
  return piece !== undefined && go(editor, { kind: 'suggestion', id }, rangeOf(piece), going)
}

/** A thread or a suggestion with the place where it begins. */
export interface Stop {
  readonly item: ReviewItem
  readonly range: Range
}

/**
 * The threads and suggestions of a text in its order.
 * @param isOpen which threads count
 */
function stopsOf(doc: Node, isOpen: (thread: string) => boolean): Stop[] {
  const threads = [...anchorsOf(doc)].flatMap(([id, [range]]): Stop[] =>
    range === undefined || !isOpen(id) ? [] : [{ item: { kind: 'thread', id }, range }],
  )
  const suggestions = suggestionsOf(doc).flatMap(({ id, pieces: [piece] }): Stop[] =>
    piece === undefined ? [] : [{ item: { kind: 'suggestion', id }, range: rangeOf(piece) }],
  )
  return [...threads, ...suggestions].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)
}

/** Goes to the next or the previous thread or suggestion from the cursor, round the ends; false where there is none. */
export function goToNext(
  editor: Editor,
  direction: 1 | -1,
  isOpen: (thread: string) => boolean,
  going: Going = {},
): boolean {
  const { state } = editor
  const stops = stopsOf(state.doc, isOpen)
  const active = activeReview(state)
  const index = stops.findIndex(({ item }) => item.kind === active?.kind && item.id === active.id)
  const { from } = state.selection
  let next: Stop | undefined
  if (index >= 0) next = stops[(index + direction + stops.length) % stops.length]
  else if (direction === 1) next = stops.find(({ range }) => range.from >= from) ?? stops[0]
  else next = stops.findLast(({ range }) => range.from < from) ?? stops.at(-1)
  return next !== undefined && go(editor, next.item, next.range, going)
}

/** A break is nothing that could be selected: its place is where the text behind it starts. */
function rangeOf({ from, to, of }: SuggestedPiece): Range {
  return of === 'break' ? { from: from + 1, to: from + 1 } : { from, to }
}

function go(editor: Editor, chosen: ReviewItem, { from, to }: Range, { focus = true }: Going): boolean {
  const { state, view } = editor
  const tr = state.tr.setSelection(selectionOf(state.doc, from, to))
  view.dispatch(withReview(tr, { chosen }).setMeta('addToHistory', false))
  if (focus) view.focus()
  const { node } = view.domAtPos(view.state.selection.from, 1)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
  return true
}

function selectionOf(doc: Node, from: number, to: number): Selection {
  const node = doc.nodeAt(from)
  if (node?.isBlock && node.isAtom) return NodeSelection.create(doc, from)
  return TextSelection.between(doc.resolve(from), doc.resolve(to))
}
