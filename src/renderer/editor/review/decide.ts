import type { Editor } from '@tiptap/core'
import { closeHistory } from 'prosemirror-history'
import type { EditorState, Transaction } from 'prosemirror-state'
import { type Decision, resolveSuggestions } from '../../../core/review/resolve.ts'
import { suggestionsIn } from '../../../core/review/suggestions.ts'
import { activeReview } from './active.ts'
import { asItIs } from './review-state.ts'

/** Which suggestions a decision is about. */
export type Which = readonly string[] | 'all' | 'selection' | { readonly author: string }

/**
 * R2: accepts or rejects suggestions, as one step of undo. False, and nothing changes, where there are none.
 */
export function decide(editor: Editor, which: Which, decision: Decision): boolean {
  const tr = decided(editor.state, which, decision)
  if (tr === null) return false
  editor.view.dispatch(tr)
  return true
}

/** The transaction of a decision; null where it would change nothing. */
export function decided(state: EditorState, which: Which, decision: Decision): Transaction | null {
  const { tr } = state
  const concerns = matcher(state, which)
  resolveSuggestions(tr, ({ attrs }) => (concerns(String(attrs.id), String(attrs.author)) ? decision : null))
  return tr.docChanged ? closeHistory(asItIs(tr)) : null
}

function matcher(state: EditorState, which: Which): (id: string, author: string) => boolean {
  if (which === 'all') return () => true
  if (which !== 'selection' && 'author' in which) return (_, author) => author === which.author
  const ids = new Set(which === 'selection' ? suggestionsAt(state) : which)
  return id => ids.has(id)
}

/** Who made the suggestions that the selection is about, each once. */
export function authorsAt(state: EditorState): readonly string[] {
  const ids = new Set<unknown>(suggestionsAt(state))
  const authors = new Set<string>()
  if (ids.size === 0) return []
  const { from, to } = state.selection
  state.doc.nodesBetween(Math.max(0, from - 1), Math.min(state.doc.content.size, to + 1), ({ marks }) => {
    for (const { attrs } of marks) if (ids.has(attrs.id)) authors.add(String(attrs.author))
  })
  return [...authors]
}

/** The suggestions that the selection touches; at a cursor, the one whose card is the highlighted one. */
export function suggestionsAt(state: EditorState): readonly string[] {
  const { from, to, empty } = state.selection
  if (empty) {
    const active = activeReview(state)
    return active?.kind === 'suggestion' ? [active.id] : []
  }
  return suggestionsIn(state.doc, from, to).map(({ id }) => id)
}
