import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { textCommands } from '../commands/text-commands.ts'
import { visibleText } from '../review/visible-text.ts'
import { onTop } from '../structure/on-top.ts'
import { type SlashItem, slashItems } from './slash-items.ts'

export interface SlashState {
  /** Where the slash stands. */
  readonly from: number
  /** Behind what is typed to filter. */
  readonly to: number
  readonly items: readonly SlashItem[]
  readonly active: number
}

const key = new PluginKey<SlashState | null>('slash')

/** Ids of the list and its options, for the text box that controls them (WAI-ARIA 1.2, aria-activedescendant). */
export const slashListId = 'slash-menu'
export const slashOptionId = (index: number) => `slash-menu-${index}`

/**
 * D8: a slash typed at the start of an empty block or behind a space opens a menu of blocks; what is typed next
 * filters it. Arrow keys choose, Enter does it in the place of the slash, Esc leaves the text as it is.
 */
export const Slash = Extension.create({
  name: 'slash',
  addProseMirrorPlugins: () => [
    new Plugin<SlashState | null>({
      key,
      state: { init: () => null, apply },
      props: {
        attributes(state): Record<string, string> {
          const open = key.getState(state)
          if (open == null) return {}
          return {
            'aria-autocomplete': 'list',
            'aria-controls': slashListId,
            'aria-activedescendant': slashOptionId(open.active),
          }
        },
        handleKeyDown: onKey,
        handleDOMEvents: {
          blur(view) {
            if (slashState(view.state) !== null) close(view)
            return false
          },
        },
      },
    }),
  ],
})

export function slashState(state: EditorState): SlashState | null {
  return key.getState(state) ?? null
}

/** Does an item in the place of the slash and what was typed behind it, as one step of undo. */
export function chooseSlashItem(view: EditorView, item: SlashItem): void {
  const open = slashState(view.state)
  if (open === null) return
  const tr = view.state.tr.delete(open.from, open.to).setMeta(key, null)
  textCommands[item.command].run(view.state.apply(tr), onTop(tr, view.dispatch), view)
  view.focus()
}

function apply(tr: Transaction, open: SlashState | null, _before: EditorState, state: EditorState) {
  const set: SlashState | null | undefined = tr.getMeta(key)
  if (set !== undefined) return set
  if (!tr.docChanged && !tr.selectionSet) return open
  const from = open === null ? startedAt(tr, state) : tr.mapping.map(open.from, -1)
  return from === null ? null : matchFrom(state, from)
}

/** Where the transaction typed a slash that asks for the menu. */
function startedAt(tr: Transaction, { selection }: EditorState): number | null {
  const [step] = tr.steps
  if (tr.steps.length !== 1 || !(step instanceof ReplaceStep) || step.from !== step.to) return null
  if (step.slice.content.textBetween(0, step.slice.content.size) !== '/' || tr.getMeta('paste') === true)
    return null
  const { $from } = selection
  const before = visibleText($from.parent, $from.parentOffset).text
  const field = $from.depth > 0 ? $from.node(1).type.name : ''
  if (field !== 'body' && field !== 'keyPoints') return null
  return before === '/' || /\s\/$/.test(before) ? selection.from - 1 : null
}

function matchFrom(state: EditorState, from: number): SlashState | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty || selection.from <= from) return null
  const $slash = state.doc.resolve(from)
  if (!$slash.sameParent(selection.$from)) return null
  const typed = state.doc.textBetween(from, selection.from, '', '\n')
  if (!typed.startsWith('/') || /\s\s|\n/.test(typed)) return null
  const items = slashItems(state, typed.slice(1))
  // Words that name nothing here are words of the text.
  return items.length === 0 ? null : { from, to: selection.from, items, active: 0 }
}

function close(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, null))
}

function onKey(view: EditorView, event: KeyboardEvent): boolean {
  const open = slashState(view.state)
  if (open === null || event.isComposing) return false
  const { items, active } = open
  const item = items[active]
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const next = (active + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length
      view.dispatch(view.state.tr.setMeta(key, { ...open, active: next }))
      return true
    }
    case 'Enter':
    case 'Tab':
      if (item !== undefined) chooseSlashItem(view, item)
      return true
    case 'Escape':
      close(view)
      return true
    default:
      return false
  }
}
