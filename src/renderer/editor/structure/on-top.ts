import { Selection, type Transaction } from 'prosemirror-state'

export type Dispatch = ((tr: Transaction) => void) | undefined

/** A dispatch that puts what a second command does on top of a transaction, as one with it. */
export function onTop(tr: Transaction, dispatch: Dispatch): Dispatch {
  return (
    dispatch &&
    (next => {
      for (const step of next.steps) tr.step(step)
      dispatch(tr.setSelection(Selection.fromJSON(tr.doc, next.selection.toJSON())).scrollIntoView())
    })
  )
}
