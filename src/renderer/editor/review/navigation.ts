import type { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { NodeSelection, type Selection, TextSelection } from 'prosemirror-state'
import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import { placeOfConflict } from '../../../core/review/conflict-place.ts'
import { type SuggestedPiece, suggestionsOf } from '../../../core/review/suggestions.ts'
import { anchorsOf, type Range } from '../../../core/review/threads.ts'
import { activeReview } from './active.ts'
import type { ShownConflict } from './conflict-mark.ts'
import { reviewMarks } from './review.ts'
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

/** Shows where a conflict is in the text and brings it into view; false where its place is gone. */
export function goToConflict(editor: Editor, conflict: HeldConflict, going: Going = {}): boolean {
  const place = placeOfConflict(editor.state.doc, conflict)
  if (place === null) return false
  const { from, to, between } = place
  const by = reviewMarks(editor).colourOf(conflict.author)
  const { id } = conflict
  return go(editor, { kind: 'conflict', id }, place, going, { id, from, to, between, by })
}

/** A thread, a suggestion or a conflict with the place where it begins. */
export interface Stop {
  readonly item: ReviewItem
  readonly range: Range
}

/** What is gone through: open threads, and conflicts whose place can be told. */
interface Waiting {
  readonly isOpen: (thread: string) => boolean
  readonly conflicts: readonly HeldConflict[]
}

/** The threads, suggestions and conflicts of a text in its order. */
function stopsOf(doc: Node, { isOpen, conflicts }: Waiting): Stop[] {
  const threads = [...anchorsOf(doc)].flatMap(([id, [range]]): Stop[] =>
    range === undefined || !isOpen(id) ? [] : [{ item: { kind: 'thread', id }, range }],
  )
  const suggestions = suggestionsOf(doc).flatMap(({ id, pieces: [piece] }): Stop[] =>
    piece === undefined ? [] : [{ item: { kind: 'suggestion', id }, range: rangeOf(piece) }],
  )
  const held = conflicts.flatMap((conflict): Stop[] => {
    const place = placeOfConflict(doc, conflict)
    return place === null ? [] : [{ item: { kind: 'conflict', id: conflict.id }, range: place }]
  })
  return [...threads, ...suggestions, ...held].sort(
    (a, b) => a.range.from - b.range.from || a.range.to - b.range.to,
  )
}

/**
 * Goes to the next or the previous thread, suggestion or conflict from the cursor, round the ends; false where
 * there is none.
 */
export function goToNext(editor: Editor, direction: 1 | -1, waiting: Waiting, going: Going = {}): boolean {
  const { state } = editor
  const stops = stopsOf(state.doc, waiting)
  const active = activeReview(state)
  const index = stops.findIndex(({ item }) => item.kind === active?.kind && item.id === active.id)
  const { from } = state.selection
  let next: Stop | undefined
  if (index >= 0) next = stops[(index + direction + stops.length) % stops.length]
  else if (direction === 1) next = stops.find(({ range }) => range.from >= from) ?? stops[0]
  else next = stops.findLast(({ range }) => range.from < from) ?? stops.at(-1)
  if (next === undefined) return false
  const { item, range } = next
  const conflict = waiting.conflicts.find(({ id }) => item.kind === 'conflict' && id === item.id)
  return conflict === undefined ? go(editor, item, range, going) : goToConflict(editor, conflict, going)
}

/** A break is nothing that could be selected: its place is where the text behind it starts. */
function rangeOf({ from, to, of }: SuggestedPiece): Range {
  return of === 'break' ? { from: from + 1, to: from + 1 } : { from, to }
}

function go(
  editor: Editor,
  chosen: ReviewItem,
  { from, to }: Range,
  { focus = true }: Going,
  conflict: ShownConflict | null = null,
): boolean {
  const { state, view } = editor
  const tr = state.tr.setSelection(selectionOf(state.doc, from, to))
  view.dispatch(withReview(tr, { chosen, conflict }).setMeta('addToHistory', false))
  if (focus) view.focus()
  bringIntoView(editor)
  return true
}

/** Scrolls to where the selection begins. */
export function bringIntoView({ view }: Editor): void {
  const { node } = view.domAtPos(view.state.selection.from, 1)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

function selectionOf(doc: Node, from: number, to: number): Selection {
  const node = doc.nodeAt(from)
  if (node?.isBlock && node.isAtom) return NodeSelection.create(doc, from)
  return TextSelection.between(doc.resolve(from), doc.resolve(to))
}
