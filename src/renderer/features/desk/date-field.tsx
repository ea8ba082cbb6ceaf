import { type FocusEvent, useState } from 'react'
import type { Session } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './details-panel.module.css'
import { useDetailDraft } from './use-detail-draft.ts'

interface DateFieldProps {
  readonly session: Session
  readonly kept: string
}

/** The date of the briefing, as a calendar date. A half-filled date is said to be one. */
export function DateField({ session, kept }: DateFieldProps) {
  const draft = useDetailDraft(session, 'date', kept)
  const [unfinished, setUnfinished] = useState(false)
  const onBlur = (event: FocusEvent<HTMLInputElement>) => {
    setUnfinished(event.currentTarget.validity.badInput)
    draft.keep()
  }
  return (
    <div className={styles.withButton}>
      <TextField
        type="date"
        label="Date"
        hint="Stands beside the dateline"
        error={unfinished ? 'A whole date: day, month and year' : draft.error}
        value={draft.value}
        onChange={draft.change}
        onBlur={onBlur}
        max="9999-12-31"
      />
      <Button
        onClick={() => {
          setUnfinished(false)
          session.setDetail('date', isoDate(new Date()))
        }}
      >
        Today
      </Button>
    </div>
  )
}

/** A date of the user's own calendar as year-month-day. */
function isoDate(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
