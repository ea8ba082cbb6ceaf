import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './checkbox.module.css'

interface CheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  /** A second, smaller line. */
  hint?: string
  children: ReactNode
}

export function Checkbox({ checked, onChange, disabled = false, hint, children }: CheckboxProps) {
  const id = useId()
  return (
    <div className={styles.row}>
      <Base.Root
        id={id}
        className={styles.box}
        checked={checked}
        onCheckedChange={next => onChange(next)}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        <Base.Indicator className={styles.tick}>
          <Check size={12} strokeWidth={2.5} aria-hidden />
        </Base.Indicator>
      </Base.Root>
      <div>
        <label htmlFor={id}>{children}</label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
