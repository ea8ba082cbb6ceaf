import { createStore } from 'zustand/vanilla'

export interface Notice {
  readonly kind: 'info' | 'done' | 'warning' | 'error'
  readonly message: string
  /** What went wrong, for its file, its words and its code. */
  readonly failure?: {
    readonly code: string
    readonly message: string
    readonly file?: string
    readonly entry?: string
  }
  /** One thing to do about it, such as "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface ShownNotice extends Notice {
  readonly id: number
}

/** At most so many warnings and errors are shown; older ones go. */
const most = 4

export const notices = createStore<{ shown: readonly ShownNotice[] }>(() => ({ shown: [] }))

let last = 0

/**
 * Tells the user something, at the edge of the window and to screen readers. Errors and warnings stay until
 * they are dismissed. What was merely done or worth knowing goes by itself, and the next such thing takes
 * its place. The answer takes the notice away.
 */
export function notify(notice: Notice): () => void {
  last += 1
  const id = last
  notices.setState(({ shown }) => {
    const staying = passes(notice) ? shown.filter(other => !passes(other)) : shown
    return { shown: [...staying, { ...notice, id }].slice(-most) }
  })
  return () => dismissNotice(id)
}

/** Whether a notice needs no answer. */
export function passes({ kind }: Notice): boolean {
  return kind === 'info' || kind === 'done'
}

export function dismissNotice(id: number): void {
  notices.setState(({ shown }) => ({ shown: shown.filter(notice => notice.id !== id) }))
}
