import { useEffect, useState } from 'react'
import type { Publication } from '../../../core/export/publication.ts'
import type { Result } from '../../../core/result.ts'
import type { ExportChoices } from './choices.ts'
import { writeExport } from './write-export.ts'

export interface Written {
  readonly result: Result<string>
  /** False while it is being written anew with other options: good enough to look at, not to save. */
  readonly current: boolean
}

/** What the export writes; null until this format was written for the first time. */
export function useWritten(publication: Publication, choices: ExportChoices): Written | null {
  const [written, setWritten] = useState<{
    publication: Publication
    choices: ExportChoices
    result: Result<string>
  } | null>(null)
  useEffect(() => {
    let wanted = true
    void writeExport(publication, choices).then(result => {
      if (wanted) setWritten({ publication, choices, result })
    })
    return () => {
      wanted = false
    }
  }, [publication, choices])
  if (written === null || written.choices.format !== choices.format) return null
  return {
    result: written.result,
    current: written.choices === choices && written.publication === publication,
  }
}
