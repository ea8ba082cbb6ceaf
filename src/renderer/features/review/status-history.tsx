import type { Records } from '../../../core/briefing/records.ts'
import type { Hash } from '../../../core/canonical.ts'
import { type People, personOf } from '../../ui/people.ts'
import { StatusDot } from '../../ui/status.tsx'
import { fullTime, shortTime } from '../../ui/when.ts'
import styles from './approvals.module.css'

interface StatusHistoryProps {
  readonly records: Records
  readonly people: People
  /** The content as it is now; null while it is not known. */
  readonly content: Hash | null
}

/** Every status that was set, the last first; for a publication whether it is what the text still says. */
export function StatusHistory({ records, people, content }: StatusHistoryProps) {
  const now = new Date()
  if (records.statusHistory.length === 0) return null
  return (
    <>
      <h3 className={styles.subheading}>Status</h3>
      <ol className={styles.list} reversed>
        {[...records.statusHistory].reverse().map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries are only ever added to, at the other end
          <li key={records.statusHistory.length - index} className={styles.status}>
            <StatusDot status={entry.status} />
            <span className={styles.about}>
              {entry.status} by {personOf(people, entry.author).name}
              {entry.status === 'Published' && content !== null && entry.content !== content ? (
                <span className={styles.stale}>, changed since</span>
              ) : null}
            </span>
            <time dateTime={entry.time} title={fullTime(entry.time, now)}>
              {shortTime(entry.time, now)}
            </time>
          </li>
        ))}
      </ol>
    </>
  )
}
