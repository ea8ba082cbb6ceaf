import type { Editor } from '@tiptap/core'
import { PanelLeftClose } from 'lucide-react'
import type { EditorState } from 'prosemirror-state'
import { useMemo, useRef, useState } from 'react'
import { outline } from '../../../core/briefing/outline.ts'
import { goTo } from '../../editor/go-to.ts'
import { moveSection } from '../../editor/move-section.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spoken } from '../../ui/spoken.tsx'
import { OutlineList } from './outline-list.tsx'
import { entryAt, type Gap, type MovableEntry, positionAfterMove } from './outline-moves.ts'
import styles from './panel.module.css'

interface OutlinePanelProps {
  readonly editor: Editor
  /** The editor's state at the last pause. */
  readonly state: EditorState
  /** Takes the editor's present state at once, after a move. */
  readonly onMoved: () => void
  readonly onHide: () => void
}

/** The outline (D3): lists fields, sections and pull quotes, jumps to them, and moves whole sections. */
export function OutlinePanel({ editor, state, onMoved, onHide }: OutlinePanelProps) {
  const entries = useMemo(() => outline(state.doc), [state.doc])
  const here = entryAt(entries, state.selection.head)
  const [spoken, setSpoken] = useState('')
  const focusAfterMove = useRef<number | null>(null)

  // Positions are those of the last pause: what was typed since then would shift them.
  const upToDate = () => editor.state.doc.eq(state.doc)

  const jump = (index: number) => {
    const entry = outline(editor.state.doc)[index]
    if (entry !== undefined && entry.kind === entries[index]?.kind) goTo(editor, entry.from + 1)
  }

  const move = (moved: MovableEntry, gap: Gap) => {
    if (!upToDate()) {
      onMoved()
      return
    }
    if (!moveSection(editor, moved.from, moved.to, gap.position)) return
    focusAfterMove.current = positionAfterMove(moved, gap)
    const name = moved.label.trim() || 'Untitled section'
    setSpoken(`${name} moved ${gap.position < moved.from ? 'up' : 'down'}`)
    onMoved()
  }

  return (
    <section className={styles.panel} aria-label="Outline" data-panel="outline" tabIndex={-1}>
      <header className={styles.header}>
        <h2 className={styles.heading}>Outline</h2>
        <IconButton label="Hide outline" icon={PanelLeftClose} command="view.outline" onClick={onHide} />
      </header>
      <OutlineList
        entries={entries}
        here={here}
        focusAfterMove={focusAfterMove}
        onJump={jump}
        onMove={move}
      />
      <Spoken words={spoken} />
    </section>
  )
}
