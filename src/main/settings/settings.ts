import type { Settings } from '../../contract/settings.ts'
import { settingsSchema } from '../../contract/settings.ts'
import type { Disk } from '../storage/disk.ts'
import { openJsonFile } from '../storage/json-file.ts'

/** The user's settings, as one file in the profile. */
export interface SettingsFile {
  readonly read: () => Settings
  /** Keeps new settings. Who writes here keeps the id made at first start, whatever the new ones say. */
  readonly write: (settings: Settings) => Promise<Settings>
  /** Where an unreadable settings file was kept, or null. */
  readonly movedAside: string | null
}

/**
 * Opens the settings; the first start makes them, with an author id.
 * @param makeId a new random UUID at each call
 */
export async function openSettings(
  disk: Disk,
  path: string,
  makeId: () => string,
  time: () => Date,
): Promise<SettingsFile> {
  const defaults: Settings = {
    author: { id: makeId(), name: '', initials: '?', colour: 'blue' },
    introduced: false,
    theme: 'system',
    spelling: true,
    panels: {},
  }
  const file = await openJsonFile(disk, path, settingsSchema, defaults, time)
  const { id } = file.value.author
  // The id must be the same at the next start, even if nothing is ever set.
  if (id === defaults.author.id) await file.update(value => value)
  return {
    read: () => file.value,
    write: settings => file.update(() => ({ ...settings, author: { ...settings.author, id } })),
    movedAside: file.movedAside,
  }
}
