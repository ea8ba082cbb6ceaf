import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { DeskFolder } from '../../contract/channels.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DeskFolderService } from './desk-folder.ts'

/** Lets the user choose the desk folder. Null means that the user cancelled. */
export async function chooseDeskFolder(
  service: DeskFolderService,
  documents: string,
  window: BrowserWindow | null,
): Promise<Result<DeskFolder | null>> {
  const options: OpenDialogOptions = {
    title: 'Choose the Desk Folder',
    buttonLabel: 'Use This Folder',
    defaultPath: service.describe()?.path ?? documents,
    properties: ['openDirectory', 'createDirectory'],
  }
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  const [path] = filePaths
  return canceled || path === undefined ? ok(null) : await service.use(path)
}
