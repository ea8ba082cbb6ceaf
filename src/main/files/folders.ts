import { dirname } from 'node:path'
import type { Remembered } from '../remembered.ts'
import type { JsonFile } from '../storage/json-file.ts'

/** The folders last used for opening and for saving, where the next dialog starts. */
export interface Folders {
  readonly last: (use: keyof Remembered['folders']) => string
  /** Remembers the folder of a path. One that cannot be remembered is no reason to fail. */
  readonly used: (use: keyof Remembered['folders'], path: string) => void
}

/** @param documents the folder to start with */
export function rememberFolders(
  file: JsonFile<Remembered>,
  documents: string,
  report: (what: string, error: unknown) => void,
): Folders {
  return {
    last: use => file.value.folders[use] ?? documents,
    used: (use, path) => {
      file
        .update(({ folders }) => ({ folders: { ...folders, [use]: dirname(path) } }))
        .catch(error => report('remembering a folder', error))
    },
  }
}
