import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './versions-panel.module.css'

interface NameVersionProps {
  /** Answers whether it was kept. */
  readonly onKeep: (name: string) => boolean
  readonly onCancel: () => void
}

/** Asks what to call the text as it is now. */
export function NameVersion({ onKeep, onCancel }: NameVersionProps) {
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onKeep(name.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onCancel()
  }
  return (
    <form className={styles.naming} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TextField
        ref={field}
        label="Name of this version"
        placeholder="As sent to the minister"
        value={name}
        onChange={setName}
        maxLength={200}
        autoComplete="off"
      />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" disabled={name.trim() === ''}>
          Keep
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
