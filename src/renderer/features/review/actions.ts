import type { Comment, Thread } from '../../../core/briefing/records.ts'
import type { RecordOperation } from '../../../core/history/records.ts'
import type { Result } from '../../../core/result.ts'
import {
  deleteComments,
  deletedWith,
  editComment,
  openThread,
  reply,
  resolveThread,
} from '../../../core/review/operations.ts'
import type { Session } from '../../store/session.ts'
import { notify } from '../../ui/notify.ts'

/** What can be done about a thread. Where the session refuses, the user is told and the answer is false. */
export interface ThreadActions {
  readonly reply: (thread: Thread, text: string) => boolean
  readonly edit: (thread: Thread, comment: Comment, text: string) => boolean
  /** Deletes a comment, with its replies where it is the first. A single one can be put back by its notice. */
  readonly remove: (thread: Thread, comment: Comment) => void
  readonly resolve: (thread: Thread, resolved: boolean) => void
}

export function threadActions(session: Session): ThreadActions {
  const records = () => session.state.getState().briefing.records
  const act = (operations: readonly RecordOperation[], message: string) =>
    told(session.act(operations), message)
  return {
    reply: (thread, text) =>
      act(reply(thread.id, { id: crypto.randomUUID(), text }), 'The reply was not kept.'),
    edit: (thread, comment, text) =>
      act(
        editComment(records(), { thread: thread.id, comment: comment.id, text }),
        'The comment was not changed.',
      ),
    remove: (thread, comment) => {
      const gone = deletedWith(records(), thread.id, comment.id)
      if (!act(deleteComments(thread.id, gone), 'The comment was not deleted.') || gone.length !== 1) return
      const again = { id: crypto.randomUUID(), text: comment.text }
      const putBack =
        thread.comments.length === 1
          ? openThread({ thread: thread.id, quote: thread.quote, comment: again })
          : reply(thread.id, again)
      notify({
        kind: 'done',
        message: 'The comment was deleted.',
        action: { label: 'Undo', run: () => act(putBack, 'The comment was not put back.') },
      })
    },
    resolve: (thread, resolved) =>
      act(resolveThread(records(), thread.id, resolved), 'The thread was not changed.'),
  }
}

/** Whether it was done; tells the user where it was not. */
export function told(result: Result<unknown>, message: string): boolean {
  if (!result.ok) notify({ kind: 'error', message, failure: result.error })
  return result.ok
}
