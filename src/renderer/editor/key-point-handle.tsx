import type { Editor } from '@tiptap/core'
import { GripVertical } from 'lucide-react'
import { closeHistory } from 'prosemirror-history'
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import styles from './key-point-handle.module.css'
import { moveBlocks } from './move-section.ts'
import { isWritable } from './review/review-state.ts'

interface KeyPointHandleProps {
  readonly editor: Editor
  /** The sheet, which the handle stands on. */
  readonly sheet: RefObject<HTMLElement | null>
}

interface Drag {
  readonly item: HTMLElement
  /** The index before which it would be dropped. */
  readonly target: number
}

/**
 * D3: a handle in the margin of the key point under the mouse, to drag it to another place. The keyboard has
 * Alt+Up and Alt+Down.
 */
export function KeyPointHandle({ editor, sheet }: KeyPointHandleProps) {
  const [item, setItem] = useState<HTMLElement | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)

  useEffect(() => {
    const page = sheet.current
    if (page === null) return
    const onMove = (event: MouseEvent) => setItem(itemBeside(editor, event.clientY))
    const onLeave = () => setItem(null)
    page.addEventListener('mousemove', onMove)
    page.addEventListener('mouseleave', onLeave)
    // A key point that is typed in or removed moves the handle's place away.
    const onUpdate = () => setItem(null)
    editor.on('update', onUpdate)
    return () => {
      page.removeEventListener('mousemove', onMove)
      page.removeEventListener('mouseleave', onLeave)
      editor.off('update', onUpdate)
    }
  }, [editor, sheet])

  const held = drag?.item ?? item
  if (held === null || sheet.current === null || !held.isConnected) return null
  const sheetTop = sheet.current.getBoundingClientRect().top

  const onPointerDown = (event: ReactPointerEvent<HTMLButtonElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ item: held, target: itemsOf(editor).indexOf(held) })
  }
  const onPointerMove = (event: ReactPointerEvent) => {
    if (drag !== null) setDrag({ ...drag, target: targetAt(editor, event.clientY) })
  }
  const onPointerUp = () => {
    if (drag !== null) drop(editor, drag)
    setDrag(null)
    setItem(null)
  }
  const line = drag === null ? null : lineAt(editor, drag.target) - sheetTop
  return (
    <>
      <button
        type="button"
        className={styles.handle}
        style={{ top: held.getBoundingClientRect().top - sheetTop }}
        data-dragging={drag === null ? undefined : ''}
        aria-label="Move key point"
        tabIndex={-1}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(null)}
      >
        <Icon of={GripVertical} />
      </button>
      {line === null ? null : <div className={styles.line} style={{ top: line }} />}
    </>
  )
}

function itemsOf(editor: Editor): HTMLElement[] {
  return [...editor.view.dom.querySelectorAll<HTMLElement>('.key-point')]
}

function itemBeside(editor: Editor, y: number): HTMLElement | null {
  const items = itemsOf(editor)
  if (items.length < 2 || !isWritable(editor.state)) return null
  return (
    items.find(item => {
      const { top, bottom } = item.getBoundingClientRect()
      return y >= top && y <= bottom
    }) ?? null
  )
}

function targetAt(editor: Editor, y: number): number {
  const items = itemsOf(editor)
  const index = items.findIndex(item => {
    const { top, bottom } = item.getBoundingClientRect()
    return y < (top + bottom) / 2
  })
  return index === -1 ? items.length : index
}

function lineAt(editor: Editor, target: number): number {
  const items = itemsOf(editor)
  const before = items[target - 1]?.getBoundingClientRect()
  const after = items[target]?.getBoundingClientRect()
  if (before === undefined) return (after?.top ?? 0) - 4
  return after === undefined ? before.bottom + 3 : (before.bottom + after.top) / 2
}

function drop(editor: Editor, { item, target }: Drag): void {
  const { state, view } = editor
  const items = itemsOf(editor)
  const from = view.posAtDOM(item, 0) - 1
  const node = state.doc.nodeAt(from)
  const last = items.at(-1)
  const next = items[target]
  if (node === null || last === undefined) return
  const end = view.posAtDOM(last, 0) - 1
  const at = next === undefined ? end + (state.doc.nodeAt(end)?.nodeSize ?? 0) : view.posAtDOM(next, 0) - 1
  const tr = moveBlocks(state.tr, from, from + node.nodeSize, at)
  if (tr !== null) view.dispatch(closeHistory(tr))
  view.focus()
}
