import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { OutlineEntry } from '../../../core/briefing/outline.ts'
import { type Gap, gapsFor, isMovable, type MovableEntry } from './outline-moves.ts'

/** What is being dragged, and where it would land if it were dropped now. */
export interface OutlineDrag {
  /** The index of the entry being dragged. */
  readonly index: number
  readonly gap: Gap | null
  /** Where the drop line stands, in pixels from the list's top; null without a gap. */
  readonly line: number | null
}

/**
 * Makes the sections of an outline draggable. The list is one drop target; a drop goes to the nearest place
 * that the dragged part may have, so that a section never lands inside another one.
 * Rows are found by `data-outline-index` on the list's children.
 */
export function useOutlineDrag(
  list: RefObject<HTMLElement | null>,
  entries: readonly OutlineEntry[],
  onMove: (moved: MovableEntry, gap: Gap) => void,
): OutlineDrag | null {
  const [drag, setDrag] = useState<OutlineDrag | null>(null)
  const move = useEffectEvent(onMove)

  useEffect(() => {
    const element = list.current
    if (element === null) return undefined
    const rows = [...element.querySelectorAll<HTMLElement>('[data-outline-index]')]
    const draggables = rows.flatMap((row, index) => {
      if (!isMovable(entries[index])) return []
      return draggable({
        element: row,
        getInitialData: () => ({ outlineIndex: index }),
        onDragStart: () => setDrag({ index, gap: null, line: null }),
        onDrop: () => setDrag(null),
      })
    })
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.outlineIndex === 'number',
      onDrag: ({ source, location }) => {
        const index = Number(source.data.outlineIndex)
        const moved = entries[index]
        if (!isMovable(moved)) return
        const found = nearestGap(element, rows, gapsFor(entries, moved), location.current.input.clientY)
        setDrag(before =>
          before?.gap?.position === found?.gap.position && before?.line === found?.line
            ? before
            : { index, gap: found?.gap ?? null, line: found?.line ?? null },
        )
      },
      onDragLeave: ({ source }) =>
        setDrag({ index: Number(source.data.outlineIndex), gap: null, line: null }),
      onDrop: ({ source, location }) => {
        const moved = entries[Number(source.data.outlineIndex)]
        if (!isMovable(moved)) return
        const found = nearestGap(element, rows, gapsFor(entries, moved), location.current.input.clientY)
        if (found !== null) move(moved, found.gap)
      },
    })
    return combine(...draggables, target)
  }, [list, entries])

  return drag
}

function nearestGap(
  list: HTMLElement,
  rows: readonly HTMLElement[],
  gaps: readonly Gap[],
  clientY: number,
): { gap: Gap; line: number } | null {
  const top = list.getBoundingClientRect().top
  let nearest: { gap: Gap; line: number } | null = null
  for (const gap of gaps) {
    const row = rows[Math.min(gap.before, rows.length - 1)]
    if (row === undefined) continue
    const box = row.getBoundingClientRect()
    const line = (gap.before < rows.length ? box.top : box.bottom) - top
    if (nearest === null || Math.abs(line + top - clientY) < Math.abs(nearest.line + top - clientY)) {
      nearest = { gap, line }
    }
  }
  return nearest
}
