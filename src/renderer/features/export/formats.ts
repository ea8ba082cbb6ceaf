import { CodeXml, FileText, Globe, Hash, type LucideIcon, TextAlignStart } from 'lucide-react'

export type FormatId = 'html' | 'fragment' | 'markdown' | 'text' | 'pdf'

export interface Format {
  readonly id: FormatId
  readonly label: string
  readonly icon: LucideIcon
  /** Of the file, without the point. */
  readonly extension: string
  /** One sentence on what it is for. */
  readonly about: string
}

export const formats: readonly Format[] = [
  {
    id: 'html',
    label: 'Web page',
    icon: Globe,
    extension: 'html',
    about: 'One file with its own style sheet, ready to be published or sent.',
  },
  {
    id: 'fragment',
    label: 'Web fragment',
    icon: CodeXml,
    extension: 'html',
    about: 'The text as HTML without a page around it, for a site that brings its own.',
  },
  {
    id: 'markdown',
    label: 'Markdown',
    icon: Hash,
    extension: 'md',
    about: 'CommonMark for site generators and repositories. Galley reads it back as the same briefing.',
  },
  {
    id: 'pdf',
    label: 'PDF',
    icon: FileText,
    extension: 'pdf',
    about: 'The page on paper, with the typefaces inside.',
  },
  {
    id: 'text',
    label: 'Plain text',
    icon: TextAlignStart,
    extension: 'txt',
    about: 'Words alone, for mail and wires.',
  },
]

export function formatOf(id: FormatId): Format {
  const found = formats.find(format => format.id === id)
  if (found === undefined) throw new RangeError(`There is no format ${id}`)
  return found
}
