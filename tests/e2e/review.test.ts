import type { Locator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { editor, field, openSample, toLibrary } from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'
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

const at = temporaryFolder()
let galley: Galley
let page: Page

beforeEach(async () => {
  galley = await launchGalley()
  page = galley.page
  await introduce(page, 'Nadia Osei')
  await openSample(page)
})
afterEach(() => galley.close())

/** Has somebody else, on another machine, open the briefing as a file and hand it back. */
async function readBy(name: string, read: (page: Page) => Promise<void>): Promise<void> {
  const path = await saveFile(galley, at())
  await toLibrary(page)
  const other = await launchGalley()
  await introduce(other.page, name)
  await openFile(other, path)
  await read(other.page)
  const back = await saveFile(other, at())
  await other.close()
  await openFile(galley, back)
}

const text = () => editor(page).innerText()
const headline = () => field(page, 'Headline').innerText()
const marked = () => editor(page).locator('mark.comment[data-state="open"]').allInnerTexts()
const menu = async (button: Locator, item: string) => {
  await button.click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
}
/** What has the keyboard, by its accessible name or its words. */
const focused = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  )

describe('[R1] comments by mouse', () => {
  test('are written, answered, changed, resolved, filtered, reopened and deleted', async () => {
    await commentOn(page, '38 tidal barriers', 'The annex lists 40.')
    await expect.poll(marked).toEqual(['38 tidal barriers'])
    const card = cards(page, /^Thread by Nadia Osei on “38 tidal barriers”/)
    await expect.poll(() => card.getAttribute('aria-current')).toBe('true')

    await card.getByRole('button', { name: 'Reply' }).click()
    await page.keyboard.type('Fixed.')
    await card.getByRole('button', { name: 'Reply' }).click()
    await card.getByText('Fixed.').waitFor()
    await menu(card.getByRole('button', { name: 'Change comment' }).last(), 'Edit')
    await card.getByRole('textbox', { name: 'Edit comment' }).fill('Fixed now.')
    await card.getByRole('button', { name: 'Save' }).click()
    await card.getByText('Fixed now.').waitFor()
    await card.getByText('edited').waitFor()

    await card.getByRole('button', { name: 'Resolve' }).click()
    await card.waitFor({ state: 'detached' })
    expect(await marked()).toEqual([])
    await menu(page.getByRole('button', { name: /^Show:/ }), 'Resolved')
    await card.getByText('Resolved by Nadia Osei').waitFor()
    await card.getByRole('button', { name: 'Reopen' }).click()
    await menu(page.getByRole('button', { name: /^Show:/ }), 'Open')
    await expect.poll(marked).toEqual(['38 tidal barriers'])

    await menu(card.getByRole('button', { name: 'Change comment' }).first(), 'Delete')
    const warning = page.getByRole('dialog', { name: 'Delete the whole thread?' })
    await warning.getByText('Its reply will be deleted with it').waitFor()
    await warning.getByRole('button', { name: 'Delete thread' }).click()
    await card.waitFor({ state: 'detached' })
    expect(await marked()).toEqual([])
  })

  test('a deleted comment without replies can be put back', async () => {
    await commentOn(page, '38 tidal barriers', 'The annex lists 40.')
    const card = cards(page, /^Thread by Nadia Osei/)
    await menu(card.getByRole('button', { name: 'Change comment' }), 'Delete')
    await card.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await card.getByText('The annex lists 40.').waitFor()
    await expect.poll(marked).toEqual(['38 tidal barriers'])
  })

  test('on the whole briefing have no place in the text', async () => {
    await menu(page.getByRole('button', { name: 'More review actions' }), 'Comment on the briefing')
    await page.keyboard.type('Good, on the whole.')
    await reviewPanel(page).getByRole('button', { name: 'Comment', exact: true }).click()
    await cards(page, /on the whole briefing/)
      .getByText('Good, on the whole.')
      .waitFor()
    expect(await marked()).toEqual([])
  })

  test('choosing a card shows its place, and the cursor in the text its card', async () => {
    await commentOn(page, 'Nine harbour', 'Which?')
    await commentOn(page, 'Ministers meet', 'When?')
    await cards(page, /“Nine harbour”/)
      .getByText('Which?')
      .click()
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('Nine harbour')
    await editor(page).getByText('Ministers meet').click()
    await expect.poll(() => cards(page, /“Ministers meet”/).getAttribute('aria-current')).toBe('true')
  })

  test('whose text was removed stay on top, come back by undo, and can be attached again', async () => {
    await commentOn(page, 'Nine harbour', 'Which?')
    await commentOn(page, 'Ministers meet', 'When?')
    await selectWords(page, 'Ministers meet')
    await page.keyboard.press('Delete')
    const lost = cards(page, /its text was removed/)
    await lost.getByText('Text was removed').waitFor()
    expect(await lost.locator('blockquote').innerText()).toBe('Ministers meet')
    expect(await reviewPanel(page).getByRole('article').first().getAttribute('aria-label')).toMatch(/removed/)
    await editor(page).press('Control+Z')
    await lost.waitFor({ state: 'detached' })
    await expect.poll(marked).toEqual(['Nine harbour', 'Ministers meet'])
    await selectWords(page, 'Ministers meet')
    await page.keyboard.press('Delete')
    await selectWords(page, 'Hamburg')
    await lost.getByRole('button', { name: 'Attach to selection' }).click()
    await lost.waitFor({ state: 'detached' })
    await expect.poll(marked).toEqual(['Nine harbour', 'Hamburg'])
    await cards(page, /“Hamburg”/).waitFor()
  })
})

