import type { CSSProperties } from 'react'
import styles from './avatar.module.css'
import type { Person } from './people.ts'

interface AvatarProps {
  readonly person: Person
  /** Where the name does not stand beside it: it is read out and shown as a title. */
  readonly alone?: boolean
}

/** Somebody's initials on their colour. */
export function Avatar({ person, alone = false }: AvatarProps) {
  const spoken = alone
    ? ({ role: 'img', 'aria-label': person.name, title: person.name } as const)
    : ({ 'aria-hidden': true } as const)
  return (
    <span className={styles.avatar} style={authorStyle(person)} {...spoken}>
      {person.initials}
    </span>
  )
}

/** Sets `--author` to somebody's colour, for an element and what is in it. */
export function authorStyle({ colour }: Person): CSSProperties {
  return { '--author': colour === null ? 'var(--ink-3)' : `var(--author-${colour})` } as CSSProperties
}
