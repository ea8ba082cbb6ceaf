import { resolve } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { build } from 'vite'

const folder = resolve(import.meta.dirname, '../../out/bench/bare')

/** Bare ProseMirror in a window of the same Electron: what everything here is compared with. */
export async function openBare(app: ElectronApplication): Promise<Page> {
  await build({
    root: resolve(import.meta.dirname, 'bare'),
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome114' },
  })
  const opened = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, root) => {
    const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { partition: 'bench' } })
    void window.loadFile(`${root}/index.html`)
  }, folder)
  const page = await opened
  await page.waitForLoadState('load')
  return page
}
