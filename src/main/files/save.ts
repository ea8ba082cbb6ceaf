import { basename, dirname, join } from 'node:path'
import { type BrowserWindow, dialog, type SaveDialogOptions } from 'electron'
import { ok, type Result } from '../../core/result.ts'
import { writeAtomically } from '../storage/atomic.ts'
import type { Disk } from '../storage/disk.ts'
import { writeFailure } from '../storage/failures.ts'
import type { Folders } from './folders.ts'
import { type SavedKind, safeName, savedKinds, withExtension } from './names.ts'

/** What saving works with. */
export interface Saving {
  readonly disk: Disk
  readonly folders: Folders
  readonly window: BrowserWindow | null
}

/**
 * Asks where to save, makes what is to be saved, and writes it whole or not at all.
 * @param produce called once the user has chosen a place
 * @returns the file's name, or null where the user cancelled
 */
export async function saveFile(
  { disk, folders, window }: Saving,
  suggestedName: string,
  kind: SavedKind,
  produce: () => Promise<Result<Uint8Array>>,
): Promise<Result<{ name: string } | null>> {
  const path = await askWhere(disk, window, join(folders.last('save'), safeName(suggestedName, kind)), kind)
  if (path === null) return ok(null)
  const name = basename(path)
  const bytes = await produce()
  if (!bytes.ok) return { ok: false, error: { file: name, ...bytes.error } }
  try {
    await writeAtomically(disk, path, bytes.value)
  } catch (error) {
    return writeFailure(error, name)
  }
  folders.used('save', path)
  return ok({ name })
}

async function askWhere(
  disk: Disk,
  window: BrowserWindow | null,
  defaultPath: string,
  kind: SavedKind,
): Promise<string | null> {
  const { label, extensions } = savedKinds[kind]
  const options: SaveDialogOptions = {
    defaultPath,
    filters: [{ name: label, extensions: [...extensions] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  if (canceled || filePath === undefined || filePath === '') return null
  const path = withExtension(filePath, kind)
  if (path === filePath || !(await exists(disk, path))) return path
  return (await confirmReplacing(window, path)) ? path : null
}

/** The dialog asked about the name as it was typed; with the extension added it may be another file's. */
async function confirmReplacing(window: BrowserWindow | null, path: string): Promise<boolean> {
  const question = {
    type: 'question' as const,
    message: `Replace “${basename(path)}”?`,
    detail: `There is a file of that name in ${basename(dirname(path))} already.`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  }
  const { response } = await (window === null
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question))
  return response === 0
}

async function exists(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.stat(path)
    return true
  } catch {
    return false
  }
}
