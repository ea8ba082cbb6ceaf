import { type Editor, useEditorState } from '@tiptap/react'
import { type HeldConflict, mayDecide, mayEdit } from '../../../core/briefing/handoff.ts'
import type { Records } from '../../../core/briefing/records.ts'
import type { Decision } from '../../../core/review/resolve.ts'
import { useCommands } from '../../ui/commands.ts'
import { activeReview } from './active.ts'
import { startComment } from './comments.ts'
import { authorsAt, decide } from './decide.ts'
import { goToNext } from './navigation.ts'
import { type Mode, writes } from './review-state.ts'

interface ReviewCommands {
  readonly editor: Editor
  readonly records: Pick<Records, 'threads' | 'handoff'>
  /** Those that nobody has dealt with. */
  readonly conflicts: readonly HeldConflict[]
  /** The id of who sits here. */
  readonly self: string
  /** Those that may be chosen here, the one to start in first. */
  readonly modes: readonly [Mode, ...Mode[]]
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
  const { editor, records, conflicts, self, modes, mode, onMode, onComment, onResolve, onShowMarks } = review
  const { threads, handoff } = records
  const mayDecideHere = (decision: Decision) => {
    const authors = writes(mode) ? authorsAt(editor.state) : []
    return authors.length > 0 && authors.every(author => mayDecide(handoff, decision, { author }, self))
  }
  const all = writes(mode) && mayEdit(handoff)
  const { active, accept, reject } = useEditorState({
    editor,
    selector: () => ({
      active: activeReview(editor.state),
      accept: mayDecideHere('accept'),
      reject: mayDecideHere('reject'),
    }),
  })
  const isOpen = (id: string) => threads.get(id)?.resolved === null
  const thread = active?.kind === 'thread' ? threads.get(active.id) : undefined
  const goOn = (direction: 1 | -1) => {
    onShowMarks()
    goToNext(editor, direction, { isOpen, conflicts })
  }
  const chosenMode = (wanted: Mode) => ({
    run: () => onMode(wanted),
    enabled: modes.includes(wanted),
    checked: mode === wanted,
  })
  const direct = modes.includes('editing') ? 'editing' : 'viewing'
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
    'review.accept': { run: () => void decide(editor, 'selection', 'accept'), enabled: accept },
    'review.reject': { run: () => void decide(editor, 'selection', 'reject'), enabled: reject },
    'review.accept-all': { run: () => void decide(editor, 'all', 'accept'), enabled: all },
    'review.reject-all': { run: () => void decide(editor, 'all', 'reject'), enabled: all },
    'review.editing': chosenMode('editing'),
    'review.suggesting': {
      ...chosenMode('suggesting'),
      run: () => onMode(mode === 'suggesting' ? direct : 'suggesting'),
    },
    'review.commenting': chosenMode('commenting'),
    'review.viewing': chosenMode('viewing'),
  })
}
