import { Check, RotateCcw, TextSelect, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Comment } from '../../../core/briefing/records.ts'
import type { PlacedThread } from '../../../core/review/threads.ts'
import { authorStyle } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { shortTime } from '../../ui/when.ts'
import type { ThreadActions } from './actions.ts'
import { CommentItem } from './comment-item.tsx'
import { Composer } from './composer.tsx'
import { DeleteThreadDialog } from './delete-thread-dialog.tsx'
import styles from './review-card.module.css'

interface ThreadCardProps {
  readonly placed: PlacedThread
  readonly people: People
  /** The id of who sits here. */
  readonly me: string
  readonly reachable: boolean
  readonly actions: ThreadActions
  /** Says that something is being written in the card: it must stay. */
  readonly onBusy: (busy: boolean) => void
  /** Attaches the thread to what is selected in the text; null while nothing is. */
  readonly onAttach: (() => void) | null
}

/** A thread: the words it is about, its comments, and what can be done about it (R1). */
export function ThreadCard(props: ThreadCardProps) {
  const { placed, people, me, reachable, actions, onBusy, onAttach } = props
  const { thread, place } = placed
  const [replying, setReplying] = useState(false)
  const [deleting, setDeleting] = useState<Comment | null>(null)
  const tabIndex = reachable ? 0 : -1
  const [first] = thread.comments
  const opener = personOf(people, first?.author ?? '')
  const showReply = (shown: boolean) => {
    setReplying(shown)
    onBusy(shown)
  }
  const remove = (comment: Comment) => {
    if (comment === first && thread.comments.length > 1) setDeleting(comment)
    else actions.remove(thread, comment)
  }
  return (
    <>
      {place === 'lost' ? (
        <p className={styles.lost}>
          <Icon of={TriangleAlert} />
          Text was removed
        </p>
      ) : null}
      {place === 'briefing' ? <p className={styles.about}>On the whole briefing</p> : null}
      {thread.comments.map((comment, index) => (
        <div key={comment.id} className={styles.part}>
          <CommentItem
            comment={comment}
            person={personOf(people, comment.author)}
            own={comment.author === me}
            reachable={reachable}
            onEdit={text => actions.edit(thread, comment, text)}
            onDelete={() => remove(comment)}
            quote={
              index === 0 && thread.quote !== null && thread.quote.text !== '' ? (
                <blockquote
                  className={styles.quote}
                  style={authorStyle(opener)}
                  data-lost={place === 'lost' || undefined}
                  dir="auto"
                >
                  {thread.quote.text}
                </blockquote>
              ) : null
            }
          />
        </div>
      ))}
      {thread.resolved === null ? null : (
        <p className={styles.about}>
          Resolved by {personOf(people, thread.resolved.author).name},{' '}
          {shortTime(thread.resolved.time, new Date())}
        </p>
      )}
      {replying ? (
        <Composer
          label="Reply"
          action="Reply"
          draft={`reply ${thread.id}`}
          placeholder="Reply"
          onSubmit={text => {
            const done = actions.reply(thread, text)
            if (done) showReply(false)
            return done
          }}
          onCancel={() => showReply(false)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button tabIndex={tabIndex} onClick={() => showReply(true)}>
            Reply
          </Button>
          {thread.resolved === null ? (
            <Button icon={Check} tabIndex={tabIndex} onClick={() => actions.resolve(thread, true)}>
              Resolve
            </Button>
          ) : (
            <Button icon={RotateCcw} tabIndex={tabIndex} onClick={() => actions.resolve(thread, false)}>
              Reopen
            </Button>
          )}
          {place === 'lost' ? (
            <Button
              icon={TextSelect}
              tabIndex={tabIndex}
              disabled={onAttach === null}
              title={onAttach === null ? 'Select the words that it is about first' : undefined}
              onClick={() => onAttach?.()}
            >
              Attach to selection
            </Button>
          ) : null}
        </div>
      )}
      <DeleteThreadDialog
        replies={deleting === null ? null : thread.comments.length - 1}
        onClose={() => setDeleting(null)}
        onDelete={() => {
          if (deleting !== null) actions.remove(thread, deleting)
        }}
      />
    </>
  )
}
