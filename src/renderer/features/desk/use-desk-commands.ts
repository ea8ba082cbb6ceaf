import type { Session } from '../../store/session.ts'
import { useCommands } from '../../ui/commands.ts'
import { notify } from '../../ui/notify.ts'
import type { PanelName } from './panel-fit.ts'
import type { Panels } from './use-panels.ts'

interface DeskCommands {
  readonly session: Session
  readonly panels: Panels
  readonly onToggle: (panel: PanelName) => void
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onSaveAs: () => void
  readonly onFind: (mode: 'find' | 'replace') => void
}

/** The commands of the desk itself; those of the text are the editor's. */
export function useDeskCommands(desk: DeskCommands): void {
  const { session, panels } = desk
  useCommands({
    'desk.close': { run: desk.onClose },
    'desk.checkpoint': { run: () => void saveCheckpoint(session) },
    'export.open': { run: desk.onExport },
    'file.save-as': { run: desk.onSaveAs },
    'edit.find': { run: () => desk.onFind('find') },
    'edit.replace': { run: () => desk.onFind('replace') },
    'view.outline': { run: () => desk.onToggle('outline'), checked: panels.outline.open },
    'view.details': { run: () => desk.onToggle('details'), checked: panels.details.open },
  })
}

async function saveCheckpoint(session: Session): Promise<void> {
  const kept = session.keepVersion('saved')
  const result = kept.ok ? await session.checkpoint() : kept
  if (!result.ok) {
    notify({ kind: 'error', message: 'The checkpoint could not be saved.', failure: result.error })
  } else {
    notify({
      kind: 'done',
      message: result.value ? 'Checkpoint saved.' : 'Nothing changed since the last checkpoint.',
    })
  }
}
