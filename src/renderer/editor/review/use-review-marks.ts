import type { Editor } from '@tiptap/core'
import { useLayoutEffect } from 'react'
import type { Briefing } from '../../../core/briefing/briefing.ts'
import { reviewMarks } from './review.ts'

/** Has the marks on the page follow the briefing's threads and people. */
export function useReviewMarks(editor: Editor, { records, authors }: Briefing): void {
  const { threads } = records
  useLayoutEffect(() => {
    reviewMarks(editor).update({ threads, authors })
  }, [editor, threads, authors])
}
