import { liftListItem, sinkListItem } from 'prosemirror-schema-list'
import { type Command, Selection } from 'prosemirror-state'
import { depthOf, fieldAt } from './place.ts'

/**
 * Tab and Shift-Tab: indent and outdent list items; in the fields above the body and in a pull quote, go to
 * the next or the one before. Elsewhere they answer false and move the focus on, so nobody is caught in the page.
 */
export const tab: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { listItem } = state.schema.nodes
  if (depthOf($from, 'listItem') !== null && listItem !== undefined) {
    sinkListItem(listItem)(state, dispatch)
    return true
  }
  const field = fieldAt($from)
  const name = $from.parent.type.name
  if (field === null || (field === 'body' && name !== 'quoteText')) return false
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve($from.after()), 1)).scrollIntoView())
  return true
}

export const shiftTab: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { listItem } = state.schema.nodes
  const item = depthOf($from, 'listItem')
  if (item !== null && listItem !== undefined) {
    // At the top level there is nothing to outdent to; leaving the list is Enter's and Backspace's.
    if ($from.node(item - 2).type === listItem) liftListItem(listItem)(state, dispatch)
    return true
  }
  const field = fieldAt($from)
  const name = $from.parent.type.name
  const inQuote = name === 'quoteAttribution'
  if (field === null || field === 'headline' || (field === 'body' && !inQuote)) return false
  const before = state.doc.resolve($from.before())
  dispatch?.(state.tr.setSelection(Selection.near(before, -1)).scrollIntoView())
  return true
}
