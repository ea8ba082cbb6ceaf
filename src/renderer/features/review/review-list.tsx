import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { authorStyle } from '../../ui/avatar.tsx'
import type { Person } from '../../ui/people.ts'
import { step } from '../../ui/step.ts'
import type { ReviewEntry } from './entries.ts'
import card from './review-card.module.css'
import styles from './review-list.module.css'

interface ReviewListProps {
  readonly entries: readonly ReviewEntry[]
  /** The card for what the cursor is in; null where it is in nothing of this list. */
  readonly activeKey: string | null
  /** Cards in which something is being written: they stay although they are out of sight. */
  readonly busy: ReadonlySet<string>
  readonly labelOf: (entry: ReviewEntry) => string
  /** Whose card it is: it has their colour. */
  readonly personOf: (entry: ReviewEntry) => Person
  /** Shows its place in the text. */
  readonly onChoose: (entry: ReviewEntry) => void
  readonly children: (entry: ReviewEntry, reachable: boolean) => ReactNode
}

/** About how high a card is, in pixels, until it was measured. */
const usualHeight = 148
const gap = 10

/**
 * The cards in the order of the text, of which only those in sight exist (a thousand stay fast). One tab stop:
 * the arrow keys, Home and End go through the cards, Enter shows the place in the text, Tab goes into the card.
 */
export function ReviewList(props: ReviewListProps) {
  const { entries, activeKey, busy, labelOf, personOf, onChoose, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [stopKey, setStopKey] = useState<string | null>(null)
  const wanted = useRef<number | null>(null)
  const indexOf = (key: string | null) => entries.findIndex(entry => entry.key === key)
  const active = indexOf(activeKey)
  const stop = Math.max(0, indexOf(stopKey) >= 0 ? indexOf(stopKey) : active)

  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: index => entries[index]?.key ?? index,
    gap,
    paddingStart: 2,
    paddingEnd: 16,
    overscan: 4,
    rangeExtractor: range => {
      const written = entries.flatMap(({ key }, index) => (busy.has(key) ? [index] : []))
      const kept = [stop, active, ...written]
      const all = [...defaultRangeExtractor(range), ...kept.filter(index => index >= 0)]
      return [...new Set(all)].sort((a, b) => a - b)
    },
  })

  // The cursor went somewhere else in the text: the list follows.
  const isActiveListed = active >= 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place scrolls, not each change of the list
  useEffect(() => {
    setStopKey(null)
    if (isActiveListed) rows.scrollToIndex(active, { align: 'auto' })
  }, [activeKey, isActiveListed])

  const focusCard = (index: number) =>
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${index}"] > article`)
      ?.focus({ preventScroll: true })

  // After the card was drawn; and where the card that had the keyboard went, the one in its place has it.
  const focused = useRef<{ key: string; index: number } | null>(null)
  useLayoutEffect(() => {
    const { current } = focused
    if (wanted.current !== null) {
      focusCard(wanted.current)
      wanted.current = null
    } else if (current !== null && indexOf(current.key) < 0 && document.activeElement === document.body) {
      const next = Math.min(current.index, entries.length - 1)
      setStopKey(entries[next]?.key ?? null)
      if (next >= 0) focusCard(next)
      focused.current = null
    }
  })

  const moveTo = (index: number) => {
    const entry = entries[index]
    if (entry === undefined) return
    wanted.current = index
    setStopKey(entry.key)
    rows.scrollToIndex(index, { align: 'auto' })
    // The card may be the present one: then nothing is drawn again.
    focusCard(index)
  }

  const onKeyDown = (event: KeyboardEvent, index: number, entry: ReviewEntry) => {
    const changed = event.altKey || event.ctrlKey || event.metaKey
    if (event.target !== event.currentTarget || changed) return
    const next = step(event.key, index, entries.length)
    if (event.key === 'Enter') onChoose(entry)
    else if (next !== null) moveTo(next)
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent<HTMLElement>, entry: ReviewEntry) => {
    const { target, currentTarget } = event
    if (!(target instanceof Element) || !currentTarget.contains(target)) return
    const selection = document.getSelection()
    const selecting = selection?.isCollapsed === false && currentTarget.contains(selection.anchorNode)
    if (target.closest('button, textarea, input') === null && !selecting) onChoose(entry)
  }

  return (
    <div ref={scroller} className={styles.scroller} tabIndex={-1}>
      <ul
        className={styles.list}
        style={{ height: rows.getTotalSize() }}
        aria-label="Threads, suggestions and conflicts"
      >
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index]
          if (entry === undefined) return null
          return (
            <li
              key={key}
              ref={rows.measureElement}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
            >
              <article
                className={card.card}
                style={authorStyle(personOf(entry))}
                aria-label={labelOf(entry)}
                aria-current={entry.key === activeKey ? 'true' : undefined}
                tabIndex={index === stop ? 0 : -1}
                onKeyDown={event => onKeyDown(event, index, entry)}
                onClick={event => onClick(event, entry)}
                onFocus={() => {
                  focused.current = { key: entry.key, index }
                  setStopKey(entry.key)
                }}
                onBlur={event => {
                  // A card that goes takes its focus along without a word; leaving it has a place to go to.
                  if (event.relatedTarget !== null) focused.current = null
                }}
              >
                {children(entry, index === stop)}
              </article>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
