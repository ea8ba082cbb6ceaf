import { type CSSProperties, useId } from 'react'
import { type AuthorColour, authorColours } from '../../../core/briefing/author.ts'
import styles from './colour-field.module.css'

interface ColourFieldProps {
  readonly value: AuthorColour
  readonly onChange: (colour: AuthorColour) => void
}

const names: Readonly<Record<AuthorColour, string>> = {
  blue: 'Blue',
  vermilion: 'Vermilion',
  green: 'Green',
  purple: 'Purple',
  ochre: 'Ochre',
  sky: 'Sky',
}

/** The colour of one's comments and suggestions. */
export function ColourField({ value, onChange }: ColourFieldProps) {
  const name = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>Colour</legend>
      <div className={styles.colours}>
        {authorColours.map(colour => (
          <input
            key={colour}
            type="radio"
            className={styles.colour}
            style={{ '--author': `var(--author-${colour})` } as CSSProperties}
            name={name}
            aria-label={names[colour]}
            title={names[colour]}
            checked={colour === value}
            onChange={() => onChange(colour)}
          />
        ))}
      </div>
      <p className={styles.hint}>
        Marks your comments and suggestions. Where two people chose the same, the one who came later is shown
        in another.
      </p>
    </fieldset>
  )
}
