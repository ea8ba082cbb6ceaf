import { useState } from 'react'
import type { LogId } from '../../../core/briefing/log-id.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { startBriefing } from './start-briefing.ts'
import { TemplateList } from './template-list.tsx'

interface NewBriefingDialogProps {
  open: boolean
  onClose: () => void
  /** The new briefing is in the library: open it. */
  onCreated: (id: LogId) => void
}

/** D4: a new briefing from a template. */
export function NewBriefingDialog({ open, onClose, onCreated }: NewBriefingDialogProps) {
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="New briefing"
      description="Choose what to start from. Everything can be changed later."
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <TemplateList
        disabled={busy}
        onChoose={async template => {
          setBusy(true)
          const id = await startBriefing(template)
          setBusy(false)
          if (id === null) return
          onClose()
          onCreated(id)
        }}
      />
    </Dialog>
  )
}
