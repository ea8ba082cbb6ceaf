import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { openThread } from '../../../core/review/operations.ts'
import { addComment, cancelComment, commentTarget } from '../../editor/review/comments.ts'
import { reviewOf } from '../../editor/review/review-state.ts'
import type { Session } from '../../store/session.ts'
import { Avatar, authorStyle } from '../../ui/avatar.tsx'
import type { Person } from '../../ui/people.ts'
import { told } from './actions.ts'
import { Composer } from './composer.tsx'
import card from './review-card.module.css'
import styles from './review-panel.module.css'

interface NewThreadProps {
  readonly session: Session
  readonly editor: Editor
  readonly me: Person
  /** A comment on the whole briefing was asked for. */
  readonly whole: boolean
  /** It was sent, or left unwritten. */
  readonly onDone: (sent: boolean) => void
}

/** Where a new comment is written: on the words it was begun on, else on the whole briefing. */
export function NewThread({ session, editor, me, whole, onDone }: NewThreadProps) {
  const quote = useEditorState({
    editor,
    selector: () =>
      reviewOf(editor.state).draft === null ? null : (commentTarget(editor.state)?.quote.text ?? null),
  })
  if (quote === null && !whole) return null

  const submit = (text: string): boolean => {
    const thread = crypto.randomUUID()
    const comment = { id: crypto.randomUUID(), text }
    const about = quote === null ? null : commentTarget(editor.state)
    const opened = session.act(openThread({ thread, quote: about?.quote ?? null, comment }))
    if (!told(opened, 'The comment was not kept.')) return false
    if (about !== null) addComment(editor, thread)
    onDone(true)
    editor.view.focus()
    return true
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for a form's fields
    <div className={styles.new} style={authorStyle(me)} role="group" aria-label="New comment">
      <p className={styles.newHead}>
        <Avatar person={me} />
        {quote === null ? 'Comment on the whole briefing' : 'Comment'}
      </p>
      {quote === null ? null : (
        <blockquote className={card.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      <Composer
        key={quote === null ? 'briefing' : 'words'}
        label="Comment"
        action="Comment"
        draft={`new ${quote === null ? 'briefing' : 'words'} ${session.id}`}
        placeholder="What do you want to say?"
        onSubmit={submit}
        onCancel={() => {
          cancelComment(editor)
          onDone(false)
          editor.view.focus()
        }}
      />
    </div>
  )
}
