import type { ReviewChoices } from '../../../core/export/publication.ts'
import { Select, type SelectOption } from '../../ui/select.tsx'
import type { Unfinished } from './readiness.ts'

const suggestions: readonly SelectOption<ReviewChoices['suggestions']>[] = [
  { value: 'reject', label: 'Leave out' },
  { value: 'accept', label: 'As accepted' },
  { value: 'show', label: 'Show' },
]

const comments: readonly SelectOption<ReviewChoices['comments']>[] = [
  { value: 'none', label: 'Leave out' },
  { value: 'footnotes', label: 'As footnotes' },
  { value: 'appendix', label: 'In an appendix' },
]

interface ReviewOptionsProps {
  unfinished: Unfinished
  choices: ReviewChoices
  onChange: (choices: ReviewChoices) => void
}

/** P3: what becomes of suggestions and comments, where there are any. */
export function ReviewOptions({ unfinished, choices, onChange }: ReviewOptionsProps) {
  return (
    <>
      {unfinished.suggestions > 0 ? (
        <Select
          label="Undecided suggestions"
          value={choices.suggestions}
          options={suggestions}
          onChange={value => onChange({ ...choices, suggestions: value })}
        />
      ) : null}
      {unfinished.threads > 0 ? (
        <Select
          label="Comments"
          value={choices.comments}
          options={comments}
          onChange={value => onChange({ ...choices, comments: value })}
        />
      ) : null}
    </>
  )
}
