import { useStore } from 'zustand'
import { titleOf } from '../../core/briefing/briefing.ts'
import { Desk } from '../features/desk/desk.tsx'
import type { AskedPanelProps, DeskSides } from '../features/desk/sides.ts'
import { toggleKept } from '../features/desk-folder/actions.ts'
import { DeskFolderEntry } from '../features/desk-folder/desk-folder-entry.tsx'
import { OfferStrip } from '../features/desk-folder/offer-strip.tsx'
import { OffersDialog } from '../features/desk-folder/offers-dialog.tsx'
import { OutForReview } from '../features/handoff/out-for-review.tsx'
import { Library } from '../features/library/library.tsx'
import { NewBriefingDialog } from '../features/library/new-briefing-dialog.tsx'
import { ReviewPanel } from '../features/review/review-panel.tsx'
import { IdentityDialog } from '../features/settings/identity-dialog.tsx'
import { IdentityHere } from '../features/settings/identity-here.tsx'
import { CompareDialog } from '../features/versions/compare-dialog.tsx'
import { VersionsPanel } from '../features/versions/versions-panel.tsx'
import type { Session } from '../store/session.ts'
import { lookAtOffers, takeOffers } from './desk-folder.ts'
import { acceptImport, chooseFiles, nextImport, saveAsFile, takeFiles } from './files.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { ExportDialog, ImportReview, MergeScreen, SendDialog } from './later.ts'
import { afterMerge, leaveMerge, openFromMerge, undoMergeOnDesk } from './merges.ts'
import { leaveDesk, navigation, openDesk, showOver } from './navigation.ts'
import { Palette } from './palette.tsx'
import { Working } from './working.tsx'

const sides: DeskSides = {
  Review: ReviewSide,
  Versions: props => (
    <VersionsPanel {...props} onUndoMerge={merge => undoMergeOnDesk(props.session, merge)} />
  ),
  Compare: CompareDialog,
}

/** The Review panel, with the copies that went out at its foot. */
function ReviewSide(props: AskedPanelProps) {
  const { session, people } = props
  return <ReviewPanel {...props} out={<OutForReview session={session} people={people} />} />
}

/** The screen that is shown. */
export function CurrentScreen() {
  const screen = useStore(navigation, state => state.screen)
  switch (screen.kind) {
    case 'library':
      return (
        <Library
          onOpen={id => void openDesk(id)}
          onImport={file => void (file === undefined ? chooseFiles('import') : takeFiles([file]))}
          onMerge={() => void chooseFiles('returns')}
          onNew={() => showOver({ kind: 'new' })}
          onKeep={card => void toggleKept(card)}
          strip={<OfferStrip onLook={lookAtOffers} />}
          deskFolder={<DeskFolderEntry onLook={lookAtOffers} />}
        />
      )
    case 'desk':
      return (
        <Desk
          key={screen.session.id}
          session={screen.session}
          sides={sides}
          strip={<OfferStrip onLook={lookAtOffers} />}
          onClose={() => void leaveDesk()}
          onExport={() => exportFrom(screen.session)}
          onSend={() => sendFrom(screen.session)}
          onSaveAs={() => void saveAsFile(screen.session)}
        />
      )
    case 'working':
      return <Working words={screen.words} part={screen.part} onCancel={screen.onCancel} />
    case 'merge':
      return (
        <MergeScreen
          arrivals={screen.arrivals}
          texts={screen.texts.length}
          onMerged={(plans, left) => void afterMerge(plans, left, screen)}
          onOpen={id => void openFromMerge(id, screen)}
          onLeave={() => void leaveMerge(screen)}
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
    case 'offers':
      return <OffersDialog onTake={chosen => void takeOffers(chosen)} onClose={close} />
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
    case 'send':
      return (
        <SendDialog
          session={over.session}
          identity={<IdentityHere why="Who is asking? Your name goes with the copies." />}
          onClose={close}
        />
      )
  }
}

function sendFrom(session: Session): void {
  // The words typed last are in what can go along.
  void session.flush()
  showOver({ kind: 'send', session })
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
