import { useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Settings } from '../../contract/settings.ts'
import type { Author } from '../../core/briefing/author.ts'
import type { Result } from '../../core/result.ts'

const store = createStore<{ settings: Settings | null }>(() => ({ settings: null }))

/** Reads the settings from main, once, before the first screen. Until then, and on failure, defaults hold. */
export async function loadSettings(): Promise<Result<Settings>> {
  const read = await window.galley.invoke('settings.read')
  store.setState({ settings: read.ok ? read.value : defaults() })
  return read
}

/** The settings as they are. @throws before `loadSettings` has answered. */
export function settings(): Settings {
  const { settings: current } = store.getState()
  if (current === null) throw new Error('The settings are used before they were read')
  return current
}

export function useSettings(): Settings {
  return useSyncExternalStore(store.subscribe, settings)
}

/**
 * Changes some settings: at once on the screen, then in main's file. What main refused is put back, unless
 * it was changed again since.
 */
export async function updateSettings(patch: Partial<Settings>): Promise<Result<Settings>> {
  const before = settings()
  const wanted = { ...before, ...patch }
  store.setState({ settings: wanted })
  const written = await window.galley.invoke('settings.write', wanted)
  if (!written.ok && settings() === wanted) store.setState({ settings: before })
  return written
}

/** Who signs the changes made here; someone who gave no name yet is "Unnamed author". */
export function signature(): Author {
  const { author } = settings()
  return author.name === '' ? { ...author, name: 'Unnamed author' } : author
}

function defaults(): Settings {
  return {
    author: { id: crypto.randomUUID(), name: '', initials: '?', colour: 'blue' },
    introduced: false,
    theme: 'system',
    spelling: true,
    panels: {},
  }
}
