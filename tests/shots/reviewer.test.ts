import { afterEach, test } from 'vitest'
import { writeCopy } from '../support/copies.ts'
import { answerSave, editor, skipIntroduction, toLibrary } from '../support/driver.ts'
import { commentOn, openFile, reviewPanel, selectWords } from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

const at = temporaryFolder()
let studio: Studio
afterEach(() => studio.galley.close())

const long = `Could you read this as the ministry would?

1. The figure in the first key point: last year’s dues, or the year’s before?
2. “Spared until spring” is from the board’s own paper. Is that still so?
3. Who pays needs a name; I could not reach the skippers’ union.

Everything below “What comes next” is agreed with the ministry and should stay.`

test.each(sizes)('a reviewer’s copies at $width × $height', async size => {
  studio = await openStudio(size, '8')
  const { page, shot, galley } = studio
  const banner = page.getByRole('region', { name: 'Review copy' })
  await skipIntroduction(page)
  await openFile(galley, writeCopy(at(), 'Comments.briefing', { rights: 'comment', asks: long }).path)
  if (size.width < 1200) await page.getByRole('button', { name: 'Hide outline' }).click()
  await shot('a copy for comments')
  await selectWords(page, 'twelve metres')
  await page.waitForTimeout(300)
  await shot('words to comment on')
  await commentOn(page, 'twelve metres', 'Or ten?')
  await page.getByRole('tab', { name: 'Details' }).click()
  await shot('details to read')
  await page.getByRole('tab', { name: 'Review' }).click()
  await banner.getByRole('button', { name: 'Fold' }).click()
  await shot('a folded banner')
  await toLibrary(page)

  await openFile(galley, writeCopy(at(), 'Suggestions.briefing', { rights: 'suggest' }).path)
  await selectWords(page, 'small boats')
  await page.keyboard.type('fishing boats')
  await reviewPanel(page).getByRole('button', { name: 'Withdraw' }).waitFor()
  await shot('a copy for suggestions')
  await answerSave(galley.app, at())
  await page.getByRole('button', { name: 'Make return' }).click()
  await page.getByText(/^Saved as/).waitFor()
  await shot('a return was made')
  await editor(page).press('Control+End')
  await page.keyboard.type(' More later.')
  await banner.getByText('You have made changes since').waitFor()
  await shot('changes since the return')
  await page.getByRole('button', { name: 'Dismiss' }).last().click()
  await toLibrary(page)

  await openFile(galley, writeCopy(at(), 'Edits.briefing', { rights: 'edit', asks: '' }).path)
  await banner.getByRole('button', { name: 'Not Cleo?' }).click()
  await shot('a copy to edit')
  await toLibrary(page)
  await page.getByRole('button', { name: /^Review copies/ }).click()
  await shot('review copies in the library')
})
