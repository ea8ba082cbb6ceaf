import { type ReactNode, useState } from 'react'
import type { Saved } from '../../store/session.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

interface SessionBannersProps {
  readonly saved: Saved
  /** What was recovered on opening, in words; null where nothing was. */
  readonly recovered: string | null
  /** What stands over a review copy, below what concerns its safety. */
  readonly children: ReactNode
  readonly onRetry: () => void
  readonly onSaveAs: () => void
}

/** What the user must know about the safety of this briefing: that saving fails, or what was recovered. */
export function SessionBanners({ saved, recovered, children, onRetry, onSaveAs }: SessionBannersProps) {
  const [dismissed, setDismissed] = useState<string | null>(null)
  return (
    <>
      {saved.kind === 'failed' ? (
        <Banner
          kind="warning"
          title="Your latest changes are not safe yet."
          actions={
            <>
              <Button onClick={onRetry}>Try again</Button>
              <Button onClick={onSaveAs}>Save as file…</Button>
            </>
          }
        >
          {saved.failure.message} Galley keeps trying; you can also save the briefing as a file. (
          {saved.failure.code})
        </Banner>
      ) : null}
      {recovered !== null && recovered !== dismissed ? (
        <Banner
          kind="notice"
          title="This briefing was recovered."
          actions={<Button onClick={() => setDismissed(recovered)}>Close</Button>}
        >
          {recovered}
        </Banner>
      ) : null}
      {children}
    </>
  )
}
