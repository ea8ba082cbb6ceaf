import type { Hash } from '../../../core/canonical.ts'
import type { StandingApproval } from '../../../core/review/approvals.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { Dot, Pill } from '../../ui/pill.tsx'
import { fullTime, shortTime } from '../../ui/when.ts'
import styles from './approvals.module.css'

interface ApprovalListProps {
  readonly approvals: readonly StandingApproval[]
  readonly people: People
  readonly onCompare: (before: Hash) => void
}

const verdicts = { approved: 'Approved', 'changes-requested': 'Asks for changes' } as const

/** Each person's last word, and whether it still stands: it is bound to the version it was given for. */
export function ApprovalList({ approvals, people, onCompare }: ApprovalListProps) {
  const now = new Date()
  if (approvals.length === 0) {
    return (
      <p className={styles.hint}>
        Nobody has approved this briefing yet. An approval is for the text as it is: editing it afterwards
        makes it out of date, commenting does not.
      </p>
    )
  }
  return (
    <ul className={styles.list} aria-label="Approvals given">
      {approvals.map(({ id, author, time, verdict, note, state, head }) => {
        const person = personOf(people, author)
        return (
          <li key={id} className={styles.approval}>
            <Avatar person={person} />
            <div className={styles.about}>
              <p className={styles.line}>
                <span className={styles.name}>{person.name}</span>
                <time dateTime={time} title={fullTime(time, now)}>
                  {shortTime(time, now)}
                </time>
              </p>
              <p className={styles.line}>
                <Pill>
                  <Dot kind={state === 'stale' ? 'hint' : verdict === 'approved' ? 'ok' : 'warn'} />
                  {verdicts[verdict]}
                </Pill>
                {state === 'stale' ? (
                  <>
                    <span className={styles.stale}>Out of date</span>
                    <Button variant="quiet" className={styles.link} onClick={() => onCompare(head)}>
                      What changed
                    </Button>
                  </>
                ) : null}
              </p>
              {note === '' ? null : (
                <p className={styles.note} dir="auto">
                  {note}
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
