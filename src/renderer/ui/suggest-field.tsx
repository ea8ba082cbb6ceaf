import { Autocomplete as Base } from '@base-ui/react/autocomplete'
import { type Ref, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import popup from './popup.module.css'
import styles from './suggest-field.module.css'
import input from './text-field.module.css'

interface SuggestFieldProps {
  /** Its name for screen readers; what is to be written is said by the placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What it offers; anything else can be written too. */
  readonly options: readonly string[]
  readonly placeholder?: string
  readonly maxLength?: number
  /** What is wrong with the value, in words; shown and read out. */
  readonly error?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One line of text that offers what is known, and takes anything. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, value, onChange, options, placeholder, maxLength, error, inputRef } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  const { contains } = Base.useFilter()
  // An empty list that is open would hide the rest of the window from screen readers.
  const hasSome = options.some(option => contains(option, value.trim()))
  return (
    <div className={field.field}>
      <Base.Root
        items={options}
        filter={contains}
        value={value}
        onValueChange={onChange}
        open={open && hasSome}
        onOpenChange={setOpen}
        openOnInputClick
        modal={false}
      >
        <Base.Input
          ref={inputRef}
          className={input.input}
          aria-label={label}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-about`}
          placeholder={placeholder}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
        />
        <Base.Portal>
          <Base.Positioner className={popup.positioner} sideOffset={4}>
            <Base.Popup className={classNames(popup.popup, styles.popup)}>
              <Base.List>
                {(option: string) => (
                  <Base.Item key={option} value={option} className={popup.item}>
                    <span className={popup.words}>{option}</span>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {error === undefined ? null : (
        <p id={`${id}-about`} className={field.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
