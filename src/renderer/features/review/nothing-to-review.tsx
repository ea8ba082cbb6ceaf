import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'

interface NothingToReviewProps {
  /** Whether there is something that the filter hides. */
  readonly filtered: boolean
  /** Whether changes can be suggested here. */
  readonly suggesting: boolean
  readonly onReset: () => void
}

/** Why there is no card, and how there comes to be one. */
export function NothingToReview({ filtered, suggesting, onReset }: NothingToReviewProps) {
  if (filtered) {
    return (
      <EmptyState title="Nothing matches" actions={<Button onClick={onReset}>Show all that is open</Button>}>
        <p>Other cards are here; the choice above leaves them out.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing to review">
      <p>
        Select words in the text and press <Kbd command="review.comment" /> to comment on them.{' '}
        {suggesting ? (
          <>
            In Suggesting, <Kbd command="review.suggesting" />, what you write waits here to be accepted.
          </>
        ) : null}
      </p>
    </EmptyState>
  )
}
