import type { Page } from 'playwright'
import { afterEach, test } from 'vitest'
import { openSample, toLibrary } from '../support/driver.ts'
import { introduce } from '../support/reviewing.ts'
import { importText, newBriefing } from './steps.ts'
import { openStudio, type Studio, sizes } from './studio.ts'
import { rightToLeft } from './texts.ts'

let studio: Studio
afterEach(() => studio.galley.close())

test.each(sizes)('the desk at $width × $height', async size => {
  studio = await openStudio(size, '3')
  const { page, shot } = studio
  await introduce(page, 'Nadia Osei')
  await openSample(page)
  await shot('desk')

  await showDetails(page)
  await page.getByLabel('Byline').fill('Nadia Osei')
  await page.getByLabel('Dateline').fill('Rotterdam')
  await page.getByLabel('Date', { exact: true }).fill('2026-03-18')
  await page.getByLabel('Slug').fill('Not a slug')
  await page.getByLabel('Tags').fill('ports')
  await page.keyboard.press('Enter')
  await page.getByLabel('Tags').fill('climate')
  await page.keyboard.press('Enter')
  await shot('details')
  await page.getByRole('combobox', { name: 'Language' }).click()
  await shot('details, choosing a language')
  await page.keyboard.press('Escape')
  await page.getByLabel('Slug').fill('')
  await page.getByRole('button', { name: 'Hide panel' }).click()
  await page.getByRole('button', { name: 'Hide outline' }).click()
  await shot('the page alone')
  await page.getByRole('button', { name: 'Show outline' }).click()
  await page.getByRole('treeitem').last().click()
  await page.waitForTimeout(500)
  await shot('the end of the text')

  const editor = page.getByRole('textbox', { name: 'Briefing' })
  const paragraph = editor.locator('.body p').nth(1)
  await paragraph.click({ clickCount: 2, position: { x: 60, y: 12 } })
  await page.waitForTimeout(400)
  await shot('a selection and its bubble menu')
  await page.keyboard.press('Control+K')
  await page.waitForTimeout(200)
  await shot('editing a link')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Block:/ }).click()
  await shot('choosing a kind of block')
  await page.keyboard.press('Escape')
  await paragraph.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await page.waitForTimeout(300)
  await shot('slash menu')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')

  await page.keyboard.press('Control+F')
  await page.getByPlaceholder('Find', { exact: true }).fill('the')
  await shot('find')
  await page.keyboard.press('Control+H')
  await page.getByPlaceholder('Replace with').fill('this')
  await shot('find and replace')
  await page.keyboard.press('Escape')
  await paragraph.click()
  await page.keyboard.press('Control+S')
  await page.getByText('Checkpoint saved.').waitFor()
  await shot('a notice')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await shot('keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('combobox', { name: 'Command' }).fill('quot')
  await shot('palette')
  await page.keyboard.press('Escape')

  await toLibrary(page)
  await newBriefing(page, 'News briefing')
  await shot('an empty briefing')
  await toLibrary(page)
  await newBriefing(page, 'Blank')
  await shot('a blank briefing')
  await toLibrary(page)
  await importText(studio, 'ports.txt', rightToLeft)
  await shot('a briefing from right to left')
})

async function showDetails(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Details' })
  if (!(await panel.isVisible())) await page.keyboard.press('Control+Alt+D')
  await panel.waitFor()
}
