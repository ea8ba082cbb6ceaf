import { useEffect, useState } from 'react'
import type { Publication } from '../../../core/export/publication.ts'
import type { Result } from '../../../core/result.ts'
import type { ExportChoices } from './choices.ts'
import { writeExport } from './write-export.ts'

/** What the export would write now; null while it is being made. An answer that came too late is dropped. */
export function useWritten(publication: Publication, choices: ExportChoices): Result<string> | null {
  const [written, setWritten] = useState<{ for: ExportChoices; result: Result<string> } | null>(null)
  useEffect(() => {
    let wanted = true
    void writeExport(publication, choices).then(result => {
      if (wanted) setWritten({ for: choices, result })
    })
    return () => {
      wanted = false
    }
  }, [publication, choices])
  return written !== null && written.for === choices ? written.result : null
}