describe('[R1, R2] by keyboard alone', () => {
  test('a comment is written, found, answered and resolved', async () => {
    await editor(page).press('Control+Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Control+Alt+M')
    await expect.poll(focused).toBe('Comment')
    await page.keyboard.type('Nine or ten?')
    await page.keyboard.press('Control+Enter')
    await expect.poll(focused).toBe('Briefing')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+Alt+N')
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString().trim())).toBe('Nine')
    await page.keyboard.press('F6')
    await expect.poll(focused).toMatch(/^Thread by Nadia Osei/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect.poll(focused).toBe('Reply')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nine.')
    await page.keyboard.press('Control+Enter')
    await cards(page, /2 comments/).waitFor()
    await cards(page, /2 comments/)
      .getByRole('button', { name: 'Resolve' })
      .focus()
    await page.keyboard.press('Enter')
    await expect.poll(marked).toEqual([])
  })

  test('a comment left with Escape leaves nothing behind', async () => {
    await editor(page).press('Control+Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Control+Alt+M')
    await page.keyboard.type('Hm')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Briefing')
    expect(await editor(page).locator('.comment-draft').count()).toBe(0)
    expect(await reviewPanel(page).getByRole('article').count()).toBe(0)
  })

  test('suggestions are made, gone through and decided', async () => {
    await page.keyboard.press('Control+Shift+E')
    await expect.poll(() => page.getByRole('radio', { name: 'Suggesting' }).isChecked()).toBe(true)
    await editor(page).press('Control+Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.type('Ten')
    await cards(page, /^Suggestion by Nadia Osei: Replace “Nine” with “Ten”$/).waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' More.')
    await expect.poll(() => cards(page, /^Suggestion/).count()).toBe(2)
    await page.keyboard.press('Control+Alt+N')
    await page.keyboard.press('F6')
    await expect.poll(focused).toMatch(/^Suggestion by Nadia Osei: Replace/)
    await page.keyboard.press('Tab')
    await expect.poll(focused).toBe('Accept')
    await page.keyboard.press('Enter')
    await expect.poll(headline).toMatch(/^Ten harbour/)
    // The keyboard is on the card in the place of the one that went.
    await expect.poll(focused).toMatch(/^Suggestion by Nadia Osei: Insert/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(text).not.toContain('More.')
  })
})

