import { useRef } from 'react'
import type { Card } from '../../store/card.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface DestroyDialogProps {
  /** What is to be deleted; empty while nothing is asked. */
  cards: readonly Card[]
  onClose: () => void
  onDestroy: (cards: readonly Card[]) => void
}

/** The one question that an undo cannot replace. */
export function DestroyDialog({ cards, onClose, onDestroy }: DestroyDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const [first] = cards
  const many = cards.length > 1
  return (
    <Dialog
      open={first !== undefined}
      onClose={onClose}
      title={many ? 'Empty the bin?' : 'Delete for good?'}
      description={
        many
          ? `${cards.length.toLocaleString('en-GB')} briefings will be deleted with their history and backups. This cannot be undone.`
          : `“${first?.title ?? ''}” will be deleted with its history and backups. This cannot be undone.`
      }
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose()
              onDestroy(cards)
            }}
          >
            {many ? 'Empty bin' : 'Delete for good'}
          </Button>
        </>
      }
    />
  )
}
