import type { Editor } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Range } from '../../../core/review/threads.ts'

/** R3: what an edit does. */
export type Mode = 'editing' | 'suggesting' | 'viewing'

/** What Viewing shows: every suggestion accepted, the suggestions themselves, or every suggestion rejected. */
export type Reading = 'final' | 'markup' | 'original'

/** A thread or a suggestion, by its id. */
export interface ReviewItem {
  readonly kind: 'thread' | 'suggestion'
  readonly id: string
}

export interface ReviewState {
  readonly mode: Mode
  /** The id of the author whose edits become suggestions. */
  readonly author: string
  /** The words a comment is being written about, until it is sent; it moves along with the text. */
  readonly draft: Range | null
  /** What was gone to last, which counts before what else stands at the cursor. */
  readonly chosen: ReviewItem | null
}

const key = new PluginKey<ReviewState>('review')
const asItIsKey = new PluginKey('reviewAsItIs')

const start: ReviewState = { mode: 'editing', author: '', draft: null, chosen: null }

/** Mode, author and the comment being written, as a part of the editor's state. */
export function reviewStatePlugin(): Plugin<ReviewState> {
  return new Plugin<ReviewState>({
    key,
    state: {
      init: () => start,
      apply(tr, state) {
        const set: Partial<ReviewState> | undefined = tr.getMeta(key)
        const moved = tr.docChanged && state.draft !== null ? { ...state, draft: mapped(state, tr) } : state
        return set === undefined ? moved : { ...moved, ...set }
      },
    },
    props: {
      // While the comment is written the keyboard is elsewhere: its words stay marked in the text.
      decorations(state) {
        const { draft } = reviewOf(state)
        if (draft === null) return null
        return DecorationSet.create(state.doc, [
          Decoration.inline(draft.from, draft.to, { class: 'comment-draft' }),
        ])
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

export function isAsItIs(tr: Transaction): boolean {
  return tr.getMeta(asItIsKey) === true
}
