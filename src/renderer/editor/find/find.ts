import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { type FindQuery, findMatches, type Match } from './find-query.ts'

interface FindState {
  readonly query: FindQuery | null
  readonly matches: DecorationSet
  /** The match that next and previous start from; it is marked more strongly. */
  readonly current: Match | null
}

type FindMeta = Pick<FindState, 'query' | 'current'>

const key = new PluginKey<FindState>('find')
const nothing: FindState = { query: null, matches: DecorationSet.empty, current: null }

/** After so many milliseconds without a change, new matches in the text are looked for. */
const pause = 200

/**
 * D7: marks the places that the find bar looks for. While one types they only move along; they are looked
 * for again after a pause.
 */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => nothing,
        apply(tr, state) {
          const meta: FindMeta | undefined = tr.getMeta(key)
          if (meta !== undefined) return search(tr.doc, meta)
          if (state.query === null || !tr.docChanged) return state
          return {
            ...state,
            matches: state.matches.map(tr.mapping, tr.doc),
            current: mapped(state, tr.mapping),
          }
        },
      },
      props: { decorations: state => key.getState(state)?.matches },
      view: () => {
        let timer: ReturnType<typeof setTimeout> | undefined
        return {
          update(view, before) {
            if (before.doc.eq(view.state.doc) || key.getState(view.state)?.query == null) return
            clearTimeout(timer)
            timer = setTimeout(() => {
              const found = key.getState(view.state)
              if (found?.query != null) view.dispatch(view.state.tr.setMeta(key, found))
            }, pause)
          },
          destroy: () => clearTimeout(timer),
        }
      },
    }),
  ],
})

function search(doc: Node, { query, current }: FindMeta): FindState {
  if (query === null) return nothing
  const decorations = findMatches(doc, query).map(({ from, to }) =>
    Decoration.inline(from, to, {
      class: from === current?.from && to === current.to ? 'find-match find-current' : 'find-match',
    }),
  )
  return { query, current, matches: DecorationSet.create(doc, decorations) }
}

function mapped({ current }: FindState, mapping: { map(pos: number, assoc?: number): number }): Match | null {
  if (current === null) return null
  const from = mapping.map(current.from, 1)
  const to = mapping.map(current.to, -1)
  return from < to ? { from, to } : null
}

/** How many matches there are, and which of them is the current one, counted from 1; 0 where none is. */
export function findCount(state: EditorState): { readonly total: number; readonly current: number } {
  const found = key.getState(state) ?? nothing
  const matches = found.matches.find()
  const { current } = found
  if (current === null) return { total: matches.length, current: 0 }
  return { total: matches.length, current: matches.findIndex(({ from }) => from === current.from) + 1 }
}

/** Looks for a text and goes to the first match at or behind the cursor; null stops looking. */
export function setFind(editor: Editor, query: FindQuery | null): void {
  const { state } = editor
  const matches = query === null ? [] : findMatches(state.doc, query)
  const current = matches.find(({ from }) => from >= state.selection.from) ?? matches[0] ?? null
  show(editor, query, current)
}

/** Goes to the next or the previous match, round the ends. */
export function findNext(editor: Editor, direction: 1 | -1): void {
  const found = key.getState(editor.state) ?? nothing
  if (found.query === null) return
  const matches = findMatches(editor.state.doc, found.query)
  const { from, to } = found.current ?? editor.state.selection
  const next =
    direction === 1
      ? (matches.find(match => match.from >= to) ?? matches[0])
      : (matches.findLast(match => match.to <= from) ?? matches.at(-1))
  show(editor, found.query, next ?? null)
}

/** Replaces the current match and goes to the next one. */
export function replaceCurrent(editor: Editor, replacement: string): void {
  const { state, view } = editor
  const found = key.getState(state) ?? nothing
  const { query, current } = found
  if (query === null) return
  if (current === null || !findMatches(state.doc, query).some(({ from }) => from === current.from)) {
    findNext(editor, 1)
    return
  }
  const tr = closeHistory(state.tr)
  replaceOne(tr, current, replacement)
  const end = tr.mapping.map(current.to)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).setMeta(key, { query, current: null }))
  findNext(editor, 1)
}

/** Replaces every match as one step of undo; the answer is their number. */
export function replaceAll(editor: Editor, replacement: string): number {
  const { state, view } = editor
  const query = (key.getState(state) ?? nothing).query
  if (query === null) return 0
  const matches = findMatches(state.doc, query)
  if (matches.length === 0) return 0
  const tr = closeHistory(state.tr)
  for (const match of [...matches].reverse()) replaceOne(tr, match, replacement)
  view.dispatch(tr.setMeta(key, { query, current: null }))
  return matches.length
}

function replaceOne(tr: EditorState['tr'], { from, to }: Match, replacement: string): void {
  let marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []
  // The new words are what the old ones' comments are about.
  tr.doc.nodesBetween(from, to, ({ marks: old }) => {
    for (const mark of old) if (mark.type.name === 'comment') marks = mark.addToSet(marks)
  })
  if (replacement === '') tr.delete(from, to)
  else tr.replaceWith(from, to, tr.doc.type.schema.text(replacement, marks))
}

/** Marks a match as the current one, selects it and brings it into view; the keyboard stays where it is. */
function show(editor: Editor, query: FindQuery | null, current: Match | null): void {
  const { state, view } = editor
  const tr = state.tr.setMeta(key, { query, current })
  if (current !== null) tr.setSelection(TextSelection.create(state.doc, current.from, current.to))
  view.dispatch(tr)
  if (current === null) return
  const { node } = view.domAtPos(current.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.querySelector('.find-current')?.scrollIntoView({ block: 'nearest' })
}
