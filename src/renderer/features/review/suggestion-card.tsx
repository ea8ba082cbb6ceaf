import { Check, Undo2, X } from 'lucide-react'
import { describeSuggestion } from '../../../core/review/describe.ts'
import type { Decision } from '../../../core/review/resolve.ts'
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
  /** What may be done about it in this briefing: a copy may leave its author no more than to take it back (H2). */
  readonly may: 'decide' | 'withdraw' | 'nothing'
  /** Decides it; null while the text is only viewed. */
  readonly onDecide: ((decision: Decision) => void) | null
}

/** A suggestion in words, to accept or to reject (R2). */
export function SuggestionCard({ suggestion, people, reachable, may, onDecide }: SuggestionCardProps) {
  const person = personOf(people, suggestion.author)
  const tabIndex = reachable ? 0 : -1
  const disabled = onDecide === null
  const title = disabled ? 'In Viewing the text stays as it is' : undefined
  const common = { tabIndex, disabled, title }
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
      {may === 'nothing' ? null : (
        <div className={styles.buttons}>
          {may === 'withdraw' ? (
            <Button icon={Undo2} {...common} onClick={() => onDecide?.('reject')}>
              Withdraw
            </Button>
          ) : (
            <>
              <Button icon={Check} {...common} onClick={() => onDecide?.('accept')}>
                Accept
              </Button>
              <Button icon={X} {...common} onClick={() => onDecide?.('reject')}>
                Reject
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}
