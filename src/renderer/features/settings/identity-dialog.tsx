import { type FormEvent, useId, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { ColourField } from './colour-field.tsx'
import styles from './identity-dialog.module.css'
import { IdentityFields } from './identity-fields.tsx'
import { useIdentityDraft } from './use-identity-draft.ts'

interface IdentityDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Asks again for the name and the initials that sign what is written here. */
export function IdentityDialog({ open, onClose }: IdentityDialogProps) {
  return open ? <OpenIdentityDialog onClose={onClose} /> : null
}

function OpenIdentityDialog({ onClose }: { readonly onClose: () => void }) {
  const draft = useIdentityDraft()
  const form = useId()
  const name = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const kept = await draft.keep()
    if (kept.ok) onClose()
    else notify({ kind: 'error', message: 'Your name could not be saved.', failure: kept.error })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Your name, initials and colour"
      description="They sign what you write from now on; what you wrote before keeps the name it had."
      initialFocus={name}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} disabled={!draft.complete}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={event => void submit(event)}>
        <IdentityFields draft={draft} nameRef={name} />
        <ColourField value={draft.colour} onChange={draft.setColour} />
      </form>
    </Dialog>
  )
}
