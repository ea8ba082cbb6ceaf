import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright'

/** What the native dialog for opening files answers from now on: these files. */
export async function answerOpen(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] })
  }, paths)
}

/** What the native save dialog answers from now on: the name it suggests, in this folder. */
export async function answerSave(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, inFolder) => {
    const answer = async (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath?: string }
      const name = (options.defaultPath ?? 'untitled').split('/').at(-1) ?? 'untitled'
      return { canceled: false, filePath: `${inFolder}/${name}` }
    }
    dialog.showSaveDialog = answer as typeof dialog.showSaveDialog
  }, folder)
}

/** Leaves the question of first start unanswered. */
export async function skipIntroduction(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.getByRole('region', { name: 'Library' }).waitFor()
}

/** Opens the sample briefing from the empty library; ends on the desk. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample briefing' }).click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await editor(page).waitFor()
}

/** Imports a file through the dialog and its review; ends on the desk. */
export async function importFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpen(app, [path])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await editor(page).waitFor()
}

export function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Briefing' })
}

/** A field's group in the editor. */
export function field(page: Page, name: 'Headline' | 'Standfirst' | 'Key points' | 'Body'): Locator {
  return editor(page).getByRole('group', { name, exact: true })
}

/** Waits until everything typed so far is said to be saved. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText(/^Saved \d/).waitFor()
}

export async function toLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Library' }).click()
  await page.getByRole('region', { name: 'Library' }).waitFor()
}

/** The formats by the names they have in the dialog, with the ending of what they write. */
const endings = {
  'Web page': 'html',
  'Web fragment': 'html',
  Markdown: 'md',
  'Plain text': 'txt',
  PDF: 'pdf',
} as const

/** Exports through the dialog; answers what was written. */
export async function exportAs(
  app: ElectronApplication,
  page: Page,
  format: keyof typeof endings,
  folder: string,
): Promise<{ name: string; bytes: Buffer }> {
  await answerSave(app, folder)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText(format, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Save…' }).click()
  // A notice of an earlier export may still stand.
  const notice = page.getByText(new RegExp(`\\.${endings[format]}” was written\\.$`)).last()
  await notice.waitFor({ timeout: 60_000 })
  const name = /“(.+)”/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
  return { name, bytes: await readFile(join(folder, name)) }
}
