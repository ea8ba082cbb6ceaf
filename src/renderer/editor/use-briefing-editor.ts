import { type Editor, type JSONContent, useEditor } from '@tiptap/react'
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { useLayoutEffect, useMemo, useState } from 'react'
import type { Author } from '../../core/briefing/author.ts'
import type { Details } from '../../core/briefing/details.ts'
import { briefingExtensions } from './briefing-extensions.ts'
import type { Mode } from './review/mode.ts'
import { setReview } from './review/review-state.ts'

interface BriefingEditorOptions {
  /** The document to start from; the editor goes its own way after that. */
  readonly doc: Node
  /** Language and direction are followed while the editor is open. */
  readonly details: Pick<Details, 'language' | 'direction'>
  /** Who writes here: suggestions are theirs. */
  readonly author: Pick<Author, 'id'>
  /** R3: what an edit does. It can change while the editor is open. */
  readonly mode: Mode
  /** Called for every transaction that changes the text, in order, appended ones included. */
  readonly onTransaction: (transaction: Transaction) => void
}

/**
 * What of TipTap the page does without: `tabindex` forces a layout, its style element would need an exception in
 * the content security policy, and the rest has its own here.
 */
export const editorOptions = {
  enableCoreExtensions: {
    clipboardTextSerializer: false,
    delete: false,
    drop: false,
    keymap: false,
    paste: false,
    tabindex: false,
    textDirection: false,
  },
  enableInputRules: false,
  enablePasteRules: false,
  injectCSS: false,
} as const

/** What floats over the page's edges, in pixels: the toolbar with the find bar above, a line's room below. */
const covered = { top: 148, right: 0, bottom: 48, left: 0 }

/** The editor of one briefing's text, for as long as the component is mounted. Give it one key a briefing. */
export function useBriefingEditor({
  doc,
  details,
  author,
  mode,
  onTransaction,
}: BriefingEditorOptions): Editor {
  const { language, direction } = details
  const editorProps = useMemo(
    () => ({
      attributes: {
        'aria-label': 'Briefing',
        'aria-multiline': 'true',
        dir: direction,
        lang: language,
        role: 'textbox',
        tabindex: '0',
      },
      scrollMargin: covered,
      scrollThreshold: covered,
    }),
    [language, direction],
  )
  const [content] = useState((): JSONContent => doc.toJSON())
  const editor = useEditor({
    ...editorOptions,
    content,
    extensions: briefingExtensions,
    editorProps,
    onTransaction: ({ transaction, appendedTransactions }) => {
      for (const each of [transaction, ...appendedTransactions]) if (each.docChanged) onTransaction(each)
    },
  })
  const { id } = author
  useLayoutEffect(() => {
    setReview(editor, { mode, author: id })
    editor.setEditable(mode !== 'viewing', false)
  }, [editor, mode, id])
  return editor
}
