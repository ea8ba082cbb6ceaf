import { useDeferredValue, useMemo } from 'react'
import type { ImportLine, ImportRole } from '../../../core/import/roles.ts'
import { documentFromLines } from '../../../core/import/text.ts'
import { beginning } from './beginning.ts'
import styles from './import-review.module.css'
import { LineList } from './line-list.tsx'
import { PagePreview } from './page-preview.tsx'
import { tally } from './tally.ts'

interface TextReviewProps {
  lines: readonly ImportLine[]
  onLines: (lines: ImportLine[]) => void
}

/** What was inferred of a plain text, line by line, beside the page that results. */
export function TextReview({ lines, onLines }: TextReviewProps) {
  const settled = useDeferredValue(lines)
  const sample = useMemo(() => beginning(settled), [settled])
  const preview = useMemo(() => documentFromLines(sample), [sample])
  const counts = useMemo(() => tally(settled.map(line => line.role)), [settled])
  const setRole = (chosen: ReadonlySet<number>, role: ImportRole) => {
    onLines(lines.map((line, at) => (chosen.has(at) ? { ...line, role, reason: 'chosen by you' } : line)))
  }
  return (
    <>
      <div className={styles.lines}>
        <p className={styles.summary} role="status">
          {counts}
        </p>
        <LineList lines={lines} onRole={setRole} />
      </div>
      <PagePreview
        publication={preview}
        note={sample === settled ? undefined : 'Only the beginning is shown. All of it is imported.'}
      />
    </>
  )
}
