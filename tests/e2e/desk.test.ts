import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editor, openSample, skipIntroduction, untilSaved } from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'

let profile: string
let galley: Galley
let page: Page

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'galley-profile-'))
  await start()
  await skipIntroduction(page)
  await openSample(page)
})
afterEach(async () => {
  await galley.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

async function start(): Promise<void> {
  galley = await launchGalley({ profile })
  page = galley.page
}

async function restart(): Promise<void> {
  await galley.close()
  await start()
  await page.getByRole('row', { name: /Nine harbour cities/ }).click()
  await editor(page).waitFor()
}

async function resize(width: number, height: number): Promise<void> {
  await galley.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
}

const entry = (name: RegExp): Locator => page.getByRole('treeitem', { name })
const region = (name: string): Locator => page.getByRole('region', { name, exact: true })
const headings = () => editor(page).locator('h2').allInnerTexts()
const inOrder = (...names: RegExp[]) => names.map(name => expect.stringMatching(name))
/** What has the keyboard, by its accessible name. */
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

describe('[D3] the outline', () => {
  test('moves a whole section by key, keeps the keyboard on it, and undo moves it back', async () => {
    const before = await headings()
    await entry(/^Next steps/).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(headings).toEqual(inOrder(/^Who pays/, /^Next steps/, /^What the models/))
    await expect.poll(focused).toMatch(/^Next steps/)
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(headings).toEqual(before)
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(headings).not.toEqual(before)
    await editor(page).focus()
    await page.keyboard.press('Control+Z')
    await expect.poll(headings).toEqual(before)
  })

  test('moves a whole section by dragging, with what stands in it', async () => {
    await entry(/^Next steps/).dragTo(entry(/^Who pays/), { targetPosition: { x: 40, y: 3 } })
    await expect.poll(headings).toEqual(inOrder(/^Next steps/, /^Who pays/, /^What the models/))
    const body = await editor(page).innerText()
    expect(body.indexOf('Ministers meet in Hamburg')).toBeLessThan(body.indexOf('Who pays'))
  })

  test('jumps to the text, and shows where the cursor is', async () => {
    await entry(/^Next steps/).click()
    await expect.poll(focused).toBe('Briefing')
    await expect.poll(() => entry(/^Next steps/).getAttribute('aria-current')).toBe('location')
    await page.keyboard.type('Our ')
    await entry(/^Our Next steps/).waitFor()
  })
})

describe('[D5] details', () => {
  test('are there again after a restart, also the one that was being typed', async () => {
    await page.getByRole('tab', { name: 'Details' }).click()
    await page.getByLabel('Tags').fill('ports, climate')
    await page.keyboard.press('Enter')
    await page.getByLabel('Dateline').fill('Rotterdam')
    await page.getByLabel('Byline').pressSequentially('Nadia Osei')
    await restart()
    await page.getByRole('button', { name: 'Remove the tag climate' }).waitFor()
    expect(await page.getByLabel('Byline').inputValue()).toBe('Nadia Osei')
    expect(await region('Page').innerText()).toMatch(/ROTTERDAM/i)
  })

  test('a field keeps its own undo, and the text keeps its own', async () => {
    await editor(page).press('Control+End')
    await page.keyboard.type(' More.')
    await page.getByRole('tab', { name: 'Details' }).click()
    await page.getByLabel('Byline').pressSequentially('Ada')
    await page.keyboard.press('Control+Z')
    expect(await page.getByLabel('Byline').inputValue()).not.toBe('Ada')
    expect(await editor(page).innerText()).toContain('More.')
  })
})

test('[D7] key points that run the other way than the briefing stand on the side of their own words', async () => {
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByLabel('Direction').click()
  await page.getByRole('option', { name: 'Right to left' }).click()
  const points = editor(page).locator('.key-point')
  await expect.poll(() => editor(page).evaluate(text => getComputedStyle(text).direction)).toBe('rtl')
  const sides = await points.evaluateAll(all =>
    all.map(point => [getComputedStyle(point).direction, getComputedStyle(point).textAlign]),
  )
  expect(sides.length).toBeGreaterThan(0)
  for (const side of sides) expect(side).toEqual(['ltr', 'start'])
})

describe('the panels', () => {
  test('remember their width and what is hidden', async () => {
    await page.getByRole('separator', { name: 'Width of the outline' }).press('ArrowRight')
    await page.getByRole('tab', { name: 'Details' }).click()
    await page.getByRole('button', { name: 'Hide panel' }).click()
    await region('Details').waitFor({ state: 'detached' })
    await restart()
    expect(
      await page.getByRole('separator', { name: 'Width of the outline' }).getAttribute('aria-valuenow'),
    ).toBe('264')
    expect(await region('Details').count()).toBe(0)
    // The panel that was shown last is the one that comes back.
    await page.getByRole('button', { name: 'Show panel' }).click()
    await region('Details').waitFor()
  })

  test('in a small window the right side floats, and makes way for the text', async () => {
    await resize(1024, 720)
    await region('Review').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Alt+D')
    await region('Details').waitFor()
    await expect.poll(focused).toBe('Details')
    await page.keyboard.press('Escape')
    await region('Details').waitFor({ state: 'detached' })
    await expect.poll(focused).toBe('Briefing')
    await page.getByRole('button', { name: 'English (UK)' }).click()
    await region('Details').waitFor()
    await editor(page)
      .getByRole('heading', { level: 1 })
      .click({ position: { x: 20, y: 20 } })
    await region('Details').waitFor({ state: 'detached' })
    const sheet = await region('Page').boundingBox()
    expect(sheet && sheet.x + sheet.width).toBeLessThanOrEqual(1024)
  })

  test('F6 goes round them', async () => {
    await untilSaved(page)
    const seen: (string | null | undefined)[] = []
    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.press('F6')
      seen.push(
        await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label')),
      )
    }
    expect(seen.toSorted()).toEqual(['Outline', 'Page', 'Review'])
  })
})
