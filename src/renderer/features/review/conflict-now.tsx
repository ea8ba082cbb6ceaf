import type { Briefing } from '../../../core/briefing/briefing.ts'
import type { HeldConflict } from '../../../core/briefing/handoff.ts'
import type { ConflictPlace } from '../../../core/review/conflict-place.ts'
import { authorStyle } from '../../ui/avatar.tsx'
import { cutAfter, cutBefore } from '../../ui/cut-words.ts'
import type { Person } from '../../ui/people.ts'
import styles from './review-card.module.css'

interface ConflictNowProps {
  readonly conflict: HeldConflict
  readonly place: ConflictPlace | null
  readonly person: Person
  readonly briefing: Briefing
}

/** A place comes with 60 characters on either side at most, without the spaces at their ends. */
const longest = 58

/** What is there now, with the place marked: the words around it, or the value that a proposal would change. */
export function ConflictNow({ conflict, place, person, briefing }: ConflictNowProps) {
  const { proposal, where } = conflict
  if (proposal !== null) {
    const value = proposal.of === 'status' ? briefing.records.status : briefing.details[proposal.name]
    const words = typeof value === 'string' ? value : value.join(', ')
    return (
      <p className={styles.about}>
        Now: <span dir="auto">{words === '' ? 'nothing' : words}</span>
      </p>
    )
  }
  if (place === null) {
    return where === null ? null : <p className={styles.about}>Its place in the text is gone.</p>
  }
  const { before, after, from, to, between } = place
  return (
    <p className={styles.now} style={authorStyle(person)}>
      <span className={styles.nowLabel}>Now: </span>
      <span dir="auto">
        {before === '' ? '' : `${cutBefore(before, longest)} `}
        {from < to ? (
          <mark>{conflict.content.trim()}</mark>
        ) : (
          <span className={styles.here} role="img" aria-label={between ? 'a block of its own here' : 'here'}>
            {between ? '¶' : ''}
          </span>
        )}
        {after === '' ? '' : ` ${cutAfter(after, longest)}`}
      </span>
    </p>
  )
}
