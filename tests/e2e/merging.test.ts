import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { editor, field, toLibrary } from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'
import { applyMerge, dropFiles, mergeReport } from '../support/handing-off.ts'
import { type Returned, writeReturns } from '../support/returned.ts'
import { cards, introduce, openFile, reviewPanel } from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const at = temporaryFolder()
let galley: Galley
let page: Page
let files: Returned

beforeEach(async () => {
  galley = await launchGalley()
  page = galley.page
  files = writeReturns(at())
  await introduce(page, 'Nadia Osei')
  await openFile(galley, files.master)
})
afterEach(() => galley.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const isReady = () =>
  mergeReport(page)
    .getByText(/^\d+ files?$/)
    .waitFor()

describe('[H4] the report on returns', () => {
  test('is read, scrolled, left and applied by keyboard', async () => {
    await dropFiles(page, [files.cleo, files.ben])
    await isReady()
    await expect
      .poll(() => button('Apply').evaluate(element => element === document.activeElement))
      .toBe(true)
    const report = mergeReport(page).getByRole('group', { name: 'What they bring' })
    await page.keyboard.press('Tab')
    await expect.poll(() => report.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    await expect.poll(() => report.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100)
    await page.keyboard.press('Escape')
    await editor(page).waitFor()
    expect(await cards(page, /^Conflict/).count()).toBe(0)

    await dropFiles(page, [files.cleo, files.ben])
    await isReady()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await editor(page).waitFor()
  })

  test('ends at the Review panel, whatever stood there, and says what is to be looked into', async () => {
    await page.getByRole('tab', { name: 'Versions' }).click()
    await dropFiles(page, [files.cleo])
    await applyMerge(page)
    await page.getByText('4 conflicts are at the top of Review.').waitFor()
    expect(await cards(page, /^Conflict of Cleo Marsh/).count()).toBeGreaterThan(1)
    expect(await violations(page)).toEqual([])

    // What is known is not told again, also where some of it is held as a conflict.
    await dropFiles(page, [files.cleo])
    await button('Done').waitFor()
    await mergeReport(page).getByText('Everything in it is here already.').waitFor({ timeout: 5000 })
    expect(await mergeReport(page).getByRole('radio').count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })

  test('tells several briefings, a stranger and a broken file apart', async () => {
    await toLibrary(page)
    await openFile(galley, files.second)
    await dropFiles(page, [files.broken, files.stranger, files.secondReturn, files.ben])
    await isReady()
    await mergeReport(page).getByText('The file is cut short').waitFor()
    await mergeReport(page).getByText('The briefing that it was made from is not in this library.').waitFor()
    expect(await violations(page)).toEqual([])
    await applyMerge(page)
    await page.getByText('Returns were merged into 2 briefings.').waitFor()
  })

  test('stops between two briefings when it is cancelled, and says which were merged into', async () => {
    await toLibrary(page)
    await openFile(galley, files.second)
    await dropFiles(page, [files.cleo, files.secondReturn])
    await isReady()
    // Both in one go: the first merge has only just begun.
    await mergeReport(page).evaluate(async report => {
      const press = (words: string) =>
        [...report.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click()
      press('Apply')
      await new Promise(resolve => setTimeout(resolve, 0))
      press('Cancel')
    })
    await page.getByText(/^Merged into “Harbour .+ Cancelled before “Rail talks /).waitFor()
    await field(page, 'Headline').getByText('Harbour cities').waitFor()
    expect(await cards(page, /^Conflict of Cleo Marsh/).count()).toBeGreaterThan(1)
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await page.getByText('The merge was undone.').waitFor()
    expect(await cards(page, /^Conflict/).count()).toBe(0)
    await toLibrary(page)
    await page.getByRole('row').filter({ hasText: 'Rail talks' }).click()
    await field(page, 'Headline').getByText('Rail talks').waitFor()
    expect(await cards(page, /^Suggestion/).count()).toBe(0)
  })
})

describe('[H3] conflicts', () => {
  const act = async (name: string) => {
    const card = cards(page, /^Conflict/)
      .filter({ has: page.getByRole('button', { name }) })
      .first()
    await card.getByRole('button', { name }).press('Enter')
  }
  const left = () => cards(page, /^Conflict/).count()

  test('are each dealt with by keyboard, and can be opened again', async () => {
    await dropFiles(page, [files.cleo])
    await applyMerge(page)
    await expect.poll(left).toBeGreaterThan(1)
    const before = await field(page, 'Body').innerText()
    await act('Insert here')
    await expect.poll(() => field(page, 'Body').innerText()).toContain('perfectly')
    await page.keyboard.press('Control+Z')
    await expect.poll(() => field(page, 'Body').innerText()).toBe(before)
    await act('Insert here')
    await act('Keep as it is')
    await act('Set')
    await act('Turn into comment')
    await expect.poll(left).toBe(0)
    await page.getByRole('button', { name: /^Show:/ }).click()
    await page.getByRole('menuitemradio', { name: /^Resolved/ }).click()
    await page.keyboard.press('Escape')
    for (const words of ['Put in by', 'Kept as it is by', 'Set by', 'Turned into a comment by']) {
      await reviewPanel(page).getByText(words).first().waitFor()
    }
    expect(await left()).toBe(4)
    expect(await violations(page)).toEqual([])
    await act('Reopen')
    await expect.poll(left).toBe(3)
  })
})

describe('[H2] a copy that went out', () => {
  test('is had again by keyboard, in a list that fits its panel', async () => {
    await reviewPanel(page)
      .getByRole('button', { name: /^Out for review/ })
      .press('Enter')
    await reviewPanel(page).getByRole('button', { name: 'The file again, for Cleo Marsh' }).press('Enter')
    const save = reviewPanel(page).getByRole('button', { name: /^Save…/ })
    await expect.poll(() => save.evaluate(element => element === document.activeElement)).toBe(true)
    const list = reviewPanel(page).getByRole('list', { name: 'Copies that went out' })
    expect(await list.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0)
    const [inner, outer] = [await save.boundingBox(), await list.boundingBox()]
    expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0))
    expect(await violations(page)).toEqual([])
  })
})
