import { Extension } from '@tiptap/core'
import { closeHistory } from 'prosemirror-history'
import type { Slice } from 'prosemirror-model'
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { withoutReview } from '../review/copied.ts'
import { deleteText } from '../structure/delete-text.ts'
import { cleanHtml, type Dropped } from './clean-html.ts'
import { copiedText } from './copied-text.ts'
import { insertSlice } from './insert-slice.ts'
import { linesOf, sliceOfLines } from './plain-text.ts'

interface PasteOptions {
  /** Told when a paste held what a briefing has no place for. */
  readonly onDropped: (dropped: Dropped) => void
}

/** D8: paste, drop and copy. The schema's parse rules decide what comes in, `insertSlice` where it goes. */
export const Paste = Extension.create<PasteOptions>({
  name: 'briefingPaste',
  addOptions: () => ({ onDropped: () => {} }),
  addProseMirrorPlugins() {
    const { onDropped } = this.options
    let dragging = false
    return [
      new Plugin({
        props: {
          transformPastedHTML(html) {
            const cleaned = cleanHtml(html)
            const { images, tables, media } = cleaned.dropped
            if (images + tables + media > 0) onDropped(cleaned.dropped)
            return cleaned.html
          },
          clipboardTextParser: (text, _context, plain, view) =>
            sliceOfLines(linesOf(text), view.state.schema, !plain),
          clipboardTextSerializer: slice => copiedText(slice.content),
          handlePaste(view, _event, slice) {
            if (slice.size === 0) return false
            const tr = inserted(() => closeHistory(view.state.tr), slice)
            view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
            return true
          },
          // A text that is dragged to another place takes its comments along; a copied one does not.
          transformCopied: (slice, view) => (dragging ? slice : withoutReview(view.state, slice)),
          handleDOMEvents: {
            dragstart() {
              dragging = true
              setTimeout(() => {
                dragging = false
              })
              return false
            },
          },
          handleDrop: drop,
        },
      }),
    ]
  },
})

/** Inserts a slice; where what came in is not what the schema allows after all, its words alone. */
function inserted(begin: () => Transaction, slice: Slice): Transaction {
  try {
    const tr = insertSlice(begin(), slice)
    tr.doc.check()
    return tr
  } catch {
    const words = slice.content.textBetween(0, slice.content.size, '\n', '\n')
    const tr = begin()
    return insertSlice(tr, sliceOfLines(linesOf(words), tr.doc.type.schema))
  }
}

/** Text dropped into another field is fitted to it like a paste; a block dropped among blocks only moves. */
function drop(view: EditorView, event: DragEvent, slice: Slice, moved: boolean): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (place === null || slice.size === 0) return false
  const { from, to } = view.state.selection
  if (moved && place.pos >= from && place.pos <= to) return true
  const $place = view.state.doc.resolve(place.pos)
  if (!$place.parent.inlineContent) return false
  const begin = () => {
    const tr = closeHistory(view.state.tr)
    if (moved) deleteText(tr, from, to)
    return tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(place.pos))))
  }
  const copied = view.dragging === null || moved ? slice : withoutReview(view.state, slice)
  const tr = inserted(begin, copied)
  view.dispatch(tr.scrollIntoView().setMeta('uiEvent', 'drop'))
  view.focus()
  return true
}
