import { afterEach, test } from 'vitest'
import { introduce } from '../support/reviewing.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

let studio: Studio
afterEach(() => studio.galley.close())

test.each(sizes)('first start at $width × $height', async size => {
  studio = await openStudio(size, '1')
  const { page, shot } = studio
  await shot('first start')
  await page.getByLabel('Name').fill('Nadia Osei')
  await shot('first start with a name')
  await introduce(page, 'Nadia Osei')
  await shot('empty library')
  await page.getByRole('button', { name: 'New briefing' }).click()
  await shot('new briefing')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Try the sample briefing' }).click()
  await page.getByRole('button', { name: 'Accept' }).waitFor()
  await shot('import review')
})
