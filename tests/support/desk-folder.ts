import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { type BriefingFile, readBriefingFile } from '../../src/core/handoff/read.ts'
import { answerOpen, editor } from './driver.ts'
import { type Galley, launchGalley } from './electron.ts'
import { introduce, selectWords } from './reviewing.ts'

/** A profile whose desk folder is this one. */
export async function launchOnFolder(name: string, folder: string, profile?: string): Promise<Galley> {
  const galley = await launchGalley(profile === undefined ? {} : { profile })
  await introduce(galley.page, name)
  await chooseFolder(galley, folder)
  return galley
}

/** Chooses the desk folder in the library. */
async function chooseFolder({ app, page }: Galley, folder: string): Promise<void> {
  await answerOpen(app, [folder])
  await page.getByRole('button', { name: 'Desk folder…' }).click()
  await page.getByText(/is the desk folder now/).waitFor()
}

/** Keeps what is on the desk in the desk folder, by the palette. */
export async function keepInFolder(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('combobox').fill('Keep in Desk Folder')
  await page.keyboard.press('Enter')
  await page.getByText(/is kept in “.+” from now on/).waitFor()
}

/** The strip that says what the desk folder brings. */
export function strip(page: Page) {
  return page.getByRole('status').filter({ hasText: 'in the desk folder' })
}

/** Waits for something to be offered, and looks at it. */
export async function look(page: Page): Promise<void> {
  await strip(page).getByRole('button', { name: 'Look' }).click({ timeout: 40_000 })
}

/** Waits for something to be offered that is not here yet, and takes all of it in. */
export async function takeIn(page: Page): Promise<void> {
  await look(page)
  await page
    .getByRole('dialog', { name: 'In the desk folder' })
    .getByRole('button', { name: /^Take in/ })
    .click()
}

/** Waits in the library for changes to be offered, and merges them; ends on the desk. */
export async function mergeOffered(page: Page): Promise<void> {
  await look(page)
  const take = page
    .getByRole('dialog', { name: 'In the desk folder' })
    .getByRole('button', { name: /^Take in/ })
  const apply = page.getByRole('region', { name: 'Merge returns' }).getByRole('button', { name: 'Apply' })
  await take.or(apply).or(editor(page)).first().waitFor()
  if (await take.isVisible()) await take.click()
  await apply.or(editor(page)).first().waitFor()
  if (await apply.isVisible()) await apply.click()
  await editor(page).waitFor()
}

/** The heads of a library's logs. */
export async function headsOf(page: Page): Promise<string[]> {
  return await page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('galley')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const rows = opening.result.transaction('logs').objectStore('logs').getAll()
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result.map(({ head }: { head: string }) => head))
          }
        }
      }),
  )
}

/** Puts the cursor behind these words and types. */
export async function typeBehind(page: Page, words: string, text: string): Promise<void> {
  await selectWords(page, words)
  await editor(page).press('ArrowRight')
  await page.keyboard.type(text)
}

/** The briefings in a folder, by name; those that cannot be read left out. */
export function briefingsIn(folder: string): Map<string, BriefingFile> {
  const found = new Map<string, BriefingFile>()
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.briefing')) continue
    const file = readBriefingFile(readFileSync(join(folder, name)), name)
    if (file.ok) found.set(name, file.value)
  }
  return found
}

/** The heads that a folder's files hold, each once. */
export function headsIn(folder: string): string[] {
  return [...new Set([...briefingsIn(folder).values()].map(({ manifest }) => manifest.head))]
}
