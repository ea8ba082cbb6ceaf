import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { OutlineEntry } from '../../../core/briefing/outline.ts'
import { step } from '../../ui/step.ts'
import { outlineLabel, outlineLevels, spokenLabel } from './outline-label.ts'
import styles from './outline-list.module.css'
import { type Gap, gapTowards, isMovable, type MovableEntry } from './outline-moves.ts'
import { useOutlineDrag } from './use-outline-drag.ts'

interface OutlineListProps {
  readonly entries: readonly OutlineEntry[]
  /** The index of the entry that the cursor is in, or -1. */
  readonly here: number
  /** Where the entry that was just moved starts now: it gets the focus back when the list has followed. */
  readonly focusAfterMove: RefObject<number | null>
  readonly onJump: (index: number) => void
  readonly onMove: (moved: MovableEntry, gap: Gap) => void
}

/**
 * The outline's entries as a tree with one tab stop: arrows, Home and End go through it, Enter jumps to the
 * text, Alt with an arrow moves a section (D3).
 */
export function OutlineList({ entries, here, focusAfterMove, onJump, onMove }: OutlineListProps) {
  const list = useRef<HTMLDivElement>(null)
  const levels = useMemo(() => outlineLevels(entries), [entries])
  const [stop, setStop] = useState<number | null>(null)
  const drag = useOutlineDrag(list, entries, onMove)
  const tabStop = Math.min(stop ?? Math.max(0, here), entries.length - 1)

  const focusRow = (index: number) => {
    const row = list.current?.querySelector<HTMLElement>(`[data-outline-index="${index}"]`)
    row?.focus()
  }

  useEffect(() => {
    const from = focusAfterMove.current
    if (from === null) return
    focusAfterMove.current = null
    const index = entries.findIndex(entry => isMovable(entry) && entry.from === from)
    const row = list.current?.querySelector<HTMLElement>(`[data-outline-index="${index}"]`)
    row?.focus()
  }, [entries, focusAfterMove])

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-outline-index="${here}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [here])

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const entry = entries[index]
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      if (!isMovable(entry)) return
      const gap = gapTowards(entries, entry, event.key === 'ArrowUp' ? 'up' : 'down')
      if (gap !== null) onMove(entry, gap)
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onJump(index)
      return
    }
    const next = step(event.key, index, entries.length)
    if (next === null) return
    event.preventDefault()
    focusRow(next)
  }

  return (
    <div className={styles.list} ref={list} role="tree" aria-label="Parts of the briefing">
      {entries.map((entry, index) => {
        const { text, own } = outlineLabel(entry)
        return (
          <div
            // Entries have no identity but their order: two sections may be named alike.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            className={styles.row}
            role="treeitem"
            tabIndex={index === tabStop ? 0 : -1}
            aria-level={levels[index]}
            aria-label={spokenLabel(entry)}
            aria-current={index === here ? 'location' : undefined}
            data-outline-index={index}
            data-kind={entry.kind}
            data-level={levels[index]}
            data-empty={own ? undefined : ''}
            data-dragged={drag?.index === index ? '' : undefined}
            title={text}
            onClick={() => onJump(index)}
            onFocus={() => setStop(index)}
            onBlur={() => setStop(null)}
            onKeyDown={event => onKeyDown(event, index)}
          >
            {entry.kind === 'pullQuote' && (
              <span className={styles.quote} aria-hidden>
                “
              </span>
            )}
            <span className={styles.label} dir="auto">
              {text}
            </span>
            {entry.kind !== 'pullQuote' && <span className={styles.count}>{entry.count}</span>}
          </div>
        )
      })}
      {drag?.line != null && <div className={styles.line} style={{ top: drag.line }} aria-hidden />}
    </div>
  )
}
