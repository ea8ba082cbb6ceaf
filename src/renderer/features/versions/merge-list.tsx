import { Merge as MergeIcon } from 'lucide-react'
import { useState } from 'react'
import type { Merge } from '../../../core/briefing/handoff.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type People, personOf } from '../../ui/people.ts'
import { fullTime, shortTime } from '../../ui/when.ts'
import styles from './versions-panel.module.css'

interface MergeListProps {
  readonly merges: readonly Merge[]
  readonly people: People
  readonly onUndo: (merge: string) => Promise<void>
}

const shownFirst = 3

/** The merges of a briefing, the latest first: whose returns, by whom and when; each can be undone (H4). */
export function MergeList({ merges, people, onUndo }: MergeListProps) {
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  if (merges.length === 0) return null
  const latest = [...merges].reverse()
  const shown = all ? latest : latest.slice(0, shownFirst)
  const undo = async (id: string) => {
    setBusy(true)
    await onUndo(id)
    setBusy(false)
  }
  return (
    <section aria-labelledby="merges">
      <h3 id="merges" className={styles.day}>
        Merges
      </h3>
      <ul>
        {shown.map(({ id, author, time, reviewers, undone }) => {
          const name = mergeName(reviewers.map(reviewer => personOf(people, reviewer).name))
          return (
            <li key={id} className={styles.merge}>
              <Icon of={MergeIcon} />
              <span className={styles.about}>
                <span className={styles.name} dir="auto">
                  {name}
                </span>
                <span className={styles.who}>
                  {personOf(people, author).name},{' '}
                  <time dateTime={time} title={fullTime(time)}>
                    {shortTime(time, new Date())}
                  </time>
                </span>
              </span>
              {undone ? (
                <span className={styles.who}>Undone</span>
              ) : (
                <Button disabled={busy} aria-label={`Undo merge: ${name}`} onClick={() => void undo(id)}>
                  Undo merge
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {all || latest.length <= shownFirst ? null : (
        <Button variant="quiet" onClick={() => setAll(true)}>
          Show all {latest.length} merges
        </Button>
      )}
    </section>
  )
}

/** "Returns of Tom Brandt and Eve Holt". */
function mergeName(names: readonly string[]): string {
  if (names.length === 0) return 'A merge'
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${names.length === 1 ? 'Return' : 'Returns'} of ${list}`
}
