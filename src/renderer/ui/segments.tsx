import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Icon } from './icon.tsx'
import styles from './segments.module.css'

interface SegmentsProps<V extends string> {
  /** The name of the group. */
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly icon?: LucideIcon }[]
  readonly onChange: (value: V) => void
  /** Leaves only the icons where the window is small. */
  readonly shrinks?: boolean
}

/** A radio group whose choices stand side by side. One tab stop; the arrow keys choose. */
export function Segments<V extends string>(props: SegmentsProps<V>) {
  const { label, value, options, onChange, shrinks = false } = props
  const name = useId()
  return (
    <div className={styles.segments} role="radiogroup" aria-label={label} data-shrinks={shrinks || undefined}>
      {options.map(option => (
        <label key={option.value} className={styles.segment} title={shrinks ? option.label : undefined}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon === undefined ? null : <Icon of={option.icon} />}
          <span className={styles.words}>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
