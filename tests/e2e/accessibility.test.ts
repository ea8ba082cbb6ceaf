import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Galley, launchGalley } from '../support/electron.ts'

let galley: Galley
let page: Page

beforeAll(async () => {
  galley = await launchGalley()
  page = galley.page
})
afterAll(() => galley.close())

/** No violation of WCAG 2.1 A and AA, in either theme. */
async function expectAccessible(): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' })
    // Electron cannot open the blank page that axe would otherwise finish in.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.map(
      ({ id, nodes }) => `${theme}: ${id}: ${nodes.map(node => node.html).join(' ')}`,
    )
    expect(found).toEqual([])
  }
}

/** One walk through the app: each step starts where the one before it ended. */
describe.sequential('axe finds nothing on', () => {
  test('first start', async () => {
    await expectAccessible()
    await page.getByLabel('Name').fill('Nadia Osei')
    await page.getByRole('button', { name: 'Start writing' }).click()
  })

  test('the empty library', async () => {
    await page.getByRole('button', { name: 'Try the sample briefing' }).waitFor()
    await expectAccessible()
  })

  test('a new briefing', async () => {
    await page.getByRole('button', { name: 'New briefing' }).click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('an import', async () => {
    await page.getByRole('button', { name: 'Try the sample briefing' }).click()
    await page.getByRole('button', { name: 'Accept' }).waitFor()
    await expectAccessible()
    await page.getByRole('button', { name: 'Accept' }).click()
  })

  test('the desk with outline and details', async () => {
    await page.getByRole('textbox', { name: 'Briefing' }).waitFor()
    await page.getByRole('region', { name: 'Outline' }).waitFor()
    await page.getByRole('region', { name: 'Details' }).waitFor()
    await page.getByLabel('Tags').fill('ports,')
    await page.getByLabel('Slug').fill('Not a slug')
    await page.getByLabel('Tags').focus()
    await expectAccessible()
    await page.getByLabel('Slug').fill('')
  })

  test('find and replace', async () => {
    await page.getByRole('textbox', { name: 'Briefing' }).click()
    await page.keyboard.press('Control+H')
    await page.getByPlaceholder('Find', { exact: true }).fill('the')
    await expectAccessible()
    await page.keyboard.press('Escape')
  })

  test('every export format', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog')
    for (const format of ['Web page', 'Markdown', 'PDF']) {
      await dialog.getByText(format, { exact: true }).first().click()
      await dialog.getByText(/Will be written as/).waitFor()
      await expectAccessible()
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('palette and keys', async () => {
    for (const key of ['Control+Shift+P', 'F1']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      await expectAccessible()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  test('the library and its bin', async () => {
    await page.getByRole('button', { name: 'Library' }).click()
    await page.getByRole('row', { name: /harbour/ }).waitFor()
    await expectAccessible()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /^Bin/ }).click()
    await expectAccessible()
  })
})
