import type { Result } from '../../../core/result.ts'
import type { FormatId } from './formats.ts'

/**
 * Asks where to, and writes what was shown. Null means that the user cancelled. `content` is what
 * `writeExport` gave for this format.
 */
export async function saveExport(
  format: FormatId,
  content: string,
  suggestedName: string,
  title: string,
): Promise<Result<{ name: string } | null>> {
  if (format === 'pdf') {
    return window.galley.invoke('file.save-pdf', { suggestedName, html: content, title })
  }
  const bytes = new TextEncoder().encode(content)
  return window.galley.invoke('file.save', { suggestedName, kind: format, bytes })
}
