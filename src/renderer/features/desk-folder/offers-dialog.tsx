import { useState } from 'react'
import { useStore } from 'zustand'
import { type Offer, offersState } from '../../store/desk-folder/arrivals.ts'
import { useSettings } from '../../store/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './offers-dialog.module.css'

interface OffersDialogProps {
  readonly onTake: (chosen: readonly Offer[]) => void
  readonly onClose: () => void
}

/** What the desk folder brings, to choose from. Review copies for others are not chosen to begin with. */
export function OffersDialog({ onTake, onClose }: OffersDialogProps) {
  const { offers } = useStore(offersState)
  const { author } = useSettings()
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isChosen = (offer: Offer) =>
    changed.get(offer.file.name) ?? (offer.what !== 'copy' || isFor(offer.reviewer, author.name))
  const chosen = offers.filter(isChosen)
  return (
    <Dialog
      open
      size="medium"
      onClose={onClose}
      title="In the desk folder"
      description="Choose what to take in. A briefing that you take in is kept in the desk folder from then on, so that your edits go back there."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={chosen.length === 0} onClick={() => onTake(chosen)}>
            {chosen.length === 1 ? 'Take in 1 file' : `Take in ${chosen.length} files`}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {offers.map(offer => (
          <li key={offer.file.name} className={styles.offer}>
            <Checkbox
              checked={isChosen(offer)}
              onChange={next => setChanged(before => new Map(before).set(offer.file.name, next))}
              hint={`${whatWords(offer)} · ${offer.file.name}`}
            >
              <span className={styles.title}>{offer.title}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function whatWords({ what, reviewer }: Offer): string {
  switch (what) {
    case 'briefing':
      return 'A briefing that is not here yet'
    case 'changes':
      return 'Changes to a briefing that you have'
    case 'copy':
      return `A review copy for ${reviewer}`
    case 'return':
      return `A return from ${reviewer}`
  }
}

/** Who gave no name yet may be anybody. */
function isFor(reviewer: string, name: string): boolean {
  return name === '' || reviewer.trim().toLowerCase() === name.trim().toLowerCase()
}
