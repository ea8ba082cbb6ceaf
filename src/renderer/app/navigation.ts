import { createStore } from 'zustand/vanilla'
import type { ChosenFile } from '../../contract/channels.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { openSession, type Session } from '../store/session.ts'
import { notify } from '../ui/notify.ts'

/** What the window shows. */
export type Screen =
  | { readonly kind: 'library' }
  | { readonly kind: 'desk'; readonly session: Session }
  /** Files under review, one after another; `made` are the briefings they became. */
  | {
      readonly kind: 'import'
      readonly files: readonly ChosenFile[]
      readonly at: number
      readonly made: readonly LogId[]
    }

/** What stands over it. */
export type Over =
  | { readonly kind: 'new' | 'identity' | 'palette' | 'keys' }
  | { readonly kind: 'export'; readonly briefing: Briefing; readonly onExported: () => void }

export const navigation = createStore<{ screen: Screen; over: Over | null }>(() => ({
  screen: { kind: 'library' },
  over: null,
}))

export function show(screen: Screen): void {
  navigation.setState({ screen, over: null })
}

export function showOver(over: Over | null): void {
  navigation.setState({ over })
}

/** The session on the desk, or null where another screen is shown. */
export function sessionOnDesk(): Session | null {
  const { screen } = navigation.getState()
  return screen.kind === 'desk' ? screen.session : null
}

/** Opens a briefing on the desk; where that fails, says why and shows the library. */
export async function openDesk(id: LogId): Promise<void> {
  if (sessionOnDesk()?.id === id) {
    showOver(null)
    return
  }
  if (!(await leaveDesk())) return
  const opened = await openSession(id)
  if (opened.ok) {
    show({ kind: 'desk', session: opened.value })
    return
  }
  notify({
    kind: 'error',
    message: 'The briefing could not be opened. Nothing of it was changed.',
    failure: opened.error,
  })
  show({ kind: 'library' })
}

/** Makes what is on the desk safe and goes to the library. False, and told, where it cannot be made safe. */
export async function leaveDesk(): Promise<boolean> {
  const session = sessionOnDesk()
  if (session === null) return true
  const closed = await session.close()
  if (!closed.ok) {
    notify({
      kind: 'error',
      message: 'The briefing stays open, because its latest changes could not be saved yet.',
      failure: closed.error,
    })
    return false
  }
  show({ kind: 'library' })
  return true
}
