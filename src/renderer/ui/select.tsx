import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import popup from './popup.module.css'
import styles from './select.module.css'

export interface SelectOption<V extends string> {
  value: V
  label: string
}

interface SelectProps<V extends string> {
  label: string
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean
  value: V
  options: readonly SelectOption<V>[]
  onChange: (value: V) => void
  disabled?: boolean
}

/** One of a few choices. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, labelHidden = false, value, options, onChange, disabled = false } = props
  return (
    <div className={field.field}>
      <Base.Root
        items={options}
        value={value}
        onValueChange={next => {
          if (next !== null) onChange(next)
        }}
        disabled={disabled}
        modal={false}
      >
        {labelHidden ? null : <Base.Label className={field.label}>{label}</Base.Label>}
        <Base.Trigger className={styles.trigger} aria-label={labelHidden ? label : undefined}>
          <Base.Value className={styles.value} />
          <Base.Icon>
            <Icon of={ChevronDown} />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className={popup.positioner} alignItemWithTrigger={false} sideOffset={4}>
            <Base.Popup className={popup.popup}>
              <Base.List>
                {options.map(option => (
                  <Base.Item key={option.value} value={option.value} className={popup.item}>
                    <Base.ItemText className={popup.words}>{option.label}</Base.ItemText>
                    <span className={popup.tick}>
                      <Base.ItemIndicator>
                        <Icon of={Check} />
                      </Base.ItemIndicator>
                    </span>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  )
}
