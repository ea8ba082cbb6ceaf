import type { BrowserWindow } from 'electron'
import type { Report } from '../ipc/answer.ts'

/** More than this many crashes in a minute, and loading the page again will not help. */
const patience = 3
const minute = 60_000

/**
 * Loads the page again when its process is gone: what was typed is in the journal and in the store.
 * @param giveUp called when it keeps dying
 */
export function reloadAfterCrash(window: BrowserWindow, report: Report, giveUp: () => void): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    report('the page is gone', `${reason} (${exitCode})`)
    const now = performance.now()
    crashes = [...crashes.filter(at => now - at < minute), now]
    if (crashes.length > patience) giveUp()
    else window.webContents.reload()
  })
}
