import { exportFragment } from '../../../core/export/fragment.ts'
import { exportMarkdown } from '../../../core/export/markdown.ts'
import type { Publication } from '../../../core/export/publication.ts'
import { exportText } from '../../../core/export/text.ts'
import { notify } from '../../ui/notify.ts'
import type { ExportChoices } from './choices.ts'

export type CopyForm = 'rich text' | 'HTML' | 'Markdown'

/** Puts the briefing on the clipboard (P2) and says so. HTML is the fragment: what is pasted into a site. */
export async function copyExport(
  form: CopyForm,
  publication: Publication,
  choices: Pick<ExportChoices, 'frontMatter'>,
): Promise<void> {
  const copied = await window.galley.invoke('clipboard.write', contentOf(form, publication, choices))
  if (copied.ok) notify({ kind: 'done', message: `Copied as ${form}.` })
  else notify({ kind: 'error', message: `The briefing was not copied as ${form}.`, failure: copied.error })
}

function contentOf(
  form: CopyForm,
  publication: Publication,
  { frontMatter }: Pick<ExportChoices, 'frontMatter'>,
): { text: string; html?: string } {
  switch (form) {
    case 'rich text':
      return { text: exportText(publication), html: exportFragment(publication) }
    case 'HTML':
      return { text: exportFragment(publication) }
    case 'Markdown':
      return { text: exportMarkdown(publication, { frontMatter }) }
  }
}
