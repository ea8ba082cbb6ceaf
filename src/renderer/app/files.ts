import type { ChosenFile } from '../../contract/channels.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Publication } from '../../core/export/publication.ts'
import { fileNameFor } from '../features/export/file-name.ts'
import { restWords } from '../features/handoff/rest-words.ts'
import { type Arrivals, joinArrivals, noArrivals, type Refused, readArrivals } from '../store/arrivals.ts'
import { createBriefing } from '../store/library.ts'
import { openRest } from '../store/open-file.ts'
import type { Session } from '../store/session.ts'
import { notify } from '../ui/notify.ts'
import {
  goBack,
  isFormOpen,
  leaveDesk,
  navigation,
  openDesk,
  show,
  untilFormClosed,
  whereToComeBack,
} from './navigation.ts'

/** Takes files in, one lot after another, however they came; while a form is filled in, they wait for its end. */
export function takeFiles(files: readonly ChosenFile[]): Promise<void> {
  const [first, ...more] = files
  if (first !== undefined && isFormOpen()) {
    const what = more.length === 0 ? `“${first.name}”` : `${files.length} files`
    notify({ kind: 'info', message: `${what} will be opened once this form is closed.` })
  }
  turn = turn
    .catch(() => undefined)
    .then(untilFormClosed)
    .then(() => take(files))
  return turn
}

let turn: Promise<void> = Promise.resolve()

/**
 * `.briefing` files that need no decision go into the library; returns, and what cannot be placed, are shown
 * before anything is done with them. Everything else goes to the import, which refuses with a reason what it
 * cannot read. One briefing alone is shown on the desk.
 */
async function take(files: readonly ChosenFile[]): Promise<void> {
  const isBriefing = (file: ChosenFile) => file.name.toLowerCase().endsWith('.briefing')
  const briefings = files.filter(isBriefing)
  const texts = files.filter(file => !isBriefing(file))
  const back = whereToComeBack()
  if (files.length === 0 || !(await leaveDesk())) return
  const read = briefings.length === 0 ? noArrivals : await readFiles(briefings)
  const { screen } = navigation.getState()
  if (read === null) {
    await goBack(back)
    return
  }
  if (screen.kind === 'merge') {
    show({ ...screen, arrivals: joinArrivals(screen.arrivals, read), texts: [...screen.texts, ...texts] })
    return
  }
  if (read.groups.length > 0 || read.strangers.length > 0) {
    show({ kind: 'merge', arrivals: read, texts, back })
    return
  }
  for (const file of read.refused) tellRefused(file)
  for (const { name, told } of read.taken) {
    if (told !== null) notify({ kind: 'info', message: `“${name}”: ${told}` })
  }
  if (texts.length > 0) {
    if (back.kind === 'import') show(back)
    reviewFiles(texts)
    return
  }
  const opened = new Set(read.taken.map(({ id }) => id))
  const [only] = opened
  if (only !== undefined && opened.size === 1 && back.kind !== 'import') {
    await openDesk(only)
    return
  }
  await goBack(opened.size > 0 && back.kind === 'desk' ? { kind: 'library' } : back)
  const count = opened.size === 1 ? 'One briefing was' : `${opened.size} briefings were`
  if (opened.size > 0) notify({ kind: 'done', message: `${count} opened.` })
}

/** Says why a file was not opened, and offers what can still be read of it as a new briefing. */
function tellRefused({ name, failure, rest = null }: Refused): void {
  const message = `“${name}” could not be opened.`
  if (rest === null) {
    notify({ kind: 'error', message, failure })
    return
  }
  const run = async () => {
    const back = whereToComeBack()
    if (!(await leaveDesk())) return
    const opened = await openRest(name, rest)
    if (opened.ok) {
      await openDesk(opened.value)
      return
    }
    await goBack(back)
    notify({ kind: 'error', message, failure: opened.error })
  }
  const action = { label: 'Open what can be read as a new briefing', run: () => void run() }
  notify({ kind: 'error', message: `${message} ${restWords[rest.what]}`, failure, action })
}

/** Reads briefing files and says how far it is; null where the user cancelled. */
async function readFiles(files: readonly ChosenFile[]): Promise<Arrivals | null> {
  let isCancelled = false
  const say = (done: number) => {
    // A report that is shown stays: its choices are not to be lost.
    if (isCancelled || navigation.getState().screen.kind === 'merge') return
    const words =
      files.length === 1 ? 'Reading…' : `Reading ${Math.min(done + 1, files.length)} of ${files.length}…`
    const part = files.length === 1 ? null : done / files.length
    const onCancel = () => {
      isCancelled = true
    }
    show({ kind: 'working', words, part, onCancel })
  }
  say(0)
  const read = await readArrivals(files, { onRead: say, isCancelled: () => isCancelled })
  return isCancelled ? null : read
}

/** Asks for files, and takes them in. */
export async function chooseFiles(purpose: 'import' | 'briefing' | 'returns'): Promise<void> {
  const chosen = await window.galley.invoke('file.choose', { purpose })
  if (chosen.ok) await takeFiles(chosen.value)
  else notify({ kind: 'error', message: 'The file could not be read.', failure: chosen.error })
}

/** Shows files for review before they become briefings; where some are under review, behind them. */
export function reviewFiles(files: readonly ChosenFile[]): void {
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