describe('[R2, R3] two identities', () => {
  beforeEach(async () => {
    await commentOn(page, '38 tidal barriers', 'The annex lists 40.')
    await readBy('Tom Brandt', async theirs => {
      await setMode(theirs, 'Suggesting')
      await selectWords(theirs, 'Nine harbour')
      await theirs.keyboard.type('Ten harbour')
      await selectWords(theirs, 'Hamburg')
      await theirs.keyboard.type('Bremen')
      const card = cards(theirs, /^Thread by Nadia Osei/)
      await card.getByRole('button', { name: 'Reply' }).click()
      await theirs.keyboard.type('Forty it is.')
      await theirs.keyboard.press('Control+Enter')
      expect(await card.getByRole('button', { name: 'Change comment' }).count()).toBe(1)
    })
  })

  test('each has a name and a colour, and only the own comment can be changed', async () => {
    const card = cards(page, /^Thread by Nadia Osei/)
    await card.getByText('Forty it is.').waitFor()
    await card.getByText('Tom Brandt').waitFor()
    expect(await card.getByRole('button', { name: 'Change comment' }).count()).toBe(1)
    const colours = await page
      .getByRole('list', { name: 'People in this briefing' })
      .getByRole('img')
      .evaluateAll(all => all.map(each => getComputedStyle(each).backgroundColor))
    expect(new Set(colours).size).toBe(2)
  })

  test('one is accepted, all of an author are rejected, each as one step of undo', async () => {
    await cards(page, /Replace “Nine/)
      .getByRole('button', { name: 'Accept' })
      .click()
    await expect.poll(headline).toMatch(/^Ten harbour/)
    await editor(page).press('Control+Z')
    await cards(page, /Replace “Nine/).waitFor()
    await menu(page.getByRole('button', { name: /^From:/ }), 'Tom Brandt')
    await menu(
      page.getByRole('button', { name: 'More review actions' }),
      'Reject all suggestions of Tom Brandt',
    )
    await page.getByText('2 suggestions were rejected.', { exact: false }).waitFor()
    await expect.poll(headline).toMatch(/^Nine harbour/)
    expect(await text()).toContain('Hamburg')
    await editor(page).press('Control+Z')
    await expect.poll(() => cards(page, /^Suggestion/).count()).toBe(2)
  })

  test('Viewing shows the text as final, with markup and as original, and changes nothing', async () => {
    await setMode(page, 'Viewing')
    await expect.poll(headline).toMatch(/^Ten harbour/)
    await page.getByRole('radio', { name: 'Original' }).click()
    await expect.poll(headline).toMatch(/^Nine harbour/)
    await page.getByRole('radio', { name: 'Markup' }).click()
    await expect.poll(headline).toMatch(/Nine.*Ten/)
    await field(page, 'Headline').click()
    await page.keyboard.type('Never')
    expect(await headline()).not.toContain('Never')
    expect(
      await cards(page, /^Suggestion/)
        .first()
        .getByRole('button', { name: 'Accept' })
        .isDisabled(),
    ).toBe(true)
    // A card's place is in the text with its marks.
    await page.getByRole('radio', { name: 'Final' }).click()
    await cards(page, /Replace “Nine/)
      .locator('p')
      .click()
    await expect.poll(() => page.getByRole('radio', { name: 'Markup' }).isChecked()).toBe(true)
    await page.getByRole('radio', { name: 'Original' }).click()
    await page.keyboard.press('Control+Alt+N')
    await expect.poll(() => page.getByRole('radio', { name: 'Markup' }).isChecked()).toBe(true)
    await expect.poll(() => reviewPanel(page).locator('[aria-current]').count()).toBe(1)
    await setMode(page, 'Editing')
    await expect.poll(headline).toMatch(/Nine.*Ten/)
  })

  test('axe finds nothing wrong with any of it', async () => {
    expect(await violations(page)).toEqual([])
    await cards(page, /^Thread/)
      .getByRole('button', { name: 'Reply' })
      .click()
    await page
      .getByRole('group', { name: 'Approvals' })
      .getByRole('button', { name: 'Approve' })
      .first()
      .click()
    expect(await violations(page)).toEqual([])
    await setMode(page, 'Viewing')
    expect(await violations(page)).toEqual([])
  })
})

