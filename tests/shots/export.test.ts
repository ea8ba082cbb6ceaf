import { afterEach, test } from 'vitest'
import { openSample } from '../support/driver.ts'
import { introduce } from '../support/reviewing.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

let studio: Studio
afterEach(() => studio.galley.close())

test.each(sizes)('export at $width × $height', async size => {
  studio = await openStudio(size, '4')
  const { page, shot } = studio
  await introduce(page, 'Nadia Osei')
  await openSample(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (const format of ['Web page', 'Web fragment', 'Markdown', 'PDF', 'Plain text']) {
    await dialog.getByText(format, { exact: true }).first().click()
    await dialog.getByText(/Will be written as/).waitFor()
    await page.waitForTimeout(600)
    await shot(`export, ${format}`)
  }
})
