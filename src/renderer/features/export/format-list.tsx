import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Icon } from '../../ui/icon.tsx'
import styles from './format-list.module.css'
import { type FormatId, formats } from './formats.ts'

interface FormatListProps {
  value: FormatId
  onChange: (format: FormatId) => void
}

/** The left side: which format is written. Arrow keys go through them. */
export function FormatList({ value, onChange }: FormatListProps) {
  return (
    <RadioGroup
      className={styles.list}
      aria-label="Format"
      value={value}
      onValueChange={(next: FormatId) => onChange(next)}
    >
      {formats.map(format => (
        <Radio.Root key={format.id} value={format.id} className={styles.format} aria-label={format.label}>
          <Icon of={format.icon} />
          {format.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
