import { useState } from 'react'
import { titleOf } from '../../../core/briefing/briefing.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Stranger } from '../../store/arrivals.ts'
import { openStranger } from '../../store/open-file.ts'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import styles from './merge-screen.module.css'

interface StrangersProps {
  readonly strangers: readonly Stranger[]
  /** Those that were opened already, by their head. */
  readonly opened: ReadonlyMap<string, LogId>
  readonly onOpened: (head: string, id: LogId) => void
  /** Shows one that was opened. */
  readonly onShow: (id: LogId) => void
}

/** Returns of what is not in this library: each can become a briefing of its own. */
export function Strangers({ strangers, opened, onOpened, onShow }: StrangersProps) {
  const [busy, setBusy] = useState<string | null>(null)
  if (strangers.length === 0) return null
  const open = async (stranger: Stranger) => {
    const { head } = stranger.log.briefing
    setBusy(head)
    const made = await openStranger(stranger)
    setBusy(null)
    if (made.ok) onOpened(head, made.value)
    else {
      notify({ kind: 'error', message: `“${stranger.name}” could not be opened.`, failure: made.error })
    }
  }
  return (
    <>
      {strangers.map(stranger => {
        const { head, doc, records } = stranger.log.briefing
        const id = opened.get(head)
        const reviewer = records.handoff.copy?.reviewer.name
        const title = titleOf(doc)
        return (
          <section key={head} className={styles.group} aria-label={title}>
            <header className={styles.head}>
              <h2 className={styles.briefing} dir="auto">
                {title}
              </h2>
              {id === undefined ? (
                <Button disabled={busy !== null} onClick={() => void open(stranger)}>
                  Open as a new briefing
                </Button>
              ) : (
                <Button onClick={() => onShow(id)}>Show it</Button>
              )}
            </header>
            <p className={styles.counts}>
              {`“${stranger.name}”`}
              {reviewer === undefined ? '' : `, from ${reviewer}`}
            </p>
            <p className={styles.note}>
              {id === undefined
                ? `It cannot be merged. ${ended(stranger.reason.message)} (${stranger.reason.code})`
                : 'It is in the library as a new briefing, with its comments, suggestions and approvals.'}
            </p>
          </section>
        )
      })}
    </>
  )
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
