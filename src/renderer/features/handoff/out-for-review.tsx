import { Send } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Invitation } from '../../../core/briefing/handoff.ts'
import { type Answer, answersTo } from '../../../core/handoff/answers.ts'
import { useDeskFolder } from '../../store/desk-folder.ts'
import { dragOut, type FileOut, putOut, saveOut } from '../../store/hand-out.ts'
import { copyAgain } from '../../store/sending.ts'
import type { Session } from '../../store/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { FileChip } from '../../ui/file-chip.tsx'
import { FoldLine } from '../../ui/fold-line.tsx'
import { notify } from '../../ui/notify.ts'
import { type People, personOf } from '../../ui/people.ts'
import { Dot } from '../../ui/pill.tsx'
import { fullTime, shortTime } from '../../ui/when.ts'
import styles from './out-for-review.module.css'
import { mayWords } from './rights-words.ts'

interface OutForReviewProps {
  readonly session: Session
  readonly people: People
}

/** Who has a copy, who has answered, and every file again (H2). Nothing where no copy went out. */
export function OutForReview({ session, people }: OutForReviewProps) {
  const handoff = useStore(session.state, state => state.briefing.records.handoff)
  const [open, setOpen] = useState(false)
  const sent = handoff.invitations.map(invitation => ({
    invitation,
    answers: answersTo(handoff, invitation.copy),
  }))
  if (sent.length === 0) return null
  const answered = sent.filter(({ answers }) => answers.length > 0).length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for a form's fields
    <div className={styles.part} role="group" aria-label="Out for review">
      <FoldLine
        icon={Send}
        heading="Out for review"
        state={`${answered} of ${sent.length} answered`}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      {open ? (
        <ul className={styles.list} aria-label="Copies that went out">
          {sent.toReversed().map(({ invitation, answers }) => (
            <SentRow
              key={invitation.copy}
              session={session}
              people={people}
              invitation={invitation}
              answers={answers}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

interface SentRowProps extends OutForReviewProps {
  readonly invitation: Invitation
  readonly answers: readonly Answer[]
}

function SentRow({ session, people, invitation, answers }: SentRowProps) {
  const { copy, reviewer, rights, asks, time } = invitation
  const [file, setFile] = useState<FileOut | null>(null)
  const hasFolder = useDeskFolder() !== null
  const chip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In place of the button that was pressed, which is gone.
    if (file === null) return
    chip.current?.querySelector('button')?.focus({ preventScroll: true })
    chip.current?.scrollIntoView({ block: 'nearest' })
  }, [file])
  const now = new Date()
  const make = async () => {
    const made = await copyAgain(session, copy)
    if (made.ok) setFile(made.value)
    else notify({ kind: 'error', message: 'The file could not be made again.', failure: made.error })
  }
  return (
    <li className={styles.sent}>
      <Avatar person={people.has(reviewer.id) ? personOf(people, reviewer.id) : reviewer} />
      <div className={styles.about}>
        <p className={styles.line}>
          <span className={styles.name}>{reviewer.name}</span>
          <time dateTime={time} title={`Sent ${fullTime(time, now)}`}>
            {shortTime(time, now)}
          </time>
        </p>
        <p className={styles.line}>{mayWords(rights)}</p>
        {answers.length === 0 ? (
          <p className={styles.line}>
            <Dot kind="hint" /> No answer yet
          </p>
        ) : (
          answers.map(answer => (
            <p key={answer.reviewer} className={styles.line}>
              <Dot kind="ok" />
              <span>
                Answered
                {answer.reviewer === reviewer.id ? ' ' : ` by ${personOf(people, answer.reviewer).name} `}
                <time dateTime={answer.time} title={fullTime(answer.time, now)}>
                  {shortTime(answer.time, now)}
                </time>
              </span>
            </p>
          ))
        )}
        {asks === '' ? null : (
          <p className={styles.asks} dir="auto">
            {asks}
          </p>
        )}
        {file === null ? (
          <Button
            variant="quiet"
            className={styles.again}
            aria-label={`The file again, for ${reviewer.name}`}
            onClick={() => void make()}
          >
            The file again
          </Button>
        ) : (
          <div ref={chip}>
            <FileChip
              name={file.name}
              size={file.bytes.length}
              onDragOut={() => void dragOut(file)}
              onSave={() => void saveOut(file)}
              onPut={hasFolder ? () => void putOut(file, copy) : undefined}
            />
          </div>
        )}
      </div>
    </li>
  )
}
