import type { ChosenFile } from '../../../contract/channels.ts'
import { decodeText } from '../../../core/import/decode.ts'
import { importMarkdown, type MarkdownImport } from '../../../core/import/markdown.ts'
import type { ImportLine } from '../../../core/import/roles.ts'
import { inferRoles } from '../../../core/import/text.ts'
import { fail, ok, type Result } from '../../../core/result.ts'

/** A file as it was read: lines whose roles the user can change, or a document that names its own. */
export type Reading =
  | { readonly kind: 'text'; readonly lines: ImportLine[] }
  | { readonly kind: 'markdown'; readonly imported: MarkdownImport }

const markdownEndings = new Set(['md', 'markdown', 'mdown', 'mkd'])
const notYet = new Set(['html', 'htm', 'xhtml', 'docx', 'doc', 'odt', 'rtf', 'pdf'])

/**
 * Reads a chosen file (I1). The ending tells Markdown from plain text; formats that Galley cannot read are
 * refused by name instead of being imported as the letters of their code.
 */
export function readImport({ name, bytes }: ChosenFile): Result<Reading> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (notYet.has(ending)) {
    return fail(
      'file.unknown-type',
      'Galley reads plain text, Markdown and .briefing files. Save it as one of these first.',
      { file: name },
    )
  }
  const text = decodeText(bytes, name)
  if (!text.ok) return text
  if (markdownEndings.has(ending)) return ok({ kind: 'markdown', imported: importMarkdown(text.value) })
  return ok({ kind: 'text', lines: inferRoles(text.value) })
}
