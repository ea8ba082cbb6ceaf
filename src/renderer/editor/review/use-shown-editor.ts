import { Editor } from '@tiptap/core'
import { EditorState } from 'prosemirror-state'
import { useLayoutEffect, useState } from 'react'
import type { Details } from '../../../core/briefing/details.ts'
import { readingOf } from '../../../core/review/publication.ts'
import { briefingExtensions } from '../briefing-extensions.ts'
import { editorOptions, textBoxProps } from '../editor-options.ts'
import { type Reading, setReview } from './review-state.ts'

/**
 * R3: the editor whose page is shown. With markup it is the briefing's own. Final and Original are documents of
 * their own, worked out from it with every suggestion accepted or rejected, so that they are exact (joined
 * paragraphs, forms, counts, the outline); nothing in them can be changed.
 */
export function useShownEditor(
  editor: Editor,
  reading: Reading,
  { language, direction }: Pick<Details, 'language' | 'direction'>,
): Editor {
  const [shown, setShown] = useState<{
    readonly of: Editor
    readonly reading: Reading
    readonly page: Editor
  }>()
  useLayoutEffect(() => {
    if (reading === 'markup') return
    const decision = reading === 'final' ? 'accept' : 'reject'
    const read = () => readingOf(editor.state.doc, decision)
    const page = new Editor({
      ...editorOptions,
      content: read().toJSON(),
      extensions: briefingExtensions,
      editable: false,
      editorProps: textBoxProps({ language, direction }, false),
    })
    setReview(page, { mode: 'viewing' })
    const follow = ({ transaction }: { transaction: { readonly docChanged: boolean } }) => {
      if (!transaction.docChanged || page.isDestroyed) return
      const { plugins } = page.state
      page.view.updateState(EditorState.create({ doc: read(), plugins }))
      // Whoever looks at the page hears of it by a transaction.
      setReview(page, { mode: 'viewing' })
    }
    editor.on('transaction', follow)
    setShown({ of: editor, reading, page })
    return () => {
      editor.off('transaction', follow)
      page.destroy()
    }
  }, [editor, reading, language, direction])
  const current = shown !== undefined && shown.of === editor && shown.reading === reading
  return current && !shown.page.isDestroyed ? shown.page : editor
}
