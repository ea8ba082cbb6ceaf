import type { Editor } from '@tiptap/core'
import type { EditorState } from 'prosemirror-state'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'

/** Milliseconds without a transaction after which the panels follow the page. */
const pause = 150
/** Milliseconds after which they follow although typing never pauses. */
const longest = 700

/**
 * The editor's state as it was at the last pause, so that what stands beside the page (outline, counts)
 * is not worked out for every key. `refresh` takes the present state at once.
 */
export function usePausedState(editor: Editor): {
  readonly state: EditorState
  readonly refresh: () => void
} {
  const [state, setState] = useState(editor.state)
  const waiting = useRef<{ timer: number; since: number } | null>(null)

  const refresh = useCallback(() => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
    waiting.current = null
    setState(editor.state)
  }, [editor])

  useEffect(() => {
    const onTransaction = () => {
      const since = waiting.current?.since ?? Date.now()
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
      const delay = Math.max(0, Math.min(pause, since + longest - Date.now()))
      // A key that comes meanwhile goes first: nothing beside the page is worth a late letter.
      const later = () => startTransition(refresh)
      waiting.current = { timer: window.setTimeout(later, delay), since }
    }
    refresh()
    editor.on('transaction', onTransaction)
    return () => {
      editor.off('transaction', onTransaction)
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
      waiting.current = null
    }
  }, [editor, refresh])

  return { state, refresh }
}
