import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { ChosenFile, Request } from '../../contract/channels.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Disk } from '../storage/disk.ts'
import type { Folders } from './folders.ts'
import { readChosenFile } from './read.ts'

type Purpose = Request<'file.choose'>['purpose']

const dialogs: Readonly<Record<Purpose, Pick<OpenDialogOptions, 'title' | 'buttonLabel' | 'filters'>>> = {
  import: {
    title: 'Import a Text',
    buttonLabel: 'Import',
    filters: [
      { name: 'Text and Markdown', extensions: ['txt', 'text', 'md', 'markdown'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  briefing: {
    title: 'Open a Briefing File',
    buttonLabel: 'Open',
    filters: [
      { name: 'Galley briefings', extensions: ['briefing'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
}

/** Lets the user choose a file and reads it. An empty list means that the user cancelled. */
export async function chooseFile(
  disk: Disk,
  folders: Folders,
  window: BrowserWindow | null,
  purpose: Purpose,
): Promise<Result<ChosenFile[]>> {
  const options: OpenDialogOptions = {
    ...dialogs[purpose],
    defaultPath: folders.last('open'),
    properties: ['openFile'],
  }
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  const path = filePaths[0]
  if (canceled || path === undefined) return ok([])
  folders.used('open', path)
  const file = await readChosenFile(disk, path)
  return file.ok ? ok([file.value]) : file
}
