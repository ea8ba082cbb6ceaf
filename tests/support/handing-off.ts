import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright'

const galley = resolve(import.meta.dirname, '../../out/cli/galley.js')

/** Runs the built command line in a folder; a run that ends with more than a warning is an error. */
function runGalley(folder: string, ...args: readonly string[]): void {
  try {
    execFileSync(process.execPath, [galley, ...args], { cwd: folder, stdio: 'pipe' })
  } catch (error) {
    if ((error as { status?: number }).status !== 1) throw error
  }
}

/** Edits a file by a script, as somebody. */
export function scripted(
  folder: string,
  name: string,
  as: string,
  entries: unknown,
  ...more: string[]
): void {
  writeFileSync(join(folder, 'edits.json'), JSON.stringify(entries))
  runGalley(folder, 'edit', name, '--as', as, '--script', 'edits.json', ...more)
}

/** Drops files on the window, all at once. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map(path => ({ name: basename(path), bytes: readFileSync(path).toString('base64') }))
  const transfer = await page.evaluateHandle(given => {
    const data = new DataTransfer()
    for (const { name, bytes } of given) {
      data.items.add(new File([Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))], name))
    }
    return data
  }, files)
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer })
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
}

/** The report on what was dropped or chosen. */
export function mergeReport(page: Page): Locator {
  return page.getByRole('region', { name: 'Merge returns', exact: true })
}

/** What one file brings: the part of the report with this heading. */
export function entryOf(page: Page, name: string): Locator {
  return mergeReport(page).getByRole('region', { name, exact: true })
}

/** Waits until the report can be applied, and applies it. */
export async function applyMerge(page: Page): Promise<void> {
  await mergeReport(page).getByRole('button', { name: 'Apply' }).click()
}
