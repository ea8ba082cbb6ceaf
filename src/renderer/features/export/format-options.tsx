import type { ReactNode } from 'react'
import type { MarkdownOptions } from '../../../core/export/markdown.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select, type SelectOption } from '../../ui/select.tsx'
import type { ExportChoices } from './choices.ts'
import styles from './format-options.module.css'
import { formatOf } from './formats.ts'

const frontMatters: readonly SelectOption<MarkdownOptions['frontMatter']>[] = [
  { value: 'none', label: 'None' },
  { value: 'hugo', label: 'Hugo' },
  { value: 'jekyll', label: 'Jekyll' },
  { value: 'astro', label: 'Astro' },
  { value: 'eleventy', label: 'Eleventy' },
]

interface FormatOptionsProps {
  choices: ExportChoices
  onChange: (choices: Partial<ExportChoices>) => void
  /** What can be chosen for every format. */
  children?: ReactNode
}

/** The middle: what can be chosen for this format. */
export function FormatOptions({ choices, onChange, children }: FormatOptionsProps) {
  return (
    <div className={styles.options}>
      <p className={styles.about}>{formatOf(choices.format).about}</p>
      {choices.format === 'html' ? (
        <>
          <Checkbox
            checked={choices.metadata}
            onChange={metadata => onChange({ metadata })}
            hint="Headline, byline and date as Open Graph and JSON-LD"
          >
            Metadata for search engines
          </Checkbox>
          <Checkbox
            checked={choices.typefaces}
            onChange={typefaces => onChange({ typefaces })}
            hint="Looks the same everywhere; a larger file"
          >
            Embed typefaces
          </Checkbox>
        </>
      ) : null}
      {choices.format === 'markdown' ? (
        <Select
          label="Front matter"
          value={choices.frontMatter}
          options={frontMatters}
          onChange={frontMatter => onChange({ frontMatter })}
        />
      ) : null}
      {children}
    </div>
  )
}
