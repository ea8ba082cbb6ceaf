import { useStore } from 'zustand'
import { titleOf } from '../../core/briefing/briefing.ts'
import { Desk } from '../features/desk/desk.tsx'
import type { DeskSides } from '../features/desk/sides.ts'
import { ExportDialog } from '../features/export/export-dialog.tsx'
import { ImportReview } from '../features/import/import-review.tsx'
import { Library } from '../features/library/library.tsx'
import { NewBriefingDialog } from '../features/library/new-briefing-dialog.tsx'
import { ReviewPanel } from '../features/review/review-panel.tsx'
import { IdentityDialog } from '../features/settings/identity-dialog.tsx'
import { CompareDialog } from '../features/versions/compare-dialog.tsx'
import { VersionsPanel } from '../features/versions/versions-panel.tsx'
import type { Session } from '../store/session.ts'
import { acceptImport, chooseFiles, nextImport, saveAsFile, takeFiles } from './files.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { leaveDesk, navigation, openDesk, showOver } from './navigation.ts'
import { Palette } from './palette.tsx'

const sides: DeskSides = { Review: ReviewPanel, Versions: VersionsPanel, Compare: CompareDialog }

/** The screen that is shown. */
export function CurrentScreen() {
  const screen = useStore(navigation, state => state.screen)
  switch (screen.kind) {
    case 'library':
      return (
        <Library
          onOpen={id => void openDesk(id)}
          onImport={file => void (file === undefined ? chooseFiles('import') : takeFiles([file]))}
          onNew={() => showOver({ kind: 'new' })}
        />
      )
    case 'desk':
      return (
        <Desk
          key={screen.session.id}
          session={screen.session}
          sides={sides}
          onClose={() => void leaveDesk()}
          onExport={() => exportFrom(screen.session)}
          onSaveAs={() => void saveAsFile(screen.session)}
        />
      )
    case 'import': {
      const { files, at } = screen
      const file = files[at]
      if (file === undefined) return null
      return (
        <ImportReview
          key={`${at} ${file.name}`}
          file={file}
          {...(files.length > 1 ? { place: { at: at + 1, of: files.length } } : {})}
          onAccept={acceptImport}
          onCancel={() => void nextImport(null)}
        />
      )
    }
  }
}

/** What stands over the screen. */
export function CurrentOver() {
  const over = useStore(navigation, state => state.over)
  const close = () => showOver(null)
  switch (over?.kind) {
    case undefined:
      return null
    case 'new':
      return <NewBriefingDialog open onClose={close} onCreated={id => void openDesk(id)} />
    case 'identity':
      return <IdentityDialog open onClose={close} />
    case 'palette':
      return <Palette onClose={close} />
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'export':
      return (
        <ExportDialog
          briefing={over.briefing}
          title={titleOf(over.briefing.doc)}
          onExported={over.onExported}
          onClose={close}
        />
      )
  }
}

function exportFrom(session: Session): void {
  // Closes the open change at once, so that the words typed last are in what is exported.
  void session.flush()
  showOver({
    kind: 'export',
    briefing: session.state.getState().briefing,
    onExported: () => void session.keepVersion('export'),
  })
}