describe('[R4] status and approvals', () => {
  const approvals = () => page.getByRole('group', { name: 'Approvals' })
  const approve = async (note: string) => {
    await approvals().getByRole('button', { name: 'Approve', exact: true }).click()
    await approvals().getByRole('textbox').fill(note)
    await approvals().getByRole('button', { name: 'Approve this version' }).click()
  }

  test('an approval stands while it is commented, is out of date after an edit, and can be given again', async () => {
    await menu(page.getByRole('button', { name: 'Status: Draft' }), 'In review')
    await page.getByRole('button', { name: 'Status: In review' }).waitFor()
    await approve('Good to go.')
    await page.getByRole('button', { name: 'Status: Approved' }).waitFor()
    const list = page.getByRole('list', { name: 'Approvals given' })
    await list.getByText('Good to go.').waitFor()
    await commentOn(page, 'Nine harbour', 'Lovely.')
    await approvals().getByText('1 approved').waitFor()
    await selectWords(page, 'Hamburg')
    await page.keyboard.type('Bremen')
    await list.getByText('Out of date').waitFor()
    await list.getByRole('button', { name: 'What changed' }).click()
    const compare = page.getByRole('dialog', { name: 'Compare versions' })
    await compare.getByRole('button', { name: 'Body Hamburg Bremen' }).waitFor()
    await page.keyboard.press('Escape')
    await approve('Again.')
    await approvals().getByText('1 approved').waitFor()
    expect(await list.getByText('Out of date').count()).toBe(0)
  })

  test('asking for changes says which, and publishing is recorded', async () => {
    await approvals().getByRole('button', { name: 'Ask for changes' }).click()
    expect(await approvals().getByRole('button', { name: 'Ask for changes' }).isDisabled()).toBe(true)
    await approvals().getByRole('textbox').fill('The figure.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Status: Changes requested' }).waitFor()
    await menu(page.getByRole('button', { name: /^Status:/ }), 'Published')
    await approvals().getByText('Published by Nadia Osei').waitFor()
    await selectWords(page, 'Hamburg')
    await page.keyboard.type('Bremen')
    await approvals().getByText(', changed since').waitFor()
    await toLibrary(page)
    await page
      .getByRole('row', { name: /Nine harbour cities/ })
      .getByText('Published')
      .waitFor()
  })
})

describe('[R5] versions', () => {
  const versions = () => page.getByRole('region', { name: 'Versions', exact: true })
  const compare = () => page.getByRole('dialog', { name: 'Compare versions' })

  test('are named by keyboard, compared in all fields, and restored as one change', async () => {
    await page.keyboard.press('Control+Shift+S')
    await page.keyboard.type('As sent')
    await page.keyboard.press('Enter')
    await versions()
      .getByRole('button', { name: /^As sent/ })
      .waitFor()
    await selectWords(page, 'Nine harbour')
    await page.keyboard.type('Ten harbour')
    await selectWords(page, 'Hamburg')
    await page.keyboard.type('Bremen')
    await page.keyboard.press('Control+Alt+D')
    await page.getByLabel('Dateline').fill('Hull')
    await page.keyboard.press('Control+Alt+V')
    await versions()
      .getByRole('button', { name: /^As sent/ })
      .click()
    const changes = compare().getByRole('navigation', { name: 'Changes' })
    await changes.getByText('3 changes').waitFor()
    await changes.getByText('Hull').waitFor()
    const current = () => compare().locator('[data-current]').first().innerText()
    await expect.poll(current).toMatch(/Nine|Ten/)
    await compare().getByRole('button', { name: 'Next change' }).click()
    await expect.poll(current).toMatch(/Hamburg|Bremen/)
    await compare().getByRole('button', { name: 'Previous change' }).click()
    await expect.poll(current).toMatch(/Nine|Ten/)
    expect(await violations(page)).toEqual([])
    await compare().getByRole('radio', { name: 'Side by side' }).click()
    const sides = compare().getByRole('document')
    await expect.poll(() => sides.count()).toBe(2)
    expect(await sides.first().innerText()).toContain('Hamburg')
    expect(await sides.last().innerText()).toContain('Bremen')
    expect(await violations(page)).toEqual([])

    await compare().getByRole('button', { name: 'Restore the earlier version' }).click()
    await page.getByText('“As sent” was restored.', { exact: false }).waitFor()
    await expect.poll(headline).toMatch(/^Nine harbour/)
    expect(await text()).toContain('Hamburg')
    expect(await page.getByRole('region', { name: 'Page' }).innerText()).not.toMatch(/HULL/i)
    await editor(page).press('Control+Z')
    await expect.poll(headline).toMatch(/^Ten harbour/)
    expect(await text()).toContain('Bremen')
    await versions().getByText('Before a version was restored').waitFor()
  })
})

test('[L1] the library shows and filters by status, with what waits for review', async () => {
  await commentOn(page, 'Nine harbour', 'Which?')
  await menu(page.getByRole('button', { name: /^Status:/ }), 'In review')
  await toLibrary(page)
  const row = page.getByRole('row', { name: /Nine harbour cities/ })
  await row.getByText('In review').waitFor()
  expect(await row.getByRole('gridcell').nth(3).innerText()).toBe('1')
  await page
    .getByRole('navigation', { name: 'Filters' })
    .getByRole('button', { name: /^In review/ })
    .click()
  await row.waitFor()
  expect(await violations(page)).toEqual([])
})
