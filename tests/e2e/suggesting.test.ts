import type { CDPSession, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editor, field, openSample, skipIntroduction } from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'
import { selectWords, setMode } from '../support/reviewing.ts'

let galley: Galley
let page: Page

beforeEach(async () => {
  galley = await launchGalley()
  page = galley.page
  await skipIntroduction(page)
  await openSample(page)
})
afterEach(() => galley.close())

const headline = () => field(page, 'Headline').getByRole('heading')
const inserted = () => editor(page).getByRole('insertion').allInnerTexts()
const deleted = () => editor(page).getByRole('deletion').allInnerTexts()

async function press(key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key)
}

/** What an input method does while one writes with it. */
async function compose(session: CDPSession, steps: readonly string[], text: string): Promise<void> {
  for (const step of steps) {
    const { length } = step
    await session.send('Input.imeSetComposition', {
      text: step,
      selectionStart: length,
      selectionEnd: length,
    })
  }
  await session.send('Input.insertText', { text })
}

describe('[R2] with real keys in Suggesting mode', () => {
  test('Backspace takes back one’s own letters first, also beside the same letter', async () => {
    await page.keyboard.press('Control+Shift+E')
    await headline().click()
    await page.keyboard.press('Control+Home')
    await press('Control+ArrowRight', 1)
    await page.keyboard.type(' soon')
    await press('Backspace', 5)
    await expect.poll(inserted).toEqual([])
    expect(await deleted()).toEqual([])
    await press('Control+Backspace', 1)
    await page.keyboard.type('Ten ')
    await expect.poll(inserted).toEqual(['Ten '])
    expect((await deleted()).join('')).toMatch(/^Nine/)
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await expect.poll(inserted).toEqual([])
  })

  test('an input method composes undisturbed, and its words become one suggestion', async () => {
    await setMode(page, 'Suggesting')
    const session = await page.context().newCDPSession(page)
    await selectWords(page, 'harbour')
    await compose(session, ['み', 'みな', '港'], '港')
    await expect.poll(inserted).toEqual(['港'])
    expect(await deleted()).toEqual(['harbour'])
    await page.keyboard.type('x')
    await expect.poll(inserted).toEqual(['港x'])
  })

  test('Final shows the text with them, Original without, and neither can be written in', async () => {
    await setMode(page, 'Suggesting')
    await selectWords(page, 'harbour')
    await page.keyboard.type('port')
    await setMode(page, 'Viewing')
    await page.getByRole('radio', { name: 'Final' }).click()
    await expect.poll(() => headline().innerText()).toMatch(/^Nine port cities/)
    await page.getByRole('radio', { name: 'Original' }).click()
    await expect.poll(() => headline().innerText()).toMatch(/^Nine harbour cities/)
    await headline().click()
    await page.keyboard.type('x')
    expect(await headline().innerText()).toMatch(/^Nine harbour cities/)
    await setMode(page, 'Editing')
    await expect.poll(inserted).toEqual(['port'])
  })

  test('the menu over selected words accepts and rejects', async () => {
    await setMode(page, 'Suggesting')
    await selectWords(page, 'harbour')
    await page.keyboard.type('port')
    await selectWords(page, 'port')
    await page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: 'Reject' })
      .click()
    await expect.poll(() => headline().innerText()).toMatch(/^Nine harbour cities/)
    expect(await deleted()).toEqual([])
  })
})
