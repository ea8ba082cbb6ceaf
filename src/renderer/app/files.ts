import type { ChosenFile } from '../../contract/channels.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Publication } from '../../core/export/publication.ts'
import { fileNameFor } from '../features/export/file-name.ts'
import { recognise } from '../store/incoming.ts'
import { createBriefing } from '../store/library.ts'
import { openIncoming } from '../store/open-file.ts'
import type { Session } from '../store/session.ts'
import { notify } from '../ui/notify.ts'
import { leaveDesk, navigation, openDesk, show } from './navigation.ts'

/**
 * Takes files in, however they came: `.briefing` files are opened, everything else goes to the import, which
 * refuses with a reason what it cannot read. One briefing alone is shown on the desk.
 */
export async function takeFiles(files: readonly ChosenFile[]): Promise<void> {
  if (files.length === 0 || !(await leaveDesk())) return
  const isBriefing = (file: ChosenFile) => file.name.toLowerCase().endsWith('.briefing')
  const opened: LogId[] = []
  for (const file of files.filter(isBriefing)) {
    const incoming = await recognise(file.bytes, file.name)
    if (!incoming.ok) {
      notify({ kind: 'error', message: `“${file.name}” could not be opened.`, failure: incoming.error })
      continue
    }
    const { value } = incoming
    if (value.kind === 'forked' || value.kind === 'return' || value.kind === 'stranger') continue
    const taken = await openIncoming({ ...value, kind: value.kind })
    if (!taken.ok) {
      notify({ kind: 'error', message: `“${file.name}” could not be opened.`, failure: taken.error })
      continue
    }
    opened.push(taken.value.id)
    if (taken.value.told !== null) notify({ kind: 'info', message: `“${file.name}”: ${taken.value.told}` })
  }
  const others = files.filter(file => !isBriefing(file))
  if (others.length > 0) {
    reviewFiles(others)
    return
  }
  const [only] = opened
  if (only !== undefined && opened.length === 1) await openDesk(only)
  else if (opened.length > 1) notify({ kind: 'done', message: `${opened.length} briefings were opened.` })
}

/** Asks for files to import, and takes them in. */
export async function chooseFiles(purpose: 'import' | 'briefing'): Promise<void> {
  const chosen = await window.galley.invoke('file.choose', { purpose })
  if (chosen.ok) await takeFiles(chosen.value)
  else notify({ kind: 'error', message: 'The file could not be read.', failure: chosen.error })
}

/** Files that wait behind those under review are put behind them. */
function reviewFiles(files: readonly ChosenFile[]): void {
  const { screen } = navigation.getState()
  if (screen.kind === 'import') show({ ...screen, files: [...screen.files, ...files] })
  else show({ kind: 'import', files, at: 0, made: [] })
}

/** The file under review was accepted: makes the briefing and goes on to the next file. */
export async function acceptImport(imported: Publication): Promise<void> {
  const created = await createBriefing(imported)
  if (!created.ok) {
    notify({ kind: 'error', message: 'The briefing could not be made.', failure: created.error })
    return
  }
  await nextImport(created.value)
}

/** Goes on to the next file; after the last one to the briefing that was made, if it is one. */
export async function nextImport(made: LogId | null): Promise<void> {
  const { screen } = navigation.getState()
  if (screen.kind !== 'import') return
  const all = made === null ? screen.made : [...screen.made, made]
  if (screen.at + 1 < screen.files.length) {
    show({ ...screen, at: screen.at + 1, made: all })
    return
  }
  show({ kind: 'library' })
  const [only] = all
  if (only !== undefined && all.length === 1) await openDesk(only)
  else if (all.length > 1) notify({ kind: 'done', message: `${all.length} briefings were imported.` })
}

/** Save As: writes the briefing on the desk as a master `.briefing` file. */
export async function saveAsFile(session: Session): Promise<void> {
  const file = await session.masterFile()
  const suggestedName = fileNameFor(session.state.getState().briefing, { extension: 'briefing' })
  const saved = file.ok
    ? await window.galley.invoke('file.save', { suggestedName, kind: 'briefing', bytes: file.value })
    : file
  if (!saved.ok) notify({ kind: 'error', message: 'The file was not written.', failure: saved.error })
  else if (saved.value !== null) notify({ kind: 'done', message: `Saved as “${saved.value.name}”.` })
}
