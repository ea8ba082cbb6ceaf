import { Check, X } from 'lucide-react'
import { describeSuggestion } from '../../../core/review/describe.ts'
import type { Suggestion } from '../../../core/review/suggestions.ts'
import { authorStyle } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { CardHead } from './comment-item.tsx'
import styles from './review-card.module.css'
import { summaryParts } from './summary-parts.ts'

interface SuggestionCardProps {
  readonly suggestion: Suggestion
  readonly people: People
  readonly reachable: boolean
  /** Decides it; null while the text is only viewed. */
  readonly onDecide: ((decision: 'accept' | 'reject') => void) | null
}

/** A suggestion in words, to accept or to reject (R2). */
export function SuggestionCard({ suggestion, people, reachable, onDecide }: SuggestionCardProps) {
  const person = personOf(people, suggestion.author)
  const tabIndex = reachable ? 0 : -1
  const disabled = onDecide === null
  const title = disabled ? 'In Viewing the text stays as it is' : undefined
  return (
    <>
      <CardHead person={person} time={suggestion.time} />
      <p className={styles.summary} style={authorStyle(person)} dir="auto">
        {summaryParts(describeSuggestion(suggestion)).map(({ kind, text }, index) => {
          const Part = kind
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no identity but their order
          return <Part key={index}>{text}</Part>
        })}
      </p>
      <div className={styles.buttons}>
        <Button
          icon={Check}
          tabIndex={tabIndex}
          disabled={disabled}
          title={title}
          onClick={() => onDecide?.('accept')}
        >
          Accept
        </Button>
        <Button
          icon={X}
          tabIndex={tabIndex}
          disabled={disabled}
          title={title}
          onClick={() => onDecide?.('reject')}
        >
          Reject
        </Button>
      </div>
    </>
  )
}
