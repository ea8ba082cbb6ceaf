import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type PanelName, panelWidths } from './panel-fit.ts'
import styles from './separator.module.css'

interface SeparatorProps {
  readonly panel: PanelName
  readonly label: string
  /** On which side of the separator its panel is. */
  readonly side: 'left' | 'right'
  readonly width: number
  readonly most: number
  readonly onResize: (width: number) => void
  readonly onDone: (width: number) => void
  readonly onCollapse: () => void
}

/** Pixels that one press of an arrow key moves a separator; with Shift three times as many. */
const keyStep = 16

/**
 * The line between a panel and the page: dragged with the pointer, moved with the arrow keys, Home and End,
 * Enter hides the panel, a double click gives it back its usual width (ARIA: window splitter).
 */
export function Separator({ panel, label, side, width, most, onResize, onDone, onCollapse }: SeparatorProps) {
  const drag = useRef<{ startX: number; startWidth: number } | null>(null)
  const { least, usual } = panelWidths[panel]
  const towardsPage = side === 'left' ? 1 : -1

  const onKeyDown = (event: KeyboardEvent) => {
    const step = (event.shiftKey ? 3 : 1) * keyStep * towardsPage
    const next = { ArrowRight: width + step, ArrowLeft: width - step, Home: least, End: most }[event.key]
    if (next !== undefined) onDone(Math.min(next, most))
    else if (event.key === 'Enter') onCollapse()
    else return
    event.preventDefault()
  }

  const draggedTo = (event: PointerEvent): number | null =>
    drag.current === null
      ? null
      : drag.current.startWidth + (event.clientX - drag.current.startX) * towardsPage

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, startWidth: width }
  }
  const onPointerMove = (event: PointerEvent) => {
    const next = draggedTo(event)
    if (next !== null) onResize(next)
  }
  const onPointerUp = (event: PointerEvent) => {
    const next = draggedTo(event)
    drag.current = null
    if (next !== null) onDone(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> is no splitter; this one has a value and a focus
    <div
      className={styles.separator}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={() => onDone(usual)}
    />
  )
}
