import { ArrowDown, ArrowUp, ChevronDown, Ellipsis } from 'lucide-react'
import { runCommand } from '../../ui/commands.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import type { Person } from '../../ui/people.ts'
import { PillButton } from '../../ui/pill.tsx'
import { type countKinds, filterWords, type ReviewFilter } from './filter.ts'
import styles from './filter-bar.module.css'

interface FilterBarProps {
  readonly filter: ReviewFilter
  /** How many cards there are of each kind, as the filter is else. */
  readonly counts: ReturnType<typeof countKinds>
  /** Everyone who commented or suggested here. */
  readonly reviewers: readonly Person[]
  /** The id of who sits here. */
  readonly me: string
  /** Suggestions that the filter lets through; deciding all is about them. */
  readonly suggestions: number
  readonly onFilter: (filter: ReviewFilter) => void
  readonly onComment: () => void
  /** Decides all of them; null while the text is only viewed. */
  readonly onDecideAll: ((decision: 'accept' | 'reject') => void) | null
}

const everyone = 'everyone'

/** What stands over the cards: which are shown, the way through them, and what can be done with all. */
export function FilterBar(props: FilterBarProps) {
  const { filter, counts, reviewers, me, suggestions, onFilter, onComment, onDecideAll } = props
  const author = reviewers.find(({ id }) => id === filter.author)
  const who = filter.author === null ? 'Everyone' : filter.author === me ? 'Mine' : (author?.name ?? 'Nobody')
  const whose = author === undefined ? '' : filter.author === me ? ' of mine' : ` of ${author.name}`
  const counted = (kind: ReviewFilter['kind']) => ({ count: counts[kind] })
  const cannot = suggestions === 0 || onDecideAll === null
  return (
    <div className={styles.bar}>
      <Menu
        trigger={
          <PillButton trailing={ChevronDown} aria-label={`Show: ${filterWords(filter)}`}>
            <span className={styles.words}>{filterWords(filter)}</span>
          </PillButton>
        }
      >
        <MenuChoices
          label="State"
          value={filter.state}
          options={[
            { value: 'open', label: 'Open' },
            { value: 'resolved', label: 'Resolved' },
            { value: 'all', label: 'Open and resolved' },
          ]}
          onChange={state => onFilter({ ...filter, state })}
        />
        <MenuSeparator />
        <MenuChoices
          label="Kind"
          value={filter.kind}
          options={[
            { value: 'everything', label: 'Everything', ...counted('everything') },
            { value: 'conflicts', label: 'Conflicts', ...counted('conflicts') },
            { value: 'comments', label: 'Comments', ...counted('comments') },
            { value: 'suggestions', label: 'Suggestions', ...counted('suggestions') },
          ]}
          onChange={kind => onFilter({ ...filter, kind })}
        />
      </Menu>
      <Menu
        trigger={
          <PillButton trailing={ChevronDown} aria-label={`From: ${who}`}>
            <span className={styles.words}>{who}</span>
          </PillButton>
        }
      >
        <MenuChoices
          label="From"
          value={filter.author ?? everyone}
          options={[
            { value: everyone, label: 'Everyone' },
            { value: me, label: 'Mine' },
            ...reviewers.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={value => onFilter({ ...filter, author: value === everyone ? null : value })}
        />
      </Menu>
      <span className={styles.tools}>
        <IconButton
          label="Previous"
          icon={ArrowUp}
          command="review.previous"
          onClick={() => runCommand('review.previous')}
        />
        <IconButton
          label="Next"
          icon={ArrowDown}
          command="review.next"
          onClick={() => runCommand('review.next')}
        />
        <Menu align="end" trigger={<IconButton label="More review actions" icon={Ellipsis} />}>
          <MenuItem onSelect={onComment}>Comment on the briefing</MenuItem>
          <MenuSeparator />
          <MenuItem disabled={cannot} onSelect={() => onDecideAll?.('accept')}>
            Accept all suggestions{whose}
          </MenuItem>
          <MenuItem disabled={cannot} onSelect={() => onDecideAll?.('reject')}>
            Reject all suggestions{whose}
          </MenuItem>
        </Menu>
      </span>
    </div>
  )
}
