import type { Editor } from '@tiptap/core'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './floating.module.css'

/** What something floats beside, in pixels of the window. */
export interface Anchor {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface FloatingProps {
  readonly editor: Editor
  /** Asked again whenever the text, the window or the scroll moves; null hides. */
  readonly anchor: () => Anchor | null
  /** Where it stands if there is room; else on the other side. */
  readonly side: 'above' | 'below'
  /** Whether it stands over the middle of its anchor or at its start. */
  readonly align: 'middle' | 'start'
  readonly children: ReactNode
}

const gap = 8

/** Something that floats beside a place in the text and stays with it. */
export function Floating({ editor, anchor, side, align, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      if (box.current !== null) placeBeside(box.current, sheetOf(editor), anchor(), side, align)
    }
    place()
    const resized = new ResizeObserver(place)
    if (box.current !== null) resized.observe(box.current)
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    editor.on('transaction', place)
    return () => {
      resized.disconnect()
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
      editor.off('transaction', place)
    }
  })
  return (
    <div ref={box} className={styles.floating}>
      {children}
    </div>
  )
}

/** The sheet's edges, which nothing floats over: a panel may be beside it. */
function sheetOf(editor: Editor): Pick<Anchor, 'left' | 'right'> {
  const { dom } = editor.view
  return (dom.closest('section') ?? dom).getBoundingClientRect()
}

function placeBeside(
  box: HTMLElement,
  sheet: Pick<Anchor, 'left' | 'right'>,
  anchor: Anchor | null,
  side: FloatingProps['side'],
  align: FloatingProps['align'],
): void {
  box.style.visibility = anchor === null ? 'hidden' : 'visible'
  if (anchor === null) return
  const { width, height } = box.getBoundingClientRect()
  const above = anchor.top - gap - height
  const below = anchor.bottom + gap
  const fitsAbove = above >= gap
  const fitsBelow = below + height <= window.innerHeight - gap
  const top =
    side === 'above' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above
  const left = align === 'middle' ? (anchor.left + anchor.right - width) / 2 : anchor.left
  box.style.top = `${Math.round(Math.max(gap, top))}px`
  box.style.left = `${Math.round(Math.max(sheet.left + gap, Math.min(left, sheet.right - width - gap)))}px`
}

/** The box of a range of text as it stands in the window; null before it is laid out. */
export function anchorOf(editor: Editor, from: number, to: number): Anchor | null {
  const { view } = editor
  const size = view.state.doc.content.size
  if (from > size || to > size || !view.dom.isConnected) return null
  const start = view.coordsAtPos(from)
  const end = view.coordsAtPos(to, -1)
  const oneLine = Math.abs(start.top - end.top) < 4
  return {
    left: oneLine
      ? Math.min(start.left, end.left)
      : Math.min(start.left, view.dom.getBoundingClientRect().left),
    right: oneLine ? Math.max(start.right, end.right) : view.dom.getBoundingClientRect().right,
    top: Math.min(start.top, end.top),
    bottom: Math.max(start.bottom, end.bottom),
  }
}
