import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { reviewOf } from './review-state.ts'

/**
 * Types a text where the browser says that it is about to. Read from the page afterwards, which of two like
 * letters is the new one would be a guess, and only that one is suggested. Answers false where the browser types:
 * in the other modes, in an input method, over several blocks.
 */
export function typeAtTarget(view: EditorView, event: InputEvent): boolean {
  const { data, inputType } = event
  if (reviewOf(view.state).mode !== 'suggesting' || view.composing || event.isComposing) return false
  if (inputType !== 'insertText' || data === null || data === '') return false
  const [target] = event.getTargetRanges()
  if (target === undefined) return false
  const from = view.posAtDOM(target.startContainer, target.startOffset, -1)
  const to = target.collapsed ? from : view.posAtDOM(target.endContainer, target.endOffset, 1)
  const $from = view.state.doc.resolve(from)
  if (from > to || !$from.parent.inlineContent || !$from.sameParent(view.state.doc.resolve(to))) return false
  event.preventDefault()
  const { selection } = view.state
  if (selection.from !== from || selection.to !== to) {
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  }
  const insert = () => view.state.tr.insertText(data, from, to).scrollIntoView()
  const handled = view.someProp('handleTextInput', handle => handle(view, from, to, data, insert))
  if (handled !== true) view.dispatch(insert())
  return true
}
