import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { findCount, findNext, replaceAll, replaceCurrent, setFind } from './find/find.ts'
import styles from './find/find-bar.module.css'

interface FindBarProps {
  readonly editor: Editor
  readonly mode: 'find' | 'replace'
  /** Gives the text the keyboard back. */
  readonly onClose: () => void
}

/** D7: find and replace across all fields. Enter goes on, Shift+Enter back, Esc returns to the text. */
export function FindBar({ editor, mode, onClose }: FindBarProps) {
  const [text, setText] = useState(() => selectedWords(editor))
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWord, setWholeWord] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [replaced, setReplaced] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { total, current } = useEditorState({ editor, selector: () => findCount(editor.state) })

  useEffect(() => {
    setFind(editor, text === '' ? null : { text, matchCase, wholeWord })
    setReplaced(null)
  }, [editor, text, matchCase, wholeWord])
  useEffect(() => () => setFind(editor, null), [editor])
  // Asked for again, also as the other of the two, the bar takes the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mode` is what asks again
  useEffect(() => field.current?.select(), [mode])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      if (event.target === field.current) findNext(editor, event.shiftKey ? -1 : 1)
      else replaceCurrent(editor, replacement)
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is newer than the oldest runtime
    <div className={styles.place} role="search" aria-label="Find in the briefing" onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <div className={styles.row}>
          <TextField
            ref={field}
            label="Find"
            labelHidden
            placeholder="Find"
            spellCheck={false}
            value={text}
            onChange={setText}
            className={styles.field}
          />
          <IconButton
            label="Match case"
            icon={CaseSensitive}
            pressed={matchCase}
            onClick={() => setMatchCase(!matchCase)}
          />
          <IconButton
            label="Whole word"
            icon={WholeWord}
            pressed={wholeWord}
            onClick={() => setWholeWord(!wholeWord)}
          />
          <span className={styles.count} role="status">
            {countWords(text, total, current, replaced)}
          </span>
          <IconButton
            label="Previous match"
            icon={ChevronUp}
            disabled={total === 0}
            onClick={() => findNext(editor, -1)}
          />
          <IconButton
            label="Next match"
            icon={ChevronDown}
            disabled={total === 0}
            onClick={() => findNext(editor, 1)}
          />
          <IconButton label="Close" icon={X} onClick={onClose} />
        </div>
        {mode === 'find' ? null : (
          <div className={styles.row}>
            <TextField
              label="Replace with"
              labelHidden
              placeholder="Replace with"
              value={replacement}
              onChange={setReplacement}
              className={styles.field}
            />
            <Button disabled={total === 0} onClick={() => replaceCurrent(editor, replacement)}>
              Replace
            </Button>
            <Button disabled={total === 0} onClick={() => setReplaced(replaceAll(editor, replacement))}>
              Replace all
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function countWords(text: string, total: number, current: number, replaced: number | null): string {
  if (replaced !== null) return `${replaced} replaced`
  if (text === '') return ''
  if (total === 0) return 'No match'
  return current === 0 ? `${total} found` : `${current} of ${total}`
}

/** A short selection within one block is what one wants to find. */
function selectedWords({ state }: Editor): string {
  const { $from, $to, from, to } = state.selection
  const words = $from.sameParent($to) ? state.doc.textBetween(from, to) : ''
  return words.length > 100 ? '' : words
}
