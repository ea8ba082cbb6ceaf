import type { ReactNode, RefObject } from 'react'
import type { Author } from '../../../core/briefing/author.ts'
import type { Invitation } from '../../../core/briefing/handoff.ts'
import type { Showable } from '../../../core/handoff/goes-along.ts'
import type { People } from '../../ui/people.ts'
import { personOf } from '../../ui/people.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { GoesAlong } from './goes-along.tsx'
import type { Row } from './recipients.ts'
import { ReviewerRows } from './reviewer-rows.tsx'
import { mayWords } from './rights-words.ts'
import styles from './send-form.module.css'

/** What is filled in. */
export interface SendDraft {
  readonly rows: readonly Row[]
  readonly asks: string
  readonly ticked: ReadonlySet<string>
}

interface SendFormProps {
  readonly draft: SendDraft
  readonly onChange: (changed: Partial<SendDraft>) => void
  /** What is wrong with a row, by its key; empty until somebody tried to send. */
  readonly wrong: ReadonlyMap<string, string>
  /** What is wrong with the question; null where nothing is. */
  readonly wrongAsks: string | null
  readonly known: readonly Author[]
  readonly people: People
  readonly me: string
  readonly items: readonly Showable[]
  /** What this is, where it is a review copy itself. */
  readonly own: Invitation | null
  /** Asks for the sender's name; null where there is one. */
  readonly identity: ReactNode
  readonly firstRef: RefObject<HTMLInputElement | null>
}

/** On the left who gets a copy and what they are asked, on the right what goes along. */
export function SendForm(props: SendFormProps) {
  const { draft, onChange, wrong, wrongAsks, known, people, me, items, own, identity, firstRef } = props
  return (
    <div className={styles.body}>
      <div className={styles.who}>
        {identity}
        <h2 className={styles.heading}>Reviewers</h2>
        <ReviewerRows
          rows={draft.rows}
          onChange={rows => onChange({ rows })}
          known={known}
          me={me}
          most={own?.rights ?? 'edit'}
          wrong={wrong}
          firstRef={firstRef}
        />
        <h2 className={`${styles.heading} ${styles.ask}`}>What do you ask?</h2>
        <TextArea
          label="What do you ask?"
          value={draft.asks}
          onChange={asks => onChange({ asks })}
          rows={3}
          placeholder="Every reviewer sees this on opening the copy. It may stay empty."
          aria-invalid={wrongAsks === null ? undefined : true}
        />
        {wrongAsks === null ? null : (
          <p className={styles.error} role="alert">
            {wrongAsks}
          </p>
        )}
      </div>
      <section className={styles.along} aria-label="What goes along">
        <h2 className={styles.heading}>What goes along</h2>
        {own === null ? (
          <>
            <p className={styles.about}>
              Each copy holds the text as it is now, its details, and what is ticked here. It holds no
              history, no earlier versions and no approvals.
              {items.some(({ kind }) => kind === 'suggestion')
                ? ' A suggestion that is not ticked is left out as if it had been rejected.'
                : ''}
            </p>
            {items.length === 0 ? (
              <p className={styles.about}>There are no comments or suggestions to tick.</p>
            ) : (
              <GoesAlong
                items={items}
                people={people}
                me={me}
                ticked={draft.ticked}
                onTick={(ids, ticked) => {
                  const next = new Set(draft.ticked)
                  for (const id of ids) {
                    if (ticked) next.add(id)
                    else next.delete(id)
                  }
                  onChange({ ticked: next })
                }}
              />
            )}
          </>
        ) : (
          <>
            <p className={styles.about}>
              This is a review copy from {personOf(people, own.sender).name}. Passed on, it goes with all it
              has: the text as it came, every comment and suggestion in it, and what was changed in it since.
            </p>
            <p className={styles.about}>
              {own.reviewer.name} {mayWords(own.rights)}: nobody gets more than that.
            </p>
          </>
        )}
      </section>
    </div>
  )
}
