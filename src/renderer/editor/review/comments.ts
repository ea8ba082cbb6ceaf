import type { Editor } from '@tiptap/core'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Quote } from '../../../core/briefing/records.ts'
import { anchorsOf, quoteOf, type Range } from '../../../core/review/threads.ts'
import { schema } from '../../../core/schema/schema.ts'
import { asItIs, reviewOf, setReview, withReview } from './review-state.ts'

const comment = schema.mark('comment', { thread: '' }).type

/** The selected words, as a comment can be about them: without the spaces at their ends. Null where there are none. */
function commentableRange({ doc, selection }: EditorState): Range | null {
  let { from, to } = selection
  const character = (at: number) => doc.textBetween(at, at + 1, '\n', '\n')
  while (from < to && character(from).trim() === '') from += 1
  while (from < to && character(to - 1).trim() === '') to -= 1
  return from < to ? { from, to } : null
}

/**
 * Begins a comment on the selected words: they stay marked, and move along with the text, while it is written
 * elsewhere. False where no words are selected.
 */
export function startComment(editor: Editor): boolean {
  const draft = commentableRange(editor.state)
  if (draft === null) return false
  setReview(editor, { draft })
  return true
}

/** Leaves a comment unwritten. */
export function cancelComment(editor: Editor): void {
  if (reviewOf(editor.state).draft !== null) setReview(editor, { draft: null })
}

/** The words that a new comment would be about: those it was begun on, else the selected ones. */
export function commentTarget(state: EditorState): { readonly range: Range; readonly quote: Quote } | null {
  const range = reviewOf(state).draft ?? commentableRange(state)
  return range === null ? null : { range, quote: quoteOf(state.doc, range) }
}

/**
 * R1: marks words as what a thread is about, in any fields and over any blocks: those the comment was begun on,
 * else the selected ones. Comments stand apart from the history of undo: taking back one's typing takes nobody's
 * thread away. False where there are no words to mark.
 */
export function addComment(editor: Editor, thread: string): boolean {
  const tr = commented(editor.state, thread)
  if (tr === null) return false
  editor.view.dispatch(tr)
  return true
}

/** The transaction of a comment; null where there are no words to mark. */
export function commented(state: EditorState, thread: string): Transaction | null {
  const target = commentTarget(state)
  if (target === null) return null
  const tr = beside(state.tr).addMark(target.range.from, target.range.to, comment.create({ thread }))
  return withReview(tr, { draft: null, chosen: { kind: 'thread', id: thread } })
}

/** Attaches a thread to the selected words, and takes it off whatever it was on. False where none are selected. */
export function attachThread(editor: Editor, thread: string): boolean {
  const { state, view } = editor
  const target = commentTarget(state)
  if (target === null) return false
  const tr = beside(state.tr)
  const mark = comment.create({ thread })
  for (const { from, to } of anchorsOf(state.doc).get(thread) ?? []) tr.removeMark(from, to, mark)
  tr.addMark(target.range.from, target.range.to, mark)
  view.dispatch(withReview(tr, { draft: null, chosen: { kind: 'thread', id: thread } }))
  return true
}

/** Marks a range as what a thread is about. */
export function markThread(editor: Editor, thread: string, { from, to }: Range): void {
  const { state, view } = editor
  const tr = beside(state.tr).addMark(from, to, comment.create({ thread }))
  view.dispatch(withReview(tr, { chosen: { kind: 'thread', id: thread } }))
}

function beside(tr: Transaction): Transaction {
  return asItIs(tr).setMeta('addToHistory', false)
}
