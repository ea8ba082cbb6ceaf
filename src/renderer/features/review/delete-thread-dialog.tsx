import { useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface DeleteThreadDialogProps {
  /** How many replies go too; null while nothing is asked. */
  readonly replies: number | null
  readonly onClose: () => void
  readonly onDelete: () => void
}

/** Warns that deleting a thread's first comment takes its replies along. */
export function DeleteThreadDialog({ replies, onClose, onDelete }: DeleteThreadDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const words = replies === 1 ? 'Its reply' : `Its ${replies ?? 0} replies`
  return (
    <Dialog
      open={replies !== null}
      onClose={onClose}
      title="Delete the whole thread?"
      description={`${words} will be deleted with it, whoever wrote them. To keep what was said, resolve the thread instead.`}
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
              onDelete()
            }}
          >
            Delete thread
          </Button>
        </>
      }
    />
  )
}
