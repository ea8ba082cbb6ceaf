import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Comment } from '../../../core/briefing/records.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import type { Person } from '../../ui/people.ts'
import { fullTime, shortTime } from '../../ui/when.ts'
import { Composer } from './composer.tsx'
import styles from './review-card.module.css'

interface CommentItemProps {
  readonly comment: Comment
  readonly person: Person
  /** Written by who sits here, and so theirs to change. */
  readonly own: boolean
  /** Whether the keyboard goes into this card's controls. */
  readonly reachable: boolean
  /** The words that the comment is about. */
  readonly quote: ReactNode
  readonly onEdit: (text: string) => boolean
  readonly onDelete: () => void
}

/** One comment: who, when, and what they say. */
export function CommentItem(props: CommentItemProps) {
  const { comment, person, own, reachable, quote, onEdit, onDelete } = props
  const [editing, setEditing] = useState(false)
  return (
    <div className={styles.comment}>
      <CardHead person={person} time={comment.time} edited={comment.edited}>
        {own && !editing ? (
          <Menu
            align="end"
            trigger={
              <IconButton
                className={styles.more}
                label="Change comment"
                icon={Ellipsis}
                tabIndex={reachable ? 0 : -1}
              />
            }
          >
            <MenuItem icon={Pencil} onSelect={() => setEditing(true)}>
              Edit
            </MenuItem>
            <MenuItem icon={Trash2} onSelect={onDelete}>
              Delete
            </MenuItem>
          </Menu>
        ) : null}
      </CardHead>
      {quote}
      {editing ? (
        <Composer
          label="Edit comment"
          action="Save"
          draft={`edit ${comment.id}`}
          initial={comment.text}
          onSubmit={text => {
            const done = text === comment.text || onEdit(text)
            if (done) setEditing(false)
            return done
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className={styles.words} dir="auto">
          {comment.text}
        </p>
      )}
    </div>
  )
}

interface CardHeadProps {
  readonly person: Person
  readonly time: string
  readonly edited?: string | null
  readonly children?: ReactNode
}

/** The first line of a comment or a suggestion. */
export function CardHead({ person, time, edited = null, children }: CardHeadProps) {
  const now = new Date()
  return (
    <header className={styles.head}>
      <Avatar person={person} />
      <span className={styles.name} dir="auto">
        {person.name}
      </span>
      <span className={styles.when}>
        {edited === null ? null : (
          <span title={`Edited ${fullTime(edited, now)}`} className={styles.edited}>
            edited
          </span>
        )}
        <time dateTime={time} title={fullTime(time, now)}>
          {shortTime(time, now)}
        </time>
      </span>
      {children}
    </header>
  )
}
