import { FileStack, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { People, Person } from '../../ui/people.ts'
import { MergeItemRow } from './merge-item-row.tsx'
import type { Brought, MergeItem } from './merge-items.ts'
import styles from './merge-screen.module.css'
import { countWords } from './merge-words.ts'

interface MergeEntryProps {
  /** Whose it is; null for a copy of the briefing itself. */
  readonly person: Person | null
  readonly name: string
  readonly about: string
  readonly brought: Brought
  readonly items: readonly MergeItem[]
  readonly people: People
  /** Said where it brings nothing. */
  readonly nothing: string
  /** What has to be said plainly about it. */
  readonly notes: readonly string[]
  readonly children?: ReactNode
}

/** So many are shown at first, and so many more each time. */
const shownFirst = 12
const shownMore = 100

/** What one file brings: the counts in a line, then each thing with its words and the words around it. */
export function MergeEntry(props: MergeEntryProps) {
  const { person, name, about, brought, items, people, nothing, notes, children } = props
  const [most, setMost] = useState(shownFirst)
  const shown = items.length <= most + 2 ? items : items.slice(0, most)
  const rest = items.length - shown.length
  return (
    <section className={styles.entry} aria-label={name}>
      <header className={styles.who}>
        {person === null ? <Icon of={FileStack} /> : <Avatar person={person} />}
        <h3 className={styles.name} dir="auto">
          {name}
        </h3>
        <span className={styles.about} dir="auto">
          {about}
        </span>
      </header>
      <p className={styles.counts}>{countWords(brought) || nothing}</p>
      {notes.map(note => (
        <p key={note} className={styles.note}>
          <Icon of={TriangleAlert} />
          {note}
        </p>
      ))}
      {children}
      {items.length === 0 ? null : (
        <ul className={styles.items}>
          {shown.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what a report lists has no identity but its order
            <MergeItemRow key={index} item={item} people={people} />
          ))}
        </ul>
      )}
      {rest === 0 ? null : (
        <Button variant="quiet" className={styles.more} onClick={() => setMost(most + shownMore)}>
          {rest > shownMore
            ? `Show ${shownMore} more of ${rest.toLocaleString('en-GB')}`
            : `Show ${rest} more`}
        </Button>
      )}
    </section>
  )
}
