import type { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Rights } from '../../../core/briefing/handoff.ts'
import type { Range } from '../../../core/review/threads.ts'
import { conflictDecoration, type ShownConflict, stillShown } from './conflict-mark.ts'

/**
 * R3: what an edit does. In Commenting, for copies that are for comments (H2), the cursor goes through the text
 * as ever, so that words can be selected by keyboard too, and an edit does nothing.
 */
export type Mode = 'editing' | 'suggesting' | 'commenting' | 'viewing'

/** What Viewing shows: every suggestion accepted, the suggestions themselves, or every suggestion rejected. */
export type Reading = 'final' | 'markup' | 'original'

/** A thread, a suggestion or a conflict, by its id. */
export interface ReviewItem {
  readonly kind: 'thread' | 'suggestion' | 'conflict'
  readonly id: string
}

export interface ReviewState {
  readonly mode: Mode
  /** H2: what may be done to the text in any mode, by whatever way. */
  readonly rights: Rights
  /** The id of the author whose edits become suggestions. */
  readonly author: string
  /** The words a comment is being written about, until it is sent; it moves along with the text. */
  readonly draft: Range | null
  /** What was gone to last, which counts before what else stands at the cursor. */
  readonly chosen: ReviewItem | null
  /** Where the conflict is that was gone to last, for as long as the cursor stays there. */
  readonly conflict: ShownConflict | null
}

const key = new PluginKey<ReviewState>('review')
const asItIsKey = new PluginKey('reviewAsItIs')
const sinceKey = new PluginKey('reviewSince')

const start: ReviewState = {
  mode: 'editing',
  rights: 'edit',
  author: '',
  draft: null,
  chosen: null,
  conflict: null,
}

/** Mode, author and the comment being written, as a part of the editor's state. */
export function reviewStatePlugin(): Plugin<ReviewState> {
  return new Plugin<ReviewState>({
    key,
    state: {
      init: () => start,
      apply(tr, state) {
        const set: Partial<ReviewState> | undefined = tr.getMeta(key)
        const moved = tr.docChanged && state.draft !== null ? { ...state, draft: mapped(state, tr) } : state
        const conflict = stillShown(moved.conflict, tr)
        const kept = conflict === moved.conflict ? moved : { ...moved, conflict }
        return set === undefined ? kept : { ...kept, ...set }
      },
    },
    props: {
      decorations(state) {
        const { draft, conflict } = reviewOf(state)
        if (draft === null && conflict === null) return null
        const shown = [
          // While the comment is written the keyboard is elsewhere: its words stay marked in the text.
          ...(draft === null ? [] : [Decoration.inline(draft.from, draft.to, { class: 'comment-draft' })]),
          ...(conflict === null ? [] : [conflictDecoration(state.doc, conflict)]),
        ]
        return DecorationSet.create(state.doc, shown)
      },
    },
  })
}

function mapped({ draft }: ReviewState, tr: Transaction): Range | null {
  if (draft === null) return null
  const from = tr.mapping.map(draft.from, 1)
  const to = tr.mapping.map(draft.to, -1)
  return from < to ? { from, to } : null
}

export function reviewOf(state: EditorState): ReviewState {
  return key.getState(state) ?? start
}

/** Whether an edit does anything in the present mode. */
export function isWritable(state: EditorState): boolean {
  return writes(reviewOf(state).mode)
}

/** Whether an edit does anything in a mode. */
export function writes(mode: Mode): boolean {
  return mode === 'editing' || mode === 'suggesting'
}

/** A transaction that also sets a part of the review's state. */
export function withReview(tr: Transaction, part: Partial<ReviewState>): Transaction {
  return tr.setMeta(key, part)
}

/** Sets a part of the review's state by itself. */
export function setReview(editor: Editor, part: Partial<ReviewState>): void {
  const { view } = editor
  view.dispatch(withReview(view.state.tr, part).setMeta('addToHistory', false))
}

/**
 * Marks a transaction as one to apply as it is, in every mode: a decision about suggestions, a comment, a version
 * that is restored, a merge. It is not tracked and keeps the marks it brings.
 */
export function asItIs(tr: Transaction): Transaction {
  return tr.setMeta(asItIsKey, true)
}

/**
 * Says of a transaction in an input method's wake what the text was before it composed: what is done is judged
 * by that, since the composition itself could not be.
 */
export function sinceBefore(tr: Transaction, before: Node): Transaction {
  return tr.setMeta(sinceKey, before)
}

/** The text that a transaction changes, as `sinceBefore` has it. */
export function beforeOf(tr: Transaction): Node {
  const before: Node | undefined = tr.getMeta(sinceKey)
  return before ?? tr.before
}

export function isAsItIs(tr: Transaction): boolean {
  return tr.getMeta(asItIsKey) === true
}
