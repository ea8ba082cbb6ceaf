import { type Editor, Extension } from '@tiptap/core'
import { closeHistory, isHistoryTransaction, undo } from 'prosemirror-history'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { bringIntoView } from './navigation.ts'
import { asItIs } from './review-state.ts'

/** Words that were put into the text for something that stands beside it, which follows undo and redo of them. */
export interface PutIn {
  /** What they were put in for. */
  readonly id: string
  /** Undo took them out. */
  readonly onGone: () => void
  /** Redo, or undo of their removal, put them in again. */
  readonly onBack: () => void
}

interface Standing extends PutIn {
  readonly from: number
  readonly to: number
  readonly gone: boolean
  /** The text right behind it, to tell whether undo would take back just this. */
  readonly after: EditorState['doc']
}

const key = new PluginKey<readonly Standing[]>('putIn')

/** Keeps what was put in, and tells when undo takes it out or redo puts it in again. */
export const PutInHistory = Extension.create({
  name: 'putIn',
  addProseMirrorPlugins: () => [putInPlugin()],
})

function putInPlugin(): Plugin<readonly Standing[]> {
  return new Plugin<readonly Standing[]>({
    key,
    state: {
      init: () => [],
      apply(tr, standing) {
        const put: PutIn | { readonly removed: string } | undefined = tr.getMeta(key)
        if (!tr.docChanged) return standing
        const removed = put !== undefined && 'removed' in put ? put.removed : null
        // Whoever goes on writing gives up what could be redone.
        const isWritten = !isHistoryTransaction(tr) && tr.getMeta('addToHistory') !== false
        const moved = standing
          .filter(({ gone }) => !(gone && isWritten))
          .map(each => followed(each, tr, removed))
        if (put === undefined || 'removed' in put) return moved
        const range = changedRange(tr)
        const others = moved.filter(({ id }) => id !== put.id)
        return range === null ? others : [...others, { ...put, ...range, gone: false, after: tr.doc }]
      },
    },
    view: () => ({
      update(view, before) {
        const was = key.getState(before) ?? []
        const is = key.getState(view.state) ?? []
        if (was === is) return
        for (const one of is) {
          const other = was.find(({ id }) => id === one.id)
          if (other === undefined || other.gone === one.gone) continue
          // What they do follows the change of the text that they are told of.
          queueMicrotask(one.gone ? one.onGone : one.onBack)
        }
      },
    }),
  })
}

/** Undo of their removal brings them back into a place that holds nothing meanwhile. */
function followed(standing: Standing, tr: Transaction, removed: string | null): Standing {
  const isEmpty = standing.from === standing.to
  const isHistory = isHistoryTransaction(tr)
  const opens = isEmpty && isHistory
  const from = tr.mapping.map(standing.from, opens ? -1 : 1)
  const to = Math.max(from, tr.mapping.map(standing.to, opens ? 1 : -1))
  const isOut = from === to && !isEmpty && (isHistory || removed === standing.id)
  return { ...standing, from, to, gone: from < to ? false : standing.gone || isOut }
}

/** What a transaction put in, from its first place to its last; null where it only took out. */
function changedRange(tr: Transaction): { from: number; to: number } | null {
  let range: { from: number; to: number } | null = null
  for (const [index, map] of tr.mapping.maps.entries()) {
    const rest = tr.mapping.slice(index + 1)
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      if (newFrom === newTo) return
      const [from, to] = [rest.map(newFrom, -1), rest.map(newTo, 1)]
      range = { from: Math.min(from, range?.from ?? from), to: Math.max(to, range?.to ?? to) }
    })
  }
  return range
}

/**
 * Dispatches a transaction that puts words in, as one step of undo of its own, and shows them; in Suggesting it
 * becomes a suggestion. False where the present mode refuses it, which says why itself.
 */
export function putIn(editor: Editor, tr: Transaction, put: PutIn): boolean {
  const before = editor.state.doc
  editor.view.dispatch(closeHistory(tr).setMeta(key, put))
  if (editor.state.doc === before) return false
  const standing = standingOf(editor, put.id)
  if (standing !== null) {
    const { state, view } = editor
    const selection = TextSelection.near(state.doc.resolve(standing.to), -1)
    view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false))
    bringIntoView(editor)
  }
  return true
}

/** Takes out again what was put in for something, where it still stands; its `onGone` follows. */
export function takeOut(editor: Editor, id: string): void {
  const standing = standingOf(editor, id)
  if (standing === null || standing.from === standing.to) return
  const { state, view } = editor
  if (standing.after === state.doc) {
    undo(state, tr => view.dispatch(tr))
    return
  }
  const { from, to } = standing
  view.dispatch(closeHistory(asItIs(state.tr.delete(from, to))).setMeta(key, { removed: id }))
}

function standingOf({ state }: Editor, id: string): Standing | null {
  return key.getState(state)?.find(each => each.id === id) ?? null
}
