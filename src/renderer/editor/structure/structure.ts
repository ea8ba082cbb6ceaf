import { Extension } from '@tiptap/core'
import { keydownHandler } from 'prosemirror-keymap'
import { type Command, type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { ReplaceAroundStep, ReplaceStep } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { backspace } from './backspace.ts'
import { deleteForward } from './delete-forward.ts'
import { crossesBorder, deleteText } from './delete-text.ts'
import { enter, lineBreak } from './enter.ts'
import { rememberSelectField, selectField } from './select-field.ts'
import { shiftTab, tab } from './tab.ts'

const keys: Record<string, Command> = {
  Enter: enter,
  'Shift-Enter': lineBreak,
  Backspace: backspace,
  'Shift-Backspace': backspace,
  'Mod-Backspace': backspace,
  'Alt-Backspace': backspace,
  Delete: deleteForward,
  'Mod-Delete': deleteForward,
  'Alt-Delete': deleteForward,
  Tab: tab,
  'Shift-Tab': shiftTab,
  'Mod-a': selectField,
}

/**
 * D1: the structure cannot be broken. Keys at the borders of fields and blocks, typing, composing and cutting
 * over a selection that crosses fields do what `structure/` says; whatever else would change text across the
 * border of a field is refused.
 */
export const Structure = Extension.create({
  name: 'structure',
  addProseMirrorPlugins: () => [
    rememberSelectField,
    new Plugin({
      filterTransaction: keepsFields,
      props: {
        handleKeyDown: keydownHandler(keys),
        handleTextInput: typeOver,
        handleDOMEvents: {
          compositionstart: clearAcrossBorders,
          beforeinput: deleteAcrossBorders,
          cut,
        },
      },
    }),
  ],
})

export function keepsFields(tr: Transaction): boolean {
  if (!tr.docChanged) return true
  return tr.steps.every((step, index) => {
    if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return true
    const doc = tr.docs[index]
    return doc === undefined || doc.resolve(step.from).sharedDepth(step.to) > 0
  })
}

function typeOver(view: EditorView, from: number, to: number, text: string): boolean {
  if (!crossesBorder(view.state.doc, from, to)) return false
  const tr = deleteText(view.state.tr, from, to)
  view.dispatch(tr.insertText(text).scrollIntoView())
  return true
}

function selectionCrosses({ doc, selection }: EditorState): boolean {
  return !selection.empty && crossesBorder(doc, selection.from, selection.to)
}

function clearAcrossBorders(view: EditorView): boolean {
  const { state } = view
  if (selectionCrosses(state)) {
    view.dispatch(deleteText(state.tr, state.selection.from, state.selection.to))
  }
  return false
}

/** Deleting that comes without a key, from a menu of the system or an input method. */
function deleteAcrossBorders(view: EditorView, event: InputEvent): boolean {
  if (!event.inputType.startsWith('delete') || !selectionCrosses(view.state)) return false
  event.preventDefault()
  clearAcrossBorders(view)
  return true
}

function cut(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state
  if (selection.empty || event.clipboardData === null) return false
  const { dom, text } = view.serializeForClipboard(selection.content())
  event.clipboardData.clearData()
  event.clipboardData.setData('text/html', dom.innerHTML)
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
  const tr = deleteText(view.state.tr, selection.from, selection.to)
  view.dispatch(tr.scrollIntoView().setMeta('uiEvent', 'cut'))
  return true
}
