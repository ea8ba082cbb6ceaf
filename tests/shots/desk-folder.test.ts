import { copyFile, mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, test } from 'vitest'
import { look, strip } from '../support/desk-folder.ts'
import { answerOpen } from '../support/driver.ts'
import { writeReturns } from '../support/returned.ts'
import { introduce, openFile } from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

const at = temporaryFolder()
let studio: Studio
afterEach(() => studio.galley.close())

test.each(sizes)('the desk folder at $width × $height', async size => {
  studio = await openStudio(size, '11')
  const { page, shot, galley } = studio
  const files = writeReturns(at())
  const shared = at('Newsroom desk')
  await mkdir(shared)
  await introduce(page, 'Nadia Osei')
  await openFile(galley, files.master)
  await page.getByRole('button', { name: 'Library' }).click()
  await answerOpen(galley.app, [shared])
  await page.getByRole('button', { name: 'Desk folder…' }).click()
  await page.getByText(/is the desk folder now/).waitFor()
  await shot('a folder was chosen')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('button', { name: /^Desk folder/ }).click()
  await shot('the entry’s menu')
  await page.keyboard.press('Escape')
  await page.getByText('Harbour cities agree').first().click({ button: 'right' })
  await shot('keeping a briefing there')
  await page.keyboard.press('Escape')
  for (const path of [files.cleo, files.second, files.copy]) {
    await copyFile(path, join(shared, basename(path)))
  }
  await strip(page).getByText('3 files').waitFor({ timeout: 40_000 })
  await shot('files are offered')
  await look(page)
  await shot('what is offered')
  await page.keyboard.press('Escape')
  await openFile(galley, files.master)
  await strip(page).waitFor()
  await shot('files are offered on the desk')
  await rm(shared, { recursive: true })
  await page.getByRole('button', { name: 'Library' }).click()
  await page.getByRole('button', { name: /^Desk folder.*away/ }).waitFor({ timeout: 40_000 })
  await shot('the folder is away')
})
