import { Bookmark, Ellipsis, GitCompareArrows, RotateCcw } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Version } from '../../../core/briefing/records.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { Person } from '../../ui/people.ts'
import { fullTime, timeOfDay } from '../../ui/when.ts'
import styles from './versions-panel.module.css'

interface VersionRowProps {
  readonly version: Version
  /** What it is called. */
  readonly name: string
  readonly person: Person
  /** Its place in the list, from 0. */
  readonly place: number
  /** Whether the keyboard comes here when it comes into the list. */
  readonly reachable: boolean
  readonly onFocus: () => void
  /** The keyboard goes on by so many rows, or to an end. */
  readonly onStep: (by: 1 | -1 | 'first' | 'last', from: number) => void
  /** Compares it with the text as it is now. */
  readonly onCompare: () => void
  /** Compares it with the version before it; null where it is the first. */
  readonly onCompareBefore: (() => void) | null
  /** Null where the text is not for whoever sits here to change. */
  readonly onRestore: (() => void) | null
}

const steps = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const

/** One version in the timeline; choosing it compares it with the text as it is now. */
export function VersionRow(props: VersionRowProps) {
  const { version, name, person, place, reachable, onFocus, onStep, onCompare, onCompareBefore, onRestore } =
    props
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key as keyof typeof steps]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onStep(step, place)
  }
  return (
    <li className={styles.row} data-named={version.name === null ? undefined : ''}>
      <button
        type="button"
        className={styles.version}
        data-version={version.id}
        tabIndex={reachable ? 0 : -1}
        title="Compare with the text as it is now"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onCompare}
      >
        <Avatar person={person} />
        <span className={styles.about}>
          <span className={styles.name} dir="auto">
            {version.name === null ? null : <Icon of={Bookmark} />}
            {name}
          </span>
          <span className={styles.who}>
            {person.name},{' '}
            <time dateTime={version.time} title={fullTime(version.time)}>
              {timeOfDay(version.time)}
            </time>
          </span>
        </span>
      </button>
      <Menu
        align="end"
        trigger={<IconButton label={`Actions for ${name}`} icon={Ellipsis} tabIndex={reachable ? 0 : -1} />}
      >
        <MenuItem icon={GitCompareArrows} onSelect={onCompare}>
          Compare with now
        </MenuItem>
        <MenuItem
          icon={GitCompareArrows}
          disabled={onCompareBefore === null}
          onSelect={() => onCompareBefore?.()}
        >
          Compare with the version before
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={RotateCcw} disabled={onRestore === null} onSelect={() => onRestore?.()}>
          Restore this version
        </MenuItem>
      </Menu>
    </li>
  )
}
