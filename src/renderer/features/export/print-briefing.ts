import type { Publication } from '../../../core/export/publication.ts'
import { notify } from '../../ui/notify.ts'
import { writeExport } from './write-export.ts'

/** The command Print…: the page as a PDF would have it, in the system's print dialog. */
export async function printBriefing(publication: Publication): Promise<void> {
  const page = await writeExport(publication, {
    format: 'pdf',
    metadata: false,
    typefaces: true,
    frontMatter: 'none',
  })
  const printed = page.ok ? await window.galley.invoke('print', { html: page.value }) : page
  if (!printed.ok) {
    notify({ kind: 'error', message: 'The briefing was not printed.', failure: printed.error })
  }
}
