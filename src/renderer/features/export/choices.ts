import { createStore } from 'zustand/vanilla'
import type { MarkdownOptions } from '../../../core/export/markdown.ts'
import type { FormatId } from './formats.ts'

/** What the user chose for an export. */
export interface ExportChoices {
  readonly format: FormatId
  /** Web page: JSON-LD and Open Graph. */
  readonly metadata: boolean
  /** Web page: the typefaces inside the file. */
  readonly typefaces: boolean
  readonly frontMatter: MarkdownOptions['frontMatter']
}

/** Kept while the app runs: the next export most likely wants the same. */
export const exportChoices = createStore<ExportChoices>(() => ({
  format: 'html',
  metadata: true,
  typefaces: true,
  frontMatter: 'none',
}))
