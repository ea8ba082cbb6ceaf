import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { showableIn, shownUnasked } from '../../../core/handoff/goes-along.ts'
import { type SavedFiles, saveAllOut } from '../../store/hand-out.ts'
import { type Sent, sendCopies } from '../../store/sending.ts'
import type { Session } from '../../store/session.ts'
import { useSettings } from '../../store/settings.ts'
import { useSigner } from '../../store/use-signer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { peopleOf } from '../../ui/people.ts'
import { ReadyFiles } from './ready-files.tsx'
import { knownPeople, readRows } from './recipients.ts'
import { newRow } from './reviewer-rows.tsx'
import styles from './send-form.module.css'
import { type SendDraft, SendForm } from './send-form.tsx'
import { countWords, longestAsks, wrongWith } from './send-words.ts'

interface SendDialogProps {
  readonly session: Session
  /** Asks for the name that signs, for whoever has given none yet. */
  readonly identity: ReactNode
  readonly onClose: () => void
}

/** Send for review (H2): first who gets what, then the files. */
export function SendDialog({ session, identity, onClose }: SendDialogProps) {
  const briefing = useStore(session.state, state => state.briefing)
  const me = useSigner(session)
  const isNamed = useSettings().author.name !== ''
  const own = briefing.records.handoff.copy
  const people = useMemo(() => peopleOf(briefing.authors, me), [briefing.authors, me])
  const known = useMemo(() => knownPeople(briefing), [briefing])
  const items = useMemo(() => (own === null ? showableIn(briefing) : []), [briefing, own])
  const [draft, setDraft] = useState<SendDraft>(() => ({
    rows: [newRow(own?.rights === 'comment' ? 'comment' : 'suggest')],
    asks: '',
    ticked: new Set(shownUnasked(items, me.id)),
  }))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  const [together, setTogether] = useState<SavedFiles | null>(null)
  const first = useRef<HTMLInputElement>(null)

  const { recipients, wrong } = readRows(draft.rows, known, me.id)
  const asks = draft.asks.trim()
  const blocked = wrongWith({ briefing, isNamed })
  const canSend = blocked === null && wrong.size === 0 && asks.length <= longestAsks
  const shown = items.filter(({ id }) => draft.ticked.has(id))

  const send = async () => {
    setTried(true)
    if (!canSend) {
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus()
      })
      return
    }
    setBusy(true)
    setSent(await sendCopies(session, recipients, { asks, shown: shown.map(({ id }) => id) }))
    setBusy(false)
  }
  const copies = sent?.copies ?? []

  if (copies.length === 0) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="Send for review"
        size="large"
        {...(isNamed ? { initialFocus: first } : {})}
        footer={
          <>
            <FooterLine
              blocked={tried ? blocked : null}
              failure={sent?.failure ?? null}
              words={countWords(draft.rows.length, own === null ? shown : null)}
            />
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabled={busy} onClick={() => void send()}>
              {draft.rows.length === 1 ? 'Make the copy' : `Make ${draft.rows.length} copies`}
            </Button>
          </>
        }
      >
        <SendForm
          draft={draft}
          onChange={changed => setDraft(now => ({ ...now, ...changed }))}
          wrong={tried ? wrong : new Map()}
          wrongAsks={
            asks.length > longestAsks
              ? `At most ${longestAsks.toLocaleString('en-GB')} characters; this is ${asks.length.toLocaleString('en-GB')}.`
              : null
          }
          known={known}
          people={people}
          me={me.id}
          items={items}
          own={own}
          identity={isNamed ? null : identity}
          firstRef={first}
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={copies.length === 1 ? 'The copy is ready' : `${copies.length} copies are ready`}
      size="medium"
      footer={
        <>
          <p className={styles.line}>{sent?.isBegun ? 'The status is “In review” now.' : null}</p>
          {copies.length === 1 ? null : (
            <Button
              onClick={() =>
                void saveAllOut(copies.map(({ file }) => file)).then(saved => {
                  if (saved !== null) setTogether(saved)
                })
              }
            >
              Save all in a folder…
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      {sent?.failure == null ? null : (
        <p className={styles.stopped} role="alert">
          The others could not be made: {sent.failure.message} ({sent.failure.code})
        </p>
      )}
      <ReadyFiles copies={copies} people={people} together={together} />
    </Dialog>
  )
}

interface FooterLineProps {
  /** Why nothing can be sent at all. */
  readonly blocked: string | null
  readonly failure: Sent['failure']
  /** What will be made. */
  readonly words: string
}

function FooterLine({ blocked, failure, words }: FooterLineProps) {
  if (blocked !== null) {
    return (
      <p className={`${styles.line} ${styles.failed}`} role="alert">
        {blocked}
      </p>
    )
  }
  if (failure !== null) {
    return (
      <p className={`${styles.line} ${styles.failed}`} role="alert">
        No copy was given out. {failure.message} ({failure.code})
      </p>
    )
  }
  return (
    <p className={styles.line} role="status">
      {words}
    </p>
  )
}
