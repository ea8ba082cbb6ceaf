import type { Card } from '../../store/card.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

interface DestroyDialogProps {
  /** What is to be deleted; empty while nothing is asked. */
  cards: readonly Card[]
  onClose: () => void
  onDestroy: (cards: readonly Card[]) => void
}

/** The one question that an undo cannot replace. */
export function DestroyDialog({ cards, onClose, onDestroy }: DestroyDialogProps) {
  const [first] = cards
  const many = cards.length > 1
  return (
    <ConfirmDialog
      open={first !== undefined}
      title={many ? 'Empty the bin?' : 'Delete for good?'}
      description={
        many
          ? `${cards.length.toLocaleString('en-GB')} briefings will be deleted with their history and backups. This cannot be undone.`
          : `“${first?.title ?? ''}” will be deleted with its history and backups. This cannot be undone.`
      }
      action={many ? 'Empty bin' : 'Delete for good'}
      onConfirm={() => onDestroy(cards)}
      onClose={onClose}
    />
  )
}
