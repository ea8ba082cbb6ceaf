import { afterEach, test } from 'vitest'
import { answerOpen, answerSave, skipIntroduction, toLibrary } from '../support/driver.ts'
import { writeReturns } from '../support/returned.ts'
import { openFile, reviewPanel } from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

const at = temporaryFolder()
let studio: Studio
afterEach(() => studio.galley.close())

const question = `Do the figures hold, above all the fund’s?

The annex went to print with 38 barriers; the minister said 40.`

test.each(sizes)('sending for review at $width × $height', async size => {
  studio = await openStudio(size, '9')
  const { page, shot, galley } = studio
  const files = writeReturns(at())
  await skipIntroduction(page)
  await openFile(galley, files.ready)
  if (size.width < 1200) await page.getByRole('button', { name: 'Hide outline' }).click()
  const dialog = page.getByRole('dialog')
  const open = () => page.getByRole('button', { name: 'Send for review' }).click()
  await open()
  await dialog.getByRole('heading', { name: 'Reviewers' }).waitFor()
  await shot('without a name')
  await page.keyboard.press('Escape')
  await toLibrary(page)
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('combobox').fill('Your Name')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Name').fill('Nadia Osei')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await openFile(galley, files.ready)
  await open()
  await dialog.getByRole('heading', { name: 'Reviewers' }).waitFor()
  await shot('nothing filled in')
  await dialog.getByRole('button', { name: 'Make the copy' }).click()
  await shot('a name is missing')
  const nameOf = (number: number) => dialog.getByRole('combobox', { name: `Name of reviewer ${number}` })
  await nameOf(1).fill('Cleo Marsh')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await shot('what they may do')
  await page.getByRole('option', { name: 'Edit', exact: true }).click()
  await dialog.getByRole('button', { name: 'Add a reviewer' }).click()
  await page.keyboard.type('b')
  await shot('names to choose from')
  await page.getByRole('option', { name: 'Ben Lindqvist' }).click()
  await dialog.getByRole('button', { name: 'Add a reviewer' }).click()
  await page.keyboard.type('Wilhelmina van den Bosch-Featherstonehaugh')
  await page.keyboard.press('Tab')
  await dialog.getByRole('textbox', { name: 'What do you ask?' }).fill(question)
  await shot('three reviewers')
  await dialog.getByRole('button', { name: 'Make 3 copies' }).click()
  await dialog.getByRole('group', { name: 'Copies to send' }).waitFor()
  await shot('three files')
  await answerOpen(galley.app, [at()])
  await dialog.getByRole('button', { name: 'Save all in a folder…' }).click()
  await dialog.getByText(/3 of 3/).waitFor()
  await shot('three files saved')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await reviewPanel(page)
    .getByRole('button', { name: /^Out for review/ })
    .click()
  await reviewPanel(page).getByRole('button', { name: 'The file again, for Cleo Marsh' }).click()
  await reviewPanel(page)
    .getByRole('group', { name: /for Cleo Marsh/ })
    .waitFor()
  await shot('out for review')
  await toLibrary(page)
  await answerSave(galley.app, at())
  await openFile(galley, files.copy)
  await open()
  await shot('passing a copy on')
})
