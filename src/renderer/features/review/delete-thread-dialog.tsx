import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

interface DeleteThreadDialogProps {
  /** How many replies go too; null while nothing is asked. */
  readonly replies: number | null
  readonly onClose: () => void
  readonly onDelete: () => void
}

/** Warns that deleting a thread's first comment takes its replies along. */
export function DeleteThreadDialog({ replies, onClose, onDelete }: DeleteThreadDialogProps) {
  const words = replies === 1 ? 'Its reply' : `Its ${replies ?? 0} replies`
  return (
    <ConfirmDialog
      open={replies !== null}
      title="Delete the whole thread?"
      description={`${words} will be deleted with it, whoever wrote them. To keep what was said, resolve the thread instead.`}
      action="Delete thread"
      onConfirm={onDelete}
      onClose={onClose}
    />
  )
}
