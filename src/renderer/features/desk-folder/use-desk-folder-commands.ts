import { titleOf } from '../../../core/briefing/briefing.ts'
import { useIsKept } from '../../store/desk-folder/kept.ts'
import type { Session } from '../../store/session.ts'
import { useCommands } from '../../ui/commands.ts'
import { chooseFolder, toggleKept } from './actions.ts'

/** The commands of the desk folder. @param session what is on the desk, or null */
export function useDeskFolderCommands(session: Session | null): void {
  const isKept = useIsKept()
  useCommands({
    'desk-folder.choose': { run: () => void chooseFolder() },
    ...(session === null
      ? {}
      : { 'desk-folder.keep': { run: () => void keepOnDesk(session), checked: isKept(session.id) } }),
  })
}

async function keepOnDesk(session: Session): Promise<void> {
  // What was typed last is in the file too. Where it is not on disk yet, the file follows when it is.
  await session.flush()
  await toggleKept({ id: session.id, title: titleOf(session.state.getState().briefing.doc) })
}
