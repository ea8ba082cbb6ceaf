import { type FormEvent, useEffect, useRef } from 'react'
import { updateSettings } from '../../store/settings.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import { IdentityFields } from './identity-fields.tsx'
import styles from './introduction.module.css'
import { useIdentityDraft } from './use-identity-draft.ts'

interface IntroductionProps {
  /** A name was given, or the question was skipped. */
  readonly onDone: () => void
  /** What opens behind it: a file that Galley was started with, and who signs there without a name. */
  readonly next?: { readonly title: string; readonly signer: string | null } | null
}

/** First start: the title page of a proof, with the one question that Galley asks. It can be skipped. */
export function Introduction({ onDone, next = null }: IntroductionProps) {
  const draft = useIdentityDraft()
  const name = useRef<HTMLInputElement>(null)
  useEffect(() => name.current?.focus(), [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const kept = await draft.keep()
    if (!kept.ok) notify({ kind: 'error', message: 'Your name could not be saved.', failure: kept.error })
    onDone()
  }

  const skip = async () => {
    await updateSettings({ introduced: true })
    onDone()
  }

  return (
    <main className={styles.desk}>
      <form
        className={styles.sheet}
        aria-labelledby="introduction-title"
        onSubmit={event => void submit(event)}
      >
        <span className={styles.marks} aria-hidden />
        <p className={styles.eyebrow}>First proof</p>
        <h1 id="introduction-title" className={styles.title}>
          Galley
        </h1>
        <p className={styles.standfirst}>
          Briefings, written offline and published as they are. Nothing leaves this machine unless you save or
          send a file.
        </p>
        <div className={styles.question}>
          <p className={styles.why}>
            Who is writing? Your name and initials sign your changes, so that whoever opens your files knows
            whose they are.
          </p>
          {next === null ? null : (
            <p className={styles.why} role="status">
              “{next.title}” opens next.
              {next.signer === null ? null : ` If you skip this, you sign in it as ${next.signer}.`}
            </p>
          )}
          <IdentityFields draft={draft} nameRef={name} />
          <div className={styles.actions}>
            <Button variant="quiet" onClick={() => void skip()}>
              Skip for now
            </Button>
            <Button variant="primary" type="submit" disabled={!draft.complete}>
              Start writing
            </Button>
          </div>
        </div>
      </form>
    </main>
  )
}
