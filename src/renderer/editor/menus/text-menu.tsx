import type { Editor } from '@tiptap/core'
import { closeHistory } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { type MouseEvent, type ReactElement, useRef, useState } from 'react'
import { runCommand, useCommandStates } from '../../ui/commands.ts'
import { ContextMenu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { notify } from '../../ui/notify.ts'
import { linkPlace, removeLink } from '../links/link-editing.ts'
import { openLink } from '../links/open-link.ts'
import { isWritable } from '../review/review-state.ts'
import type { Speller } from '../spelling/speller.ts'
import { drawSpellingAnew } from '../spelling/use-spelling.ts'
import { type WordPlace, wordAt } from '../spelling/word-at.ts'
import { runTextCommand } from '../use-editor-commands.ts'

interface TextMenuProps {
  readonly editor: Editor
  /** Null while spelling is off. */
  readonly speller: Speller | null
  /** What is right-clicked, or asked by the menu key. */
  readonly trigger: ReactElement
}

/** What can be done about the words, or the suggestion, under the menu. */
const reviewItems = [
  ['review.comment', 'Comment'],
  ['review.accept', 'Accept suggestion'],
  ['review.reject', 'Reject suggestion'],
] as const

/** A misspelt word under the menu, and what was perhaps meant; null while that is still being looked for. */
interface Misspelling {
  readonly place: WordPlace
  readonly suggestions: readonly string[] | null
}

/** The page's context menu: suggestions for a misspelt word, the clipboard, review, the link under it. */
export function TextMenu({ editor, speller, trigger }: TextMenuProps) {
  const [misspelling, setMisspelling] = useState<Misspelling | null>(null)
  const look = async () => {
    setMisspelling(null)
    const place = wordAt(editor.state.doc, editor.state.selection.from)
    if (speller === null || place === null) return
    if ((await speller.misspelt([place.word])).length === 0) return
    setMisspelling({ place, suggestions: null })
    setMisspelling({ place, suggestions: await speller.suggest(place.word) })
  }
  // The menu has the keyboard until it has closed; the clipboard's commands act on what has it.
  const whenClosed = useRef<(() => void) | null>(null)
  const afterClosing = (act: () => void) => {
    whenClosed.current = act
  }
  const native = (action: 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle') =>
    afterClosing(() => void window.galley.invoke('edit.native', { action }))
  const close = () => {
    requestAnimationFrame(() => {
      editor.view.focus()
      whenClosed.current?.()
      whenClosed.current = null
    })
  }
  const { empty } = editor.state.selection
  const writable = isWritable(editor.state)
  const link = writable ? linkPlace(editor.state) : null
  const { enabled } = useCommandStates()
  const review = reviewItems.filter(
    ([command]) => enabled.has(command) && (command !== 'review.comment' || !empty),
  )
  return (
    <ContextMenu
      trigger={trigger}
      onOpenChange={open => {
        if (open) void look()
        else close()
      }}
    >
      {misspelling === null || speller === null || !writable ? null : (
        <SpellingItems editor={editor} speller={speller} {...misspelling} />
      )}
      <MenuItem disabled={empty || !writable} onSelect={() => native('cut')}>
        Cut
      </MenuItem>
      <MenuItem disabled={empty} onSelect={() => native('copy')}>
        Copy
      </MenuItem>
      <MenuItem disabled={!writable} onSelect={() => native('paste')}>
        Paste
      </MenuItem>
      <MenuItem disabled={!writable} onSelect={() => native('pasteAndMatchStyle')}>
        Paste as plain text
      </MenuItem>
      {review.length === 0 ? null : <MenuSeparator />}
      {review.map(([command, label]) => (
        <MenuItem key={command} command={command} onSelect={() => afterClosing(() => runCommand(command))}>
          {label}
        </MenuItem>
      ))}
      {link === null ? null : (
        <>
          <MenuSeparator />
          {link.href === '' ? null : <MenuItem onSelect={() => void openLink(link.href)}>Open link</MenuItem>}
          <MenuItem command="format.link" onSelect={() => runTextCommand(editor, 'format.link')}>
            {link.href === '' ? 'Add link…' : 'Edit link…'}
          </MenuItem>
          {link.href === '' ? null : (
            <MenuItem onSelect={() => removeLink(link)(editor.state, editor.view.dispatch)}>
              Remove link
            </MenuItem>
          )}
        </>
      )}
    </ContextMenu>
  )
}

/**
 * Puts the cursor where the mouse asks for the menu, unless that is in the selection. The menu key asks at the
 * cursor already.
 */
export function goWhereAsked(editor: Editor, event: MouseEvent): void {
  if (event.button !== 2) return
  const { state, view } = editor
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  const { from, to, empty } = state.selection
  if (place === null || (!empty && place.pos >= from && place.pos <= to)) return
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(place.pos))))
}

function SpellingItems({
  editor,
  speller,
  place,
  suggestions,
}: Misspelling & { readonly editor: Editor; readonly speller: Speller }) {
  const replace = (word: string) => {
    const { state, view } = editor
    if (wordAt(state.doc, place.from)?.word !== place.word) return
    const tr = closeHistory(state.tr).insertText(word, place.from, place.to)
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place.from + word.length)))
  }
  const learn = async () => {
    const learned = await speller.learn(place.word)
    if (learned.ok) drawSpellingAnew(editor)
    else notify({ kind: 'error', message: 'The word was not kept.', failure: learned.error })
  }
  return (
    <>
      {(suggestions ?? []).map(word => (
        <MenuItem key={word} onSelect={() => replace(word)}>
          <strong>{word}</strong>
        </MenuItem>
      ))}
      {suggestions !== null && suggestions.length > 0 ? null : (
        <MenuItem disabled onSelect={() => {}}>
          {suggestions === null ? 'Looking for suggestions…' : 'No suggestions'}
        </MenuItem>
      )}
      <MenuItem onSelect={() => void learn()}>Add “{place.word}” to the dictionary</MenuItem>
      <MenuSeparator />
    </>
  )
}
