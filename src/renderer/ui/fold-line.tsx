import { ChevronDown, ChevronUp, type LucideIcon } from 'lucide-react'
import styles from './fold-line.module.css'
import { Icon } from './icon.tsx'

interface FoldLineProps {
  readonly icon: LucideIcon
  readonly heading: string
  /** What the part comes to, in a few words. */
  readonly state: string
  readonly open: boolean
  readonly onToggle: () => void
}

/** The line that a part at a panel's foot is folded to, and opened by: its content comes up above the next one. */
export function FoldLine({ icon, heading, state, open, onToggle }: FoldLineProps) {
  return (
    <button type="button" className={styles.line} aria-expanded={open} onClick={onToggle}>
      <Icon of={icon} />
      <span className={styles.heading}>{heading}</span>
      <span className={styles.state}>{state}</span>
      <Icon of={open ? ChevronDown : ChevronUp} />
    </button>
  )
}
