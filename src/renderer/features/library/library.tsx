import { ChevronDown, Import, Merge, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ChosenFile } from '../../../contract/channels.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Card } from '../../store/card.ts'
import { useCards } from '../../store/library.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoices } from '../../ui/menu.tsx'
import { PillButton } from '../../ui/pill.tsx'
import layout from '../../ui/screen.module.css'
import { Spoken } from '../../ui/spoken.tsx'
import { cardActions } from './card-actions.ts'
import { CardList, type CardListHandle } from './card-list.tsx'
import { DestroyDialog } from './destroy-dialog.tsx'
import { EmptyLibrary } from './empty-library.tsx'
import styles from './library.module.css'
import { LibraryNav } from './library-nav.tsx'
import { NoCards } from './no-cards.tsx'
import { SearchField } from './search-field.tsx'
import { startBriefing } from './start-briefing.ts'
import { statusCounts } from './status-counts.ts'
import { tagCounts } from './tag-counts.ts'
import { libraryView, sorts } from './view.ts'

interface LibraryProps {
  onOpen: (id: LogId) => void
  /** Imports a file; without one, asks which. */
  onImport: (file?: ChosenFile) => void
  /** Asks which returns to merge. */
  onMerge: () => void
  /** Asks which template a new briefing starts from. */
  onNew: () => void
  /** Keeps a briefing in the desk folder, or keeps it there no more. */
  onKeep: (card: Card) => void
  /** What is to be said above the list. */
  strip?: ReactNode
  /** The desk folder's place on the left side. */
  deskFolder?: ReactNode
}

/** The first screen: every briefing, found by typing. */
export function Library({ onOpen, onImport, onMerge, onNew, onKeep, strip, deskFolder }: LibraryProps) {
  const view = useStore(libraryView)
  const search = useDeferredValue(view.search)
  const everything = useCards({ search: '', place: 'all', sort: view.sort })
  const binned = useCards({ search: '', place: 'bin', sort: view.sort })
  const cards = useCards({
    search,
    place: view.place,
    sort: view.sort,
    ...(view.tag === null ? {} : { tag: view.tag }),
    ...(view.status === null ? {} : { status: view.status }),
  })
  const [toDestroy, setToDestroy] = useState<readonly Card[]>([])
  const list = useRef<CardListHandle>(null)
  const screen = useRef<HTMLElement>(null)
  const actions = useMemo(() => cardActions(onOpen), [onOpen])
  const statuses = useMemo(() => statusCounts(everything ?? []), [everything])
  const tags = useMemo(() => tagCounts(everything ?? []), [everything])

  const copies = useMemo(
    () => (everything ?? []).filter(({ isCopy }) => isCopy === true).length,
    [everything],
  )

  const active = cards?.find(card => card.id === view.activeId) ?? cards?.[0]
  const firstStart = view.place === 'all' && everything?.length === 0
  const placeName = placeNames[view.place]

  return (
    <main className={layout.screen} ref={screen}>
      <section className={layout.region} aria-label="Library">
        <header className={layout.bar}>
          <h1 className={styles.wordmark}>Galley</h1>
          <Button icon={Import} onClick={() => onImport()}>
            Import
          </Button>
          <Button icon={Merge} onClick={onMerge}>
            Merge returns
          </Button>
          <Button variant="primary" icon={Plus} onClick={onNew}>
            New briefing
          </Button>
        </header>
        {strip}
        <div className={styles.body}>
          <LibraryNav
            place={view.place}
            tag={view.tag}
            status={view.status}
            all={everything?.length}
            copies={copies}
            binned={binned?.length}
            statuses={statuses}
            tags={tags}
            deskFolder={deskFolder}
            onChoose={choice => libraryView.setState(choice)}
          />
          <div className={styles.content}>
            <div className={styles.tools}>
              <SearchField
                label={placeName}
                value={view.search}
                onChange={value => libraryView.setState({ search: value, activeId: null })}
                onDown={() => list.current?.focus()}
                onEnter={() => {
                  if (active !== undefined && active.binned === null) actions.open(active)
                }}
              />
              <div className={styles.right}>
                {view.place === 'bin' && (binned?.length ?? 0) > 0 ? (
                  <Button variant="danger" icon={Trash2} onClick={() => setToDestroy(binned ?? [])}>
                    Empty bin…
                  </Button>
                ) : null}
                <Menu
                  align="end"
                  trigger={
                    <PillButton trailing={ChevronDown} aria-label={`Sorted by ${sortLabel(view.sort)}`}>
                      {sortLabel(view.sort)}
                    </PillButton>
                  }
                >
                  <MenuChoices
                    label="Sort by"
                    value={view.sort}
                    options={sorts}
                    onChange={sort => libraryView.setState({ sort })}
                  />
                </Menu>
              </div>
            </div>
            {firstStart ? (
              <EmptyLibrary
                onImport={onImport}
                onChoose={async template => {
                  const id = await startBriefing(template)
                  if (id !== null) onOpen(id)
                }}
              />
            ) : null}
            {cards !== undefined && cards.length > 0 ? (
              <CardList
                ref={list}
                cards={cards}
                place={view.place}
                sort={view.sort}
                activeId={view.activeId}
                actions={actions}
                onActive={id => libraryView.setState({ activeId: id })}
                onLeave={() => screen.current?.querySelector('input')?.focus()}
                onKeep={onKeep}
                onDestroy={card => setToDestroy([card])}
              />
            ) : null}
            {cards?.length === 0 && !firstStart ? (
              <div className={styles.late}>
                <NoCards
                  search={view.search}
                  place={view.place}
                  tag={view.tag}
                  status={view.status}
                  onReset={() =>
                    libraryView.setState({
                      search: '',
                      place: view.place === 'bin' ? 'bin' : 'all',
                      tag: null,
                      status: null,
                    })
                  }
                />
              </div>
            ) : null}
            <Spoken words={view.search === '' || cards === undefined ? '' : foundWords(cards.length)} />
          </div>
        </div>
      </section>
      <DestroyDialog cards={toDestroy} onClose={() => setToDestroy([])} onDestroy={actions.destroy} />
    </main>
  )
}

const placeNames = {
  all: 'Search titles and text',
  copies: 'Search the review copies',
  bin: 'Search the bin',
} as const

function sortLabel(sort: (typeof sorts)[number]['value']): string {
  return sorts.find(entry => entry.value === sort)?.label ?? sort
}

function foundWords(count: number): string {
  return count === 1 ? '1 briefing found' : `${count.toLocaleString('en-GB')} briefings found`
}
