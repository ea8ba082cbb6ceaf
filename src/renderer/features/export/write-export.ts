import { exportFragment } from '../../../core/export/fragment.ts'
import { exportMarkdown } from '../../../core/export/markdown.ts'
import { exportPage } from '../../../core/export/page.ts'
import type { Publication } from '../../../core/export/publication.ts'
import { exportText } from '../../../core/export/text.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ExportChoices } from './choices.ts'
import { typefacesFor } from './typefaces.ts'

/**
 * What an export writes, exactly: the file's text, or for a PDF the page that is printed. A PDF always
 * carries its typefaces, because paper has no fallback.
 */
export async function writeExport(publication: Publication, choices: ExportChoices): Promise<Result<string>> {
  switch (choices.format) {
    case 'html':
      return writePage(publication, choices.metadata, choices.typefaces)
    case 'pdf':
      return writePage(publication, true, true)
    case 'fragment':
      return ok(exportFragment(publication))
    case 'markdown':
      return ok(exportMarkdown(publication, { frontMatter: choices.frontMatter }))
    case 'text':
      return ok(exportText(publication))
  }
}

async function writePage(
  publication: Publication,
  metadata: boolean,
  typefaces: boolean,
): Promise<Result<string>> {
  if (!typefaces) return ok(exportPage(publication, { metadata }))
  const css = await typefacesFor(exportFragment(publication))
  return css.ok ? ok(exportPage(publication, { metadata, typefaces: css.value })) : css
}
