import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { answerOpen, editor } from '../support/driver.ts'
import type { Studio } from './studio.ts'

/** Imports a text through the app's own dialog and review; ends on the desk. */
export async function importText(studio: Studio, name: string, text: string | Uint8Array): Promise<void> {
  await openImport(studio, name, text)
  await studio.page.getByRole('button', { name: 'Accept' }).click()
  await editor(studio.page).waitFor()
}

/** The same as far as the review. */
export async function openImport(studio: Studio, name: string, text: string | Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-shots-'))
  await writeFile(join(folder, name), text)
  await answerOpen(studio.galley.app, [join(folder, name)])
  await studio.page.getByRole('button', { name: 'Import', exact: true }).click()
  await studio.page
    .getByRole('button', { name: 'Accept' })
    .or(studio.page.getByText('was not imported'))
    .waitFor()
  await rm(folder, { recursive: true })
}

/** A new briefing from a template; ends on the desk. */
export async function newBriefing(page: Page, template: string): Promise<void> {
  await page.keyboard.press('Control+N')
  await page.getByRole('dialog').getByRole('button', { name: template }).click()
  await editor(page).waitFor()
}
