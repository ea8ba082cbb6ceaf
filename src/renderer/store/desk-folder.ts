import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DeskFile, DeskFiles, DeskFolder } from '../../contract/channels.ts'
import type { Result } from '../../core/result.ts'
import { seenIn } from './desk-folder/seen.ts'

interface FolderState extends DeskFiles {
  /** Null where none is chosen. */
  readonly folder: DeskFolder | null
}

/** The desk folder as main last told of it. */
export const folderState = createStore<FolderState>(() => ({ folder: null, files: [], arriving: [] }))

/** The desk folder, or null where none is chosen. */
export function useDeskFolder(): DeskFolder | null {
  return useStore(folderState, ({ folder }) => folder)
}

/** Follows main's desk folder from now on. */
export async function followFolder(): Promise<void> {
  window.galley.on('desk-folder.changed', change => folderState.setState(change))
  const [folder, list] = await Promise.all([
    window.galley.invoke('desk-folder.describe'),
    window.galley.invoke('desk-folder.list'),
  ])
  if (folder.ok && list.ok) folderState.setState({ folder: folder.value, ...list.value })
}

/**
 * Puts a file of this machine into the desk folder, named after `stem` and the machine. Writing again for the
 * same `id` (of a log, a copy, a return; a UUID) replaces that file. Answers with its name there. Refused where
 * no desk folder is chosen.
 */
export async function putInDeskFolder(
  stem: string,
  bytes: Uint8Array,
  id: string,
): Promise<Result<DeskFile>> {
  const put = await window.galley.invoke('desk-folder.write', { id, stem, bytes })
  // What this machine wrote brings it nothing.
  if (put.ok) seenIn(folderState.getState().folder?.path ?? '').note(put.value, 'known')
  return put
}

/** Asks for the desk folder; null means that the user cancelled. */
export async function chooseDeskFolder(): Promise<Result<DeskFolder | null>> {
  const chosen = await window.galley.invoke('desk-folder.choose')
  // Whoever asked goes on at once; the event says the same.
  if (chosen.ok && chosen.value !== null) folderState.setState({ folder: chosen.value })
  return chosen
}
