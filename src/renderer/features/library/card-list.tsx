import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { Card } from '../../store/card.ts'
import { classNames } from '../../ui/class-names.ts'
import list from '../../ui/grid.module.css'
import { ContextMenu } from '../../ui/menu.tsx'
import { step } from '../../ui/step.ts'
import type { CardActions } from './card-actions.ts'
import styles from './card-list.module.css'
import { CardMenu } from './card-menu.tsx'
import { CardRow } from './card-row.tsx'
import type { LibraryView } from './view.ts'

export interface CardListHandle {
  /** Puts the keyboard on the active row. */
  focus: () => void
}

interface CardListProps {
  cards: readonly Card[]
  place: LibraryView['place']
  sort: LibraryView['sort']
  activeId: string | null
  actions: CardActions
  onActive: (id: string) => void
  /** Up from the first row. */
  onLeave: () => void
  onKeep: (card: Card) => void
  onDestroy: (card: Card) => void
  ref: Ref<CardListHandle>
}

/** A row's height in pixels, as card-list.module.css sets it. */
const rowHeight = 65
/** The same for the heading row. */
const headHeight = 36

/** The briefings as a grid of which only the rows in sight exist (ten thousand stay fast). */
export function CardList(props: CardListProps) {
  const { cards, place, sort, activeId, actions, onActive, onLeave, onKeep, onDestroy, ref } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const [menuOn, setMenuOn] = useState<Card | null>(null)
  const found = cards.findIndex(card => card.id === activeId)
  const active = found === -1 ? 0 : found

  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // The heading row stands above the others and stays there while they scroll.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    getItemKey: index => cards[index]?.id ?? index,
    overscan: 8,
    // The active row always exists, because the keyboard may be on it.
    rangeExtractor: range => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  })

  const focusRow = (index: number) => {
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })
  }
  useImperativeHandle(ref, () => ({ focus: () => focusRow(active) }))

  // After the row was drawn. A row that goes (to the bin) hands the keyboard to the one in its place.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    focusRow(active)
  })

  const moveTo = (index: number) => {
    const card = cards[index]
    if (card === undefined) return
    wantsFocus.current = true
    onActive(card.id)
    rows.scrollToIndex(index)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const card = cards[active]
    const onRow = event.target instanceof HTMLElement && event.target.dataset.index !== undefined
    if (card === undefined || !onRow) return
    const next = step(event.key, active, cards.length, pageOf(scroller.current))
    if (event.key === 'Enter' && place !== 'bin') actions.open(card)
    else if (event.key === 'Enter') actions.restore(card)
    else if (event.key === 'Delete') remove(card)
    else if (event.key === 'ArrowUp' && active === 0) onLeave()
    else if (next !== null) moveTo(next)
    else return
    event.preventDefault()
  }

  const remove = (card: Card) => {
    if (place === 'bin') {
      onDestroy(card)
      return
    }
    const neighbour = cards[active + 1] ?? cards[active - 1]
    if (neighbour !== undefined) moveTo(cards.indexOf(neighbour))
    else onLeave()
    actions.bin(card)
  }

  const sorted = (column: LibraryView['sort']) => {
    if (column !== sort) return undefined
    return column === 'title' ? 'ascending' : 'descending'
  }
  const grid = (
    <div ref={scroller} className={list.scroller} tabIndex={-1}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one row at a time has the keyboard (ARIA Authoring Practices, "Grid")
        role="grid"
        className={classNames(list.grid, styles.grid)}
        data-place={place}
        aria-label="Briefings"
        aria-rowcount={cards.length + 1}
        onKeyDown={onKeyDown}
        onContextMenuCapture={event => {
          const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
          const card = row === null ? undefined : cards[Number(row.getAttribute('data-index'))]
          setMenuOn(card ?? null)
          if (card !== undefined) onActive(card.id)
        }}
      >
        <thead>
          <tr className={classNames(list.head, styles.head)} aria-rowindex={1}>
            <th scope="col" aria-sort={sorted('title')}>
              Title
            </th>
            <th scope="col">Status</th>
            <th scope="col" className={styles.number} aria-sort={sorted('words')}>
              Words
            </th>
            {place !== 'bin' ? (
              <>
                <th scope="col" className={styles.number}>
                  Threads
                </th>
                <th scope="col" className={styles.number}>
                  Suggestions
                </th>
              </>
            ) : null}
            <th scope="col">{place !== 'bin' ? 'Tags' : 'Actions'}</th>
            <th
              scope="col"
              className={styles.time}
              aria-sort={place !== 'bin' ? sorted('updated') : undefined}
            >
              {place !== 'bin' ? 'Updated' : 'Binned'}
            </th>
          </tr>
        </thead>
        <tbody className={list.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(item => {
            const card = cards[item.index]
            if (card === undefined) return null
            return (
              <CardRow
                key={item.key}
                card={card}
                index={item.index}
                active={item.index === active}
                top={item.start - headHeight}
                now={new Date()}
                actions={actions}
                onFocus={() => onActive(card.id)}
                onDestroy={() => onDestroy(card)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
  return (
    <ContextMenu trigger={grid}>
      {menuOn === null ? null : (
        <CardMenu
          card={menuOn}
          actions={actions}
          onBin={() => remove(menuOn)}
          onKeep={() => onKeep(menuOn)}
          onDestroy={() => onDestroy(menuOn)}
        />
      )}
    </ContextMenu>
  )
}

/** How many rows a page moves. */
function pageOf(scroller: HTMLElement | null): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 1)
}
