import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import styles from './library-nav.module.css'
import type { TagCount } from './tag-counts.ts'
import type { LibraryView } from './view.ts'

interface LibraryNavProps {
  place: LibraryView['place']
  tag: string | null
  /** Undefined until they are known. */
  all: number | undefined
  binned: number | undefined
  tags: readonly TagCount[]
  onChoose: (choice: Pick<LibraryView, 'place' | 'tag'>) => void
}

/** The left side: which briefings the list shows. */
export function LibraryNav({ place, tag, all, binned, tags, onChoose }: LibraryNavProps) {
  return (
    <nav className={styles.nav} aria-label="Filters">
      <NavItem
        current={place === 'all' && tag === null}
        count={all}
        onChoose={() => onChoose({ place: 'all', tag: null })}
      >
        All briefings
      </NavItem>
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
              onChoose={() => onChoose({ place: 'all', tag: entry.tag })}
            >
              {entry.tag}
            </NavItem>
          ))}
        </section>
      )}
      <div className={styles.bin}>
        <NavItem
          current={place === 'bin'}
          count={binned}
          icon={<Icon of={Trash2} />}
          onChoose={() => onChoose({ place: 'bin', tag: null })}
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
      className={styles.item}
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
      title={children}
    >
      {icon}
      <span className={styles.name}>{children}</span>
      <span className={styles.count}>{count === undefined ? '' : count.toLocaleString('en-GB')}</span>
    </button>
  )
}
