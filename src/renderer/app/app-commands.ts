import { useStore } from 'zustand'
import { useDeskFolderCommands } from '../features/desk-folder/use-desk-folder-commands.ts'
import { useSettingsCommands } from '../features/settings/use-settings-commands.ts'
import { useCommands } from '../ui/commands.ts'
import { chooseFiles } from './files.ts'
import { navigation, sessionOnDesk, showOver } from './navigation.ts'
import { focusNextPanel } from './panels.ts'

/** The commands that work on every screen, and those of the desk that need more than the desk. */
export function useAppCommands(): void {
  const onDesk = useStore(navigation, ({ screen }) => screen.kind === 'desk')
  useSettingsCommands({ onIdentity: () => showOver({ kind: 'identity' }) })
  useDeskFolderCommands(
    useStore(navigation, ({ screen }) => (screen.kind === 'desk' ? screen.session : null)),
  )
  useCommands({
    'briefing.new': { run: () => showOver({ kind: 'new' }) },
    'file.import': { run: () => void chooseFiles('import') },
    'file.open': { run: () => void chooseFiles('briefing') },
    'file.merge': { run: () => void chooseFiles('returns') },
    'view.palette': { run: () => showOver({ kind: 'palette' }) },
    'view.next-panel': { run: focusNextPanel },
    'help.keys': { run: () => showOver({ kind: 'keys' }) },
    ...(onDesk ? { 'file.print': { run: () => void printOnDesk() } } : {}),
  })
}

async function printOnDesk(): Promise<void> {
  const session = sessionOnDesk()
  if (session === null) return
  await session.flush()
  const { printBriefing } = await import('../features/export/print-briefing.ts')
  await printBriefing(session.state.getState().briefing)
}
