import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './text-area.module.css'

interface TextAreaProps
  extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'aria-label' | 'ref'> {
  /** Its name for screen readers; what is to be written is said by the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Several lines of text; it grows with what is written in it. */
export function TextArea({ label, value, onChange, className, ...props }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value has another height
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value])
  return (
    <textarea
      ref={area}
      rows={2}
      className={classNames(styles.area, className)}
      aria-label={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      {...props}
    />
  )
}
