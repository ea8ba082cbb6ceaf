import { ChevronDown } from 'lucide-react'
import type { MouseEvent } from 'react'
import { type ImportLine, type ImportRole, importRoles } from '../../../core/import/roles.ts'
import { classNames } from '../../ui/class-names.ts'
import grid from '../../ui/grid.module.css'
import { Icon } from '../../ui/icon.tsx'
import styles from './line-list.module.css'
import { roleNames } from './role-names.ts'

/** Three lines hold fewer; a file can be one line of megabytes. */
const shownLetters = 800

interface LineRowProps {
  line: ImportLine
  /** Counted from 0. */
  index: number
  selected: boolean
  /** The keyboard is on it, or would be. */
  active: boolean
  top: number
  measure: (row: HTMLElement | null) => void
  onPress: (event: MouseEvent) => void
  onFocus: () => void
  onRole: (role: ImportRole) => void
}

/** One line of the imported text: its role, which can be changed, its words, and why it has the role. */
export function LineRow(props: LineRowProps) {
  const { line, index, selected, active, top, measure, onPress, onFocus, onRole } = props
  return (
    <tr
      ref={measure}
      className={classNames(grid.row, styles.row)}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={active ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-role={line.role}
      onMouseDown={onPress}
      onFocus={onFocus}
    >
      <td className={styles.role}>
        <select
          className={styles.select}
          aria-label={`Role of line ${index + 1}`}
          tabIndex={active ? 0 : -1}
          value={line.role}
          onChange={event => onRole(event.currentTarget.value as ImportRole)}
        >
          {importRoles.map(role => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} />
      </td>
      <td className={styles.words}>
        <span className={styles.text} dir="auto">
          {line.marker === '' ? null : <span className={styles.marker}>{line.marker} </span>}
          {line.text.slice(0, shownLetters)}
        </span>
        <span className={styles.reason}>{line.reason}</span>
      </td>
    </tr>
  )
}
