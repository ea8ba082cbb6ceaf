import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type CommandId, commandIds } from '../../contract/commands.ts'
import { titleOf } from '../../core/briefing/briefing.ts'
import { writeKept } from '../store/desk-folder/follow.ts'
import { backupsWritten } from '../store/open-sessions.ts'
import { useCommandStates } from '../ui/commands.ts'
import { navigation, sessionOnDesk } from './navigation.ts'

/** Keeps the window's title and what the menu enables and ticks in step with what is shown. */
export function useWindowDescription(): void {
  const { screen, over } = useStore(navigation)
  const { checked, enabled } = useCommandStates()
  const title = useDeskTitle()
  const where = over !== null ? 'dialog' : screen.kind === 'desk' ? 'desk' : 'library'
  useEffect(() => {
    document.title = title === '' ? 'Galley' : `${title} – Galley`
    void window.galley.invoke('window.describe', { title, where, checked: [...checked], off: offIn(enabled) })
  }, [title, where, checked, enabled])
}

/** A field outside the text has its own undo, which only the field knows of: the menu always offers it. */
const always: ReadonlySet<CommandId> = new Set(['edit.undo', 'edit.redo'])

function offIn(enabled: ReadonlySet<CommandId>): CommandId[] {
  return commandIds.filter(id => !enabled.has(id) && !always.has(id))
}

/** The title of the briefing on the desk, as of its last change; empty elsewhere. */
function useDeskTitle(): string {
  const screen = useStore(navigation, state => state.screen)
  const [title, setTitle] = useState('')
  useEffect(() => {
    const session = screen.kind === 'desk' ? screen.session : null
    setTitle(session === null ? '' : titleOf(session.state.getState().briefing.doc))
    return session?.state.subscribe(({ briefing }) => setTitle(titleOf(briefing.doc)))
  }, [screen])
  return title
}

/** Answers main before the window closes: everything typed is safe. Where it is not, it is tried on. */
export function useFlushBeforeClosing(): void {
  useEffect(
    () =>
      window.galley.on('flush', () => {
        void (async () => {
          const closed = await sessionOnDesk()?.close()
          if (closed?.ok === false) return
          await Promise.all([backupsWritten(), writeKept()])
          await window.galley.invoke('window.flushed')
        })()
      }),
    [],
  )
}
