import { nativeTheme } from 'electron'
import { ok } from '../core/result.ts'
import { writeToClipboard } from './files/clipboard.ts'
import type { Handlers } from './ipc/answer.ts'
import { openLink } from './links/open-link.ts'
import type { SettingsFile } from './settings/settings.ts'
import { writeFailure } from './storage/failures.ts'
import type { AppWindow } from './window/window.ts'

/** What the handlers work with. */
export interface Services {
  readonly settings: SettingsFile
  readonly window: () => AppWindow | null
  readonly describe: (shown: Parameters<Handlers['window.describe']>[0]) => void
}

/** What main does for each channel. */
export function makeHandlers(services: Services): Partial<Handlers> {
  const { settings, window } = services
  return {
    'settings.read': () => ok(settings.read()),
    'settings.write': async next => {
      try {
        const written = await settings.write(next)
        nativeTheme.themeSource = written.theme
        return ok(written)
      } catch (error) {
        return writeFailure(error, 'settings.json')
      }
    },
    'clipboard.write': async ({ text, html }) => {
      await writeToClipboard(text, html)
      return ok(undefined)
    },
    'link.open': ({ href }) => openLink(href, window()?.browser ?? null),
    'window.describe': shown => {
      services.describe(shown)
      return ok(undefined)
    },
    'window.ready': () => {
      window()?.ready()
      return ok(undefined)
    },
    'window.flushed': () => {
      window()?.flushed()
      return ok(undefined)
    },
  }
}
