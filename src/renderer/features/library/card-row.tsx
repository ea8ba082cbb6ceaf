import type { Card } from '../../store/card.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import list from '../../ui/grid.module.css'
import { Pill } from '../../ui/pill.tsx'
import { StatusDot } from '../../ui/status.tsx'
import { fullTime, shortTime } from '../../ui/when.ts'
import type { CardActions } from './card-actions.ts'
import styles from './card-list.module.css'

interface CardRowProps {
  card: Card
  /** Counted from 0, without the heading row. */
  index: number
  /** The row that the keyboard is on, or would be on. */
  active: boolean
  /** Its place from the top of the list, in pixels. */
  top: number
  now: Date
  actions: CardActions
  onFocus: () => void
  onDestroy: () => void
}

/** One briefing in the list; in the bin with its two ways out instead of its tags. */
export function CardRow({ card, index, active, top, now, actions, onFocus, onDestroy }: CardRowProps) {
  const time = card.binned ?? card.updated
  return (
    // The keyboard works on the whole grid (card-list.tsx); the row only takes the pointer.
    <tr
      className={classNames(list.row, styles.row)}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={active ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={active}
      data-index={index}
      onFocus={onFocus}
      draggable={card.binned === null}
      onDragStart={event => {
        event.preventDefault()
        actions.dragOut(card)
      }}
      onClick={() => {
        if (card.binned === null) actions.open(card)
      }}
    >
      <td className={styles.title}>
        <span className={styles.headline} dir="auto">
          {card.title}
        </span>
        <span className={styles.second}>
          {card.copy === undefined ? null : (
            <span className={styles.copy} title={copyWords(card.copy)}>
              {copyWords(card.copy)}
            </span>
          )}
          <span className={styles.standfirst} dir="auto">
            {card.standfirst}
          </span>
        </span>
      </td>
      <td>
        <Pill>
          <StatusDot status={card.status} />
          {card.status}
        </Pill>
      </td>
      <td className={styles.number}>{card.words.toLocaleString('en-GB')}</td>
      {card.binned === null ? (
        <>
          <Count of={card.openThreads} />
          <Count of={card.suggestions} />
        </>
      ) : null}
      {card.binned === null ? (
        <td className={styles.tags} title={card.tags.join(', ')}>
          {card.tags.join(', ')}
        </td>
      ) : (
        <td className={styles.ways}>
          <Button tabIndex={active ? 0 : -1} onClick={() => actions.restore(card)}>
            Restore
          </Button>
          <Button variant="danger" tabIndex={active ? 0 : -1} onClick={onDestroy}>
            Delete…
          </Button>
        </td>
      )}
      <td className={styles.time}>
        <time dateTime={time} title={fullTime(time)}>
          {shortTime(time, now)}
        </time>
      </td>
    </tr>
  )
}

function copyWords({ reviewer, sender }: NonNullable<Card['copy']>): string {
  const from = sender === '' ? '' : ` from ${sender}`
  return `Review copy${from} for ${reviewer}`
}

/** A number of things that wait; nothing where none does. */
function Count({ of: count }: { of: number }) {
  return <td className={styles.number}>{count === 0 ? '' : count.toLocaleString('en-GB')}</td>
}
