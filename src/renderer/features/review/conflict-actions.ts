import type { Editor } from '@tiptap/core'
import type { HeldConflict, Proposal } from '../../../core/briefing/handoff.ts'
import type { RecordOperation } from '../../../core/history/records.ts'
import type { Result } from '../../../core/result.ts'
import { conflictComment } from '../../../core/review/conflict-comment.ts'
import { placeOfConflict } from '../../../core/review/conflict-place.ts'
import {
  deleteComments,
  openThread,
  reopenConflict,
  settleConflict,
} from '../../../core/review/operations.ts'
import { quoteOf } from '../../../core/review/threads.ts'
import { markThread } from '../../editor/review/comments.ts'
import { insertWords } from '../../editor/review/insert-words.ts'
import { putIn, takeOut } from '../../editor/review/put-in.ts'
import { reviewOf } from '../../editor/review/review-state.ts'
import { wordsBeside } from '../../editor/review/words-beside.ts'
import type { Session } from '../../store/session.ts'
import { changeStatus } from '../../store/set-status.ts'
import { notify } from '../../ui/notify.ts'
import { told } from './actions.ts'

/** What can be done about a conflict. Each says what it did, with a way back. */
export interface ConflictActions {
  /** Puts its words in at its place, or at the cursor where that is gone. */
  readonly insert: (conflict: HeldConflict) => void
  /** Sets the detail or the status that it proposes. */
  readonly set: (conflict: HeldConflict, proposal: Proposal) => void
  /** Leaves the text as it is. */
  readonly keep: (conflict: HeldConflict) => void
  /** Makes a comment of it, at its place or on the whole briefing. */
  readonly comment: (conflict: HeldConflict, name: string) => void
  readonly dismiss: (conflict: HeldConflict) => void
  readonly reopen: (conflict: HeldConflict) => void
}

type As = NonNullable<HeldConflict['settled']>['as']

/** @param onChanged told behind each change, so that the panel shows it at once */
export function conflictActions(session: Session, editor: Editor, onChanged: () => void): ConflictActions {
  const records = () => session.state.getState().briefing.records
  const act = (operations: readonly RecordOperation[]) =>
    told(session.act(operations), 'The conflict was not changed.')
  const settle = (id: string, as: As) => act(settleConflict(id, as))
  const reopen = (id: string) => act(reopenConflict(records(), id))
  const done = (message: string, undo: () => void) => {
    onChanged()
    notify({ kind: 'done', message, action: { label: 'Undo', run: whileOpen(editor, undo) } })
  }

  return {
    insert: conflict => {
      const { id } = conflict
      const { tr, doc, selection } = editor.state
      const place = placeOfConflict(doc, conflict)
      const target =
        place === null ? { pos: selection.head, between: false } : { pos: place.from, between: place.between }
      const isIn = putIn(editor, insertWords(tr, target, conflict), {
        id,
        onGone: () => reopen(id),
        onBack: () => settle(id, 'taken'),
      })
      if (!isIn || !settle(id, 'taken')) return
      const suggesting = reviewOf(editor.state).mode === 'suggesting'
      done(suggesting ? 'The words were put in as a suggestion.' : 'The words were put in.', () =>
        takeOut(editor, id),
      )
    },
    set: ({ id }, proposal) => {
      const before = standing(session, proposal)
      if (!told(setProposed(session, proposal), 'It was not set.') || !settle(id, 'taken')) return
      const what = proposal.of === 'status' ? 'status' : proposal.name
      done(`The ${what} was set.`, () => {
        if (told(setProposed(session, before), 'It was not set back.')) reopen(id)
      })
    },
    keep: ({ id }) => {
      if (settle(id, 'taken')) done('The text was kept as it is.', () => reopen(id))
    },
    comment: (conflict, name) => {
      const { doc } = editor.state
      const place = placeOfConflict(doc, conflict)
      const range = place === null ? null : wordsBeside(doc, place)
      const thread = crypto.randomUUID()
      const comment = { id: crypto.randomUUID(), text: conflictComment(conflict, name) }
      const quote = range === null ? null : quoteOf(doc, range)
      const opened = openThread({ thread, quote, comment })
      if (!act([...opened, ...settleConflict(conflict.id, 'comment')])) return
      if (range !== null) markThread(editor, thread, range)
      done('The conflict is a comment now.', () =>
        act([...deleteComments(thread, [comment.id]), ...reopenConflict(records(), conflict.id)]),
      )
    },
    dismiss: ({ id }) => {
      if (settle(id, 'dismissed')) done('The conflict was dismissed.', () => reopen(id))
    },
    reopen: ({ id }) => void reopen(id),
  }
}

/** A notice outlives the desk that it is of. */
function whileOpen(editor: Editor, undo: () => void): () => void {
  return () => {
    if (!editor.isDestroyed) undo()
    else notify({ kind: 'info', message: 'Open the briefing again: it is under Resolved in Review.' })
  }
}

/** What stands where a proposal would set something else. */
function standing(session: Session, proposal: Proposal): Proposal {
  const { details, records } = session.state.getState().briefing
  return proposal.of === 'status'
    ? { of: 'status', status: records.status }
    : { ...proposal, value: details[proposal.name] }
}

function setProposed(session: Session, proposal: Proposal): Result<void> {
  return proposal.of === 'status'
    ? changeStatus(session, proposal.status)
    : // What is not valid for the detail is refused.
      session.setDetail(proposal.name, proposal.value as never)
}
