import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react'
import type { ImportLine, ImportRole } from '../../../core/import/roles.ts'
import { classNames } from '../../ui/class-names.ts'
import grid from '../../ui/grid.module.css'
import { step } from '../../ui/step.ts'
import styles from './line-list.module.css'
import { LineRow } from './line-row.tsx'
import { choose, chooseAll, extend, firstLine, meant, type Selection, toggle } from './selection.ts'

interface LineListProps {
  lines: readonly ImportLine[]
  /** These lines get this role. */
  onRole: (lines: ReadonlySet<number>, role: ImportRole) => void
}

/** A row's height in pixels before it is measured. */
const usualHeight = 58
const headHeight = 32
const page = 10

/**
 * The imported text, line by line. Rows are chosen with the mouse (Shift and Ctrl as everywhere) or the
 * arrow keys; a role given to one chosen line is given to all of them. Only rows in sight exist.
 */
export function LineList({ lines, onRole }: LineListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [selection, setSelection] = useState<Selection>(firstLine)
  const wantsFocus = useRef(false)
  const { head } = selection
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    // The heading row stands above the others and stays there while they scroll.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 10,
    // The row with the keyboard always exists.
    rangeExtractor: range => [...new Set([...defaultRangeExtractor(range), head])].sort((a, b) => a - b),
  })

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    rowAt(scroller.current, head)?.focus({ preventScroll: true })
  })

  const goTo = (next: Selection) => {
    wantsFocus.current = true
    setSelection(next)
    rows.scrollToIndex(next.head)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    if (target instanceof HTMLSelectElement) {
      if (event.key === 'Escape') rowAt(scroller.current, head)?.focus()
      return
    }
    const next = step(event.key, head, lines.length, page)
    if (next !== null) goTo(event.shiftKey ? extend(selection, next) : choose(next))
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      setSelection(chooseAll(selection, lines.length))
    } else if (event.key === ' ') setSelection(toggle(selection, head))
    else if (event.key === 'Enter') rowAt(scroller.current, head)?.querySelector('select')?.focus()
    else return
    event.preventDefault()
  }

  const onPress = (event: MouseEvent, index: number) => {
    // The role of one of several chosen lines is opened: they stay chosen.
    if (event.target instanceof HTMLSelectElement && selection.lines.has(index)) return
    if (event.shiftKey) {
      event.preventDefault()
      goTo(extend(selection, index))
    } else setSelection(event.ctrlKey || event.metaKey ? toggle(selection, index) : choose(index))
  }

  return (
    <div ref={scroller} className={grid.scroller} tabIndex={-1}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one row at a time has the keyboard (ARIA Authoring Practices, "Grid")
        role="grid"
        className={grid.grid}
        aria-label="Lines"
        aria-rowcount={lines.length + 1}
        aria-multiselectable
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr className={classNames(grid.head, styles.head)} aria-rowindex={1}>
            <th scope="col">Role</th>
            <th scope="col">
              Text
              <span className={styles.chosen} role="status">
                {selection.lines.size > 1 ? chosenWords(selection.lines.size) : ''}
              </span>
            </th>
          </tr>
        </thead>
        <tbody className={grid.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(item => {
            const line = lines[item.index]
            if (line === undefined) return null
            return (
              <LineRow
                key={item.key}
                line={line}
                index={item.index}
                selected={selection.lines.has(item.index)}
                active={item.index === head}
                top={item.start - headHeight}
                measure={rows.measureElement}
                onPress={event => onPress(event, item.index)}
                onFocus={() => {
                  if (item.index !== head && !wantsFocus.current)
                    setSelection(current => focusOn(current, item.index))
                }}
                onRole={role => onRole(meant(selection, item.index), role)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A line that got the keyboard without being pressed; chosen lines stay chosen if it is one of them. */
function focusOn(selection: Selection, line: number): Selection {
  return selection.lines.has(line) ? { ...selection, head: line } : choose(line)
}

function rowAt(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
}

function chosenWords(count: number): string {
  return `${count.toLocaleString('en-GB')} lines chosen: a role given to one goes to all`
}
