import { afterEach, test } from 'vitest'
import { toLibrary } from '../support/driver.ts'
import { introduce } from '../support/reviewing.ts'
import { importText, openImport } from './steps.ts'
import { openStudio, type Studio, sizes } from './studio.ts'
import { texts } from './texts.ts'

let studio: Studio
afterEach(() => studio.galley.close())

test.each(sizes)('the library at $width × $height', async size => {
  studio = await openStudio(size, '2')
  const { page, shot } = studio
  await introduce(page, 'Nadia Osei')
  for (const { name, text } of texts) {
    await importText(studio, name, text)
    await toLibrary(page)
  }
  await shot('library')

  const search = page.getByRole('searchbox').or(page.getByRole('textbox', { name: /Search/ }))
  await search.fill('ports')
  await page.getByText(/^[1-9]\d* briefings? found$/).waitFor({ state: 'attached' })
  await shot('library search')
  await search.fill('zeppelin')
  await page.getByText('0 briefings found').waitFor({ state: 'attached' })
  await shot('library search without a result')
  await search.fill('')

  const row = page.getByRole('row', { name: /Rail talks resume after/ })
  await row.click({ button: 'right' })
  await page.getByRole('menu').waitFor()
  await shot('library context menu')
  await page.getByRole('menuitem', { name: 'Move to Bin' }).click()
  await row.waitFor({ state: 'detached' })
  await shot('library after binning')
  await page.getByRole('button', { name: /^Bin/ }).click()
  await row.waitFor()
  await shot('bin')
  await row.getByRole('button', { name: 'Delete…' }).click()
  await shot('delete for good')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^All briefings/ }).click()

  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').waitFor()
  await shot('palette in the library')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await openImport(studio, 'photo.txt', new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 1]))
  await shot('a file that could not be imported')
})
