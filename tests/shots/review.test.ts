import { afterEach, test } from 'vitest'
import { editor, openSample, toLibrary } from '../support/driver.ts'
import { launchGalley } from '../support/electron.ts'
import {
  cards,
  commentOn,
  introduce,
  openFile,
  reviewPanel,
  saveFile,
  selectWords,
  setMode,
} from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

const at = temporaryFolder()
let studio: Studio
afterEach(() => studio.galley.close())

/** A second reader on a machine of his own: comments and suggests, and hands the file back. */
async function readBy(name: string, path: string): Promise<string> {
  const other = await launchGalley()
  const { page } = other
  await introduce(page, name)
  await openFile(other, path)
  await setMode(page, 'Suggesting')
  await selectWords(page, 'Nine')
  await page.keyboard.type('Ten')
  await editor(page).press('Control+End')
  await page.keyboard.type(' More in June.')
  await commentOn(page, 'Who pays', 'Could this say who does not pay?')
  const answer = cards(page, /^Thread by Nadia/).first()
  await answer.getByRole('button', { name: 'Reply' }).click()
  await page.keyboard.type('Thirty-eight built, four under construction.')
  await page.keyboard.press('Control+Enter')
  const saved = await saveFile(other, at())
  await other.close()
  return saved
}

test.each(sizes)('review at $width × $height', async size => {
  studio = await openStudio(size, '6')
  const { page, shot, galley } = studio
  await introduce(page, 'Nadia Osei')
  await openSample(page)
  if (size.width < 1200) await page.getByRole('button', { name: 'Hide outline' }).click()
  await reviewPanel(page).waitFor()
  await shot('nothing to review')
  await selectWords(page, '38 tidal barriers')
  await page.keyboard.press('Control+Alt+M')
  await page.keyboard.type('The annex lists 40. Which number do we stand behind?')
  await shot('writing a comment')
  await page.keyboard.press('Control+Enter')
  await commentOn(page, 'What the models', 'Too soft.')
  const path = await saveFile(galley, at())
  await toLibrary(page)
  const back = await readBy('Tom Brandt', path)
  await openFile(galley, back)
  await cards(page, /^Suggestion by Tom/)
    .first()
    .waitFor()
  await cards(page, /^Thread by Nadia/)
    .first()
    .click()
  await shot('cards')
  await cards(page, /^Thread by Nadia/)
    .first()
    .getByRole('button', { name: 'Reply' })
    .click()
  await page.keyboard.type('Then “nearly 40”.')
  await shot('replying')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Show:/ }).click()
  await shot('filters')
  await page.keyboard.press('Escape')
  await selectWords(page, 'What the models')
  await page.keyboard.press('Backspace')
  await cards(page, /its text was removed/).waitFor()
  await shot('text was removed')
  await page.getByRole('button', { name: /^Status:/ }).click()
  await shot('status')
  await page.getByRole('menuitemradio', { name: 'In review' }).click()
  const approvals = page.getByRole('group', { name: 'Approvals' })
  await approvals.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.keyboard.type('Good to go.')
  await shot('approving')
  await approvals.getByRole('button', { name: 'Approve this version' }).click()
  await editor(page).press('Control+End')
  await page.keyboard.type(' And in July.')
  await approvals.getByText('Out of date', { exact: true }).waitFor()
  await shot('a stale approval')
  await approvals.getByRole('button', { name: /^Approvals/ }).click()
  await setMode(page, 'Viewing')
  await shot('viewing, final')
  await page.getByRole('radio', { name: 'Original' }).click()
  await shot('viewing, original')
  await setMode(page, 'Editing')
  await page.getByRole('tab', { name: 'Versions' }).click()
  await shot('versions')
  await page.keyboard.press('Control+Shift+S')
  await page.keyboard.type('As sent to the minister')
  await shot('naming a version')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await selectWords(page, 'flood')
  await page.keyboard.type('storm')
  await page
    .getByRole('region', { name: 'Versions' })
    .getByRole('button', { name: /^As sent/ })
    .click()
  await page
    .getByText(/changes?$/)
    .first()
    .waitFor()
  await shot('comparing inline')
  await page.getByRole('dialog').getByRole('radio', { name: 'Side by side' }).click()
  await shot('comparing side by side')
  await page.keyboard.press('Escape')
  await toLibrary(page)
  await page.waitForTimeout(500)
  await shot('library with statuses')
})
