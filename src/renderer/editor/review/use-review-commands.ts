import { type Editor, useEditorState } from '@tiptap/react'
import type { Records } from '../../../core/briefing/records.ts'
import { useCommands } from '../../ui/commands.ts'
import { activeReview } from './active.ts'
import { startComment } from './comments.ts'
import { decide, suggestionsAt } from './decide.ts'
import { goToNext } from './navigation.ts'
import type { Mode } from './review-state.ts'

interface ReviewCommands {
  readonly editor: Editor
  readonly threads: Records['threads']
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  /** A comment was begun on the selected words, or on the whole briefing where none are selected. */
  readonly onComment: (about: 'selection' | 'briefing') => void
  readonly onResolve: (thread: string, resolved: boolean) => void
  /** Has the page show the text with its marks, where it shows it without: there a place can be gone to. */
  readonly onShowMarks: () => void
}

/** Handles the commands of the Review menu while mounted. */
export function useReviewCommands(review: ReviewCommands): void {
  const { editor, threads, mode, onMode, onComment, onResolve, onShowMarks } = review
  const { active, here, any } = useEditorState({
    editor,
    selector: () => ({
      active: activeReview(editor.state),
      here: mode !== 'viewing' && suggestionsAt(editor.state).length > 0,
      any: mode !== 'viewing',
    }),
  })
  const isOpen = (id: string) => threads.get(id)?.resolved === null
  const thread = active?.kind === 'thread' ? threads.get(active.id) : undefined
  const goOn = (direction: 1 | -1) => {
    onShowMarks()
    goToNext(editor, direction, isOpen)
  }
  const chosenMode = (wanted: Mode) => ({ run: () => onMode(wanted), checked: mode === wanted })
  useCommands({
    'review.comment': {
      run: () => {
        onShowMarks()
        onComment(startComment(editor) ? 'selection' : 'briefing')
      },
    },
    'review.next': { run: () => goOn(1) },
    'review.previous': { run: () => goOn(-1) },
    'review.resolve': {
      run: () => thread && onResolve(thread.id, thread.resolved === null),
      enabled: thread !== undefined,
    },
    'review.accept': { run: () => void decide(editor, 'selection', 'accept'), enabled: here },
    'review.reject': { run: () => void decide(editor, 'selection', 'reject'), enabled: here },
    'review.accept-all': { run: () => void decide(editor, 'all', 'accept'), enabled: any },
    'review.reject-all': { run: () => void decide(editor, 'all', 'reject'), enabled: any },
    'review.editing': chosenMode('editing'),
    'review.suggesting': {
      run: () => onMode(mode === 'suggesting' ? 'editing' : 'suggesting'),
      checked: mode === 'suggesting',
    },
    'review.viewing': chosenMode('viewing'),
  })
}
