import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Status } from '../../../core/briefing/records.ts'
import { Icon } from '../../ui/icon.tsx'
import entry from '../../ui/nav-entry.module.css'
import { StatusDot } from '../../ui/status.tsx'
import styles from './library-nav.module.css'
import type { StatusCount } from './status-counts.ts'
import type { TagCount } from './tag-counts.ts'
import type { LibraryView } from './view.ts'

interface LibraryNavProps {
  place: LibraryView['place']
  tag: string | null
  status: Status | null
  /** Undefined until they are known. */
  all: number | undefined
  /** How many review copies there are. */
  copies: number
  binned: number | undefined
  statuses: readonly StatusCount[]
  tags: readonly TagCount[]
  deskFolder: ReactNode
  onChoose: (choice: Pick<LibraryView, 'place' | 'tag' | 'status'>) => void
}

/** The left side: which briefings the list shows, and the desk folder. */
export function LibraryNav(props: LibraryNavProps) {
  const { place, tag, status, all, copies, binned, statuses, tags, deskFolder, onChoose } = props
  return (
    <nav className={styles.nav} aria-label="Filters">
      <NavItem
        current={place === 'all' && tag === null && status === null}
        count={all}
        onChoose={() => onChoose({ place: 'all', tag: null, status: null })}
      >
        All briefings
      </NavItem>
      {copies === 0 && place !== 'copies' ? null : (
        <NavItem
          current={place === 'copies'}
          count={copies}
          onChoose={() => onChoose({ place: 'copies', tag: null, status: null })}
        >
          Review copies
        </NavItem>
      )}
      {statuses.length === 0 ? null : (
        <section className={styles.statuses} aria-labelledby="library-statuses">
          <h2 id="library-statuses" className={styles.heading}>
            Status
          </h2>
          {statuses.map(entry => (
            <NavItem
              key={entry.status}
              current={place === 'all' && status === entry.status}
              count={entry.count}
              icon={<StatusDot status={entry.status} />}
              onChoose={() => onChoose({ place: 'all', tag: null, status: entry.status })}
            >
              {entry.status}
            </NavItem>
          ))}
        </section>
      )}
      {tags.length === 0 ? null : (
        <section className={styles.tags} aria-labelledby="library-tags">
          <h2 id="library-tags" className={styles.heading}>
            Tags
          </h2>
          {tags.map(entry => (
            <NavItem
              key={entry.tag}
              current={place === 'all' && tag === entry.tag}
              count={entry.count}
              onChoose={() => onChoose({ place: 'all', tag: entry.tag, status: null })}
            >
              {entry.tag}
            </NavItem>
          ))}
        </section>
      )}
      <div className={styles.bin}>
        {deskFolder}
        <NavItem
          current={place === 'bin'}
          count={binned}
          icon={<Icon of={Trash2} />}
          onChoose={() => onChoose({ place: 'bin', tag: null, status: null })}
        >
          Bin
        </NavItem>
      </div>
    </nav>
  )
}

interface NavItemProps {
  current: boolean
  count: number | undefined
  icon?: ReactNode
  onChoose: () => void
  children: string
}

function NavItem({ current, count, icon, onChoose, children }: NavItemProps) {
  return (
    <button
      type="button"
      className={entry.entry}
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
      title={children}
    >
      {icon}
      <span className={entry.name}>{children}</span>
      <span className={styles.count}>{count === undefined ? '' : count.toLocaleString('en-GB')}</span>
    </button>
  )
}
