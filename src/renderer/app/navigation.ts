import { createStore } from 'zustand/vanilla'
import type { ChosenFile } from '../../contract/channels.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Arrivals } from '../store/arrivals.ts'
import { openSession } from '../store/open-sessions.ts'
import type { Session } from '../store/session.ts'
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
  /** Something that takes a while; `onCancel` where it can be left. */
  | {
      readonly kind: 'working'
      readonly words: string
      readonly part: number | null
      readonly onCancel: (() => void) | null
    }
  /** What returns bring, before it is applied. `texts` are files that came along, to be imported afterwards. */
  | {
      readonly kind: 'merge'
      readonly arrivals: Arrivals
      readonly texts: readonly ChosenFile[]
      readonly back: Back
    }

/** Where one was before something came in between. */
export type Back =
  | { readonly kind: 'library' }
  | { readonly kind: 'desk'; readonly id: LogId }
  | (Screen & { readonly kind: 'import' })

/** What stands over it. */
export type Over =
  | { readonly kind: 'new' | 'identity' | 'palette' | 'keys' | 'offers' }
  | { readonly kind: 'export'; readonly briefing: Briefing; readonly onExported: () => void }
  | { readonly kind: 'send'; readonly session: Session }

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

/** What asks for more than one choice: what was filled in goes with it. */
const forms: ReadonlySet<Over['kind'] | undefined> = new Set(['identity', 'export', 'send'])

/** Whether a form stands over the screen, which changing the screen would take away. */
export function isFormOpen(): boolean {
  return forms.has(navigation.getState().over?.kind)
}

/** Resolves when no form stands over the screen. */
export function untilFormClosed(): Promise<void> {
  return new Promise(resolve => {
    if (!isFormOpen()) {
      resolve()
      return
    }
    const stop = navigation.subscribe(() => {
      if (isFormOpen()) return
      stop()
      resolve()
    })
  })
}

/** The session on the desk, or null where another screen is shown. */
export function sessionOnDesk(): Session | null {
  const { screen } = navigation.getState()
  return screen.kind === 'desk' ? screen.session : null
}

/** Where the window is, to come back to. */
export function whereToComeBack(): Back {
  const { screen } = navigation.getState()
  if (screen.kind === 'desk') return { kind: 'desk', id: screen.session.id }
  if (screen.kind === 'merge') return screen.back
  return screen.kind === 'import' ? screen : { kind: 'library' }
}

export async function goBack(back: Back): Promise<void> {
  if (back.kind !== 'desk') show(back)
  else await openDesk(back.id)
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
