import type { Session } from '../../store/session.ts'
import { useCommands } from '../../ui/commands.ts'
import { notify } from '../../ui/notify.ts'
import type { Panels, Side } from './use-panels.ts'

interface DeskCommands {
  readonly session: Session
  readonly panels: Panels
  readonly onToggleOutline: () => void
  readonly onToggleSide: (side: Side) => void
  readonly onClose: () => void
  readonly onExport: () => void
  readonly onSend: () => void
  readonly onSaveAs: () => void
  readonly onFind: (mode: 'find' | 'replace') => void
  /** Whether there is something to replace in: the text can be written in. */
  readonly canReplace: boolean
  /** Makes the return of a review copy; null in a master. */
  readonly onReturn: (() => void) | null
  readonly onNameVersion: () => void
}

/** The commands of the desk itself; those of the text are the editor's. */
export function useDeskCommands(desk: DeskCommands): void {
  const { session, panels, onToggleSide } = desk
  const side = (name: Side) => ({
    run: () => onToggleSide(name),
    checked: panels.side.open && panels.chosen === name,
  })
  useCommands({
    'desk.close': { run: desk.onClose },
    'desk.checkpoint': { run: () => void saveCheckpoint(session) },
    'desk.name-version': { run: desk.onNameVersion },
    'export.open': { run: desk.onExport },
    'review.send': { run: desk.onSend },
    'file.save-as': { run: desk.onSaveAs },
    'edit.find': { run: () => desk.onFind('find') },
    'edit.replace': { run: () => desk.onFind('replace'), enabled: desk.canReplace },
    'review.return': { run: () => desk.onReturn?.(), enabled: desk.onReturn !== null },
    'view.outline': { run: desk.onToggleOutline, checked: panels.outline.open },
    'view.review': side('review'),
    'view.versions': side('versions'),
    'view.details': side('details'),
  })
}

async function saveCheckpoint(session: Session): Promise<void> {
  const result = await session.checkpoint()
  if (!result.ok) {
    notify({ kind: 'error', message: 'The checkpoint could not be saved.', failure: result.error })
  } else {
    notify({
      kind: 'done',
      message: result.value ? 'Checkpoint saved.' : 'Nothing changed since the last checkpoint.',
    })
  }
}
