import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { ChosenFile, Request } from '../../contract/channels.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Disk } from '../storage/disk.ts'
import type { Folders } from './folders.ts'
import { readChosenFile } from './read.ts'

type Purpose = Request<'file.choose'>['purpose']

const dialogs: Readonly<Record<Purpose, Pick<OpenDialogOptions, 'title' | 'buttonLabel' | 'filters'>>> = {
  import: {
    title: 'Import',
    buttonLabel: 'Import',
    filters: [
      { name: 'Texts and briefings', extensions: ['txt', 'text', 'md', 'markdown', 'briefing'] },
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
  returns: {
    title: 'Merge Returns',
    buttonLabel: 'Merge',
    filters: [
      { name: 'Galley briefings', extensions: ['briefing'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
}

/**
 * Lets the user choose files and reads them. An empty list means that the user cancelled. One that cannot be
 * read fails the whole choice: nothing was made of the others yet.
 */
export async function chooseFiles(
  disk: Disk,
  folders: Folders,
  window: BrowserWindow | null,
  purpose: Purpose,
): Promise<Result<ChosenFile[]>> {
  const options: OpenDialogOptions = {
    ...dialogs[purpose],
    defaultPath: folders.last('open'),
    properties: ['openFile', 'multiSelections'],
  }
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  const [first] = filePaths
  if (canceled || first === undefined) return ok([])
  folders.used('open', first)
  const files: ChosenFile[] = []
  for (const path of filePaths) {
    const file = await readChosenFile(disk, path)
    if (!file.ok) return file
    files.push(file.value)
  }
  return ok(files)
}
