import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import type { PanelName } from './panel-fit.ts'
import { Separator } from './separator.tsx'
import styles from './side-panel.module.css'
import type { Panels } from './use-panels.ts'

interface SidePanelProps {
  readonly name: PanelName
  readonly side: 'left' | 'right'
  readonly panels: Panels
  readonly onHide: () => void
  readonly children: ReactNode
}

/** A panel's column with its separator; nothing while the panel is closed. */
export function SidePanel(props: SidePanelProps) {
  return props.panels[props.name].open ? <OpenSidePanel {...props} /> : null
}

/** Beside the page, or floating over it; Escape, or going on with the text, puts a floating one away. */
function OpenSidePanel({ name, side, panels, onHide, children }: SidePanelProps) {
  const { width, most, place } = panels[name]
  const column = useRef<HTMLDivElement>(null)

  const { opened } = panels
  useEffect(() => {
    if (opened?.panel === name) column.current?.querySelector<HTMLElement>('[data-panel]')?.focus()
  }, [opened, name])

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || place === 'beside') return
    event.preventDefault()
    onHide()
  })
  const onFocusIn = useEffectEvent(({ target }: FocusEvent) => {
    const element = column.current
    if (place === 'beside' || !(target instanceof Element) || element === null) return
    if (target.closest('main') !== null && !element.contains(target)) panels.hideFloating()
  })
  useEffect(() => {
    const element = column.current
    const keys = (event: KeyboardEvent) => onKeyDown(event)
    const focus = (event: FocusEvent) => onFocusIn(event)
    element?.addEventListener('keydown', keys)
    document.addEventListener('focusin', focus)
    return () => {
      element?.removeEventListener('keydown', keys)
      document.removeEventListener('focusin', focus)
    }
  }, [])

  const separator = (
    <Separator
      panel={name}
      label={`Width of the ${name}`}
      side={side}
      width={width}
      most={most}
      onResize={next => panels.resize(name, next)}
      onDone={next => panels.keepWidth(name, next)}
      onCollapse={onHide}
    />
  )
  return (
    <div ref={column} className={styles.side} data-side={side} data-place={place}>
      {side === 'right' ? separator : null}
      <div className={styles.panel} style={{ width }}>
        {children}
      </div>
      {side === 'left' ? separator : null}
    </div>
  )
}
