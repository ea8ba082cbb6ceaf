import { isAbsolute, join, resolve } from 'node:path'

/** The files and folders of one profile. Everything that Galley keeps is in here. */
export interface Profile {
  readonly folder: string
  readonly settings: string
  readonly remembered: string
  readonly personalWords: string
  readonly journals: string
  readonly backups: string
  /** Files on their way out of the window by dragging. */
  readonly dragged: string
  readonly log: string
}

/** The layout of a profile's folder. */
export function profileIn(folder: string): Profile {
  return {
    folder,
    settings: join(folder, 'settings.json'),
    remembered: join(folder, 'remembered.json'),
    personalWords: join(folder, 'words.json'),
    journals: join(folder, 'journal'),
    backups: join(folder, 'backups'),
    dragged: join(folder, 'dragged'),
    log: join(folder, 'logs', 'main.log'),
  }
}

/**
 * The folder that `--user-data-dir=DIR` asks for, or null where it is not given.
 * @param value the switch's value, empty where it is not given
 */
export function profileFolder(value: string, workingFolder: string): string | null {
  if (value === '') return null
  return isAbsolute(value) ? value : resolve(workingFolder, value)
}
