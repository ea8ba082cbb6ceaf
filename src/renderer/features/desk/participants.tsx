import { Avatar } from '../../ui/avatar.tsx'
import type { Person } from '../../ui/people.ts'
import styles from './participants.module.css'

/** At most so many are drawn. */
const most = 4

/** Everyone who wrote in the briefing. */
export function Participants({ people }: { readonly people: readonly Person[] }) {
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const others = people.slice(shown.length)
  return (
    <ul className={styles.people} aria-label="People in this briefing">
      {shown.map(person => (
        <li key={person.id}>
          <Avatar person={person} alone />
        </li>
      ))}
      {others.length === 0 ? null : (
        <li className={styles.others} title={others.map(({ name }) => name).join(', ')}>
          +{others.length}
        </li>
      )}
    </ul>
  )
}
