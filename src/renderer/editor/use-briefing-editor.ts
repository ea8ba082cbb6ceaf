import { type Editor, type JSONContent, useEditor } from '@tiptap/react'
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { useLayoutEffect, useMemo, useState } from 'react'
import type { Author } from '../../core/briefing/author.ts'
import type { Details } from '../../core/briefing/details.ts'
import type { Rights } from '../../core/briefing/handoff.ts'
import { briefingExtensions } from './briefing-extensions.ts'
import { editorOptions, textBoxProps } from './editor-options.ts'
import { reviewMarks } from './review/review.ts'
import { type Mode, setReview, writes } from './review/review-state.ts'

interface BriefingEditorOptions {
  /** The document to start from; the editor goes its own way after that. */
  readonly doc: Node
  /** Language and direction are followed while the editor is open. */
  readonly details: Pick<Details, 'language' | 'direction'>
  /** Who writes here: suggestions are theirs. */
  readonly author: Author
  /** R3: what an edit does. It can change while the editor is open. */
  readonly mode: Mode
  /** H2: what may be done to the text in any mode. */
  readonly rights: Rights
  /** Called for every transaction that changes the text, in order, appended ones included. */
  readonly onTransaction: (transaction: Transaction) => void
}

/** The editor of one briefing's text, for as long as the component is mounted. Give it one key a briefing. */
export function useBriefingEditor({
  doc,
  details,
  author,
  mode,
  rights,
  onTransaction,
}: BriefingEditorOptions): Editor {
  const { language, direction } = details
  // Commenting has a cursor, and is read-only all the same.
  const editable = mode !== 'viewing'
  const readOnly = !writes(mode)
  const editorProps = useMemo(
    () => textBoxProps({ language, direction }, !readOnly),
    [language, direction, readOnly],
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
  useLayoutEffect(() => {
    setReview(editor, { mode, rights, author: author.id })
    editor.setEditable(editable, false)
  }, [editor, mode, rights, editable, author.id])
  useLayoutEffect(() => reviewMarks(editor).setSelf(author), [editor, author])
  return editor
}
