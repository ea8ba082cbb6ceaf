import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './text-field.module.css'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  /** What is wrong with the value, in words; shown and read out. */
  error?: string | undefined
}

/** One line of text with its label. */
export function TextField({
  label,
  labelHidden = false,
  value,
  onChange,
  hint,
  error,
  className,
  ...props
}: TextFieldProps) {
  const id = useId()
  const described = error ?? hint
  return (
    <div className={field.field}>
      {labelHidden ? null : (
        <label className={field.label} htmlFor={id}>
          {label}
        </label>
      )}
      <input
        id={id}
        type="text"
        className={classNames(styles.input, className)}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        aria-label={labelHidden ? label : undefined}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={described === undefined ? undefined : `${id}-about`}
        {...props}
      />
      {described === undefined ? null : (
        <p
          id={`${id}-about`}
          className={error === undefined ? field.hint : field.error}
          role={error === undefined ? undefined : 'alert'}
        >
          {described}
        </p>
      )}
    </div>
  )
}
