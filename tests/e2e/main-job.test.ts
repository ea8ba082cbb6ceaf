import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { describe, expect, test } from 'vitest'
import {
  editor,
  exportAs,
  field,
  importFile,
  skipIntroduction,
  toLibrary,
  untilSaved,
} from '../support/driver.ts'
import { launchGalley } from '../support/electron.ts'
import { fixture } from '../support/fixtures.ts'
import { pdfText } from '../support/pdf.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const at = temporaryFolder()

const words = (text: string) => text.match(/[\p{L}\p{N}£.]+/gu) ?? []

describe('the main job', () => {
  test('I1 P1 D1 the seed becomes a briefing, is edited, closed, reopened and published', async () => {
    const path = fixture('seed/briefing.txt')
    const seed = readFileSync(path, 'utf8')
    const profile = at('profile')
    const first = await launchGalley({ profile })
    await skipIntroduction(first.page)
    await importFile(first.app, first.page, path)

    expect(await field(first.page, 'Key points').getByRole('listitem').count()).toBe(3)
    expect(await editor(first.page).locator('h2').count()).toBe(1)
    expect(await editor(first.page).locator('figcaption').textContent()).toBe('Volodymyr Zelenskyy')
    const outline = first.page.getByRole('region', { name: 'Outline' })
    expect(await outline.textContent()).toContain('Talks Stall as War Deepens')

    await field(first.page, 'Headline').click()
    await first.page.keyboard.type('Talks stall')
    await first.page.keyboard.press('Enter')
    await first.page.keyboard.type('Drones reach far, diplomacy does not')
    await untilSaved(first.page)
    const before = await editor(first.page).innerHTML()
    await first.close()

    const second = await launchGalley({ profile })
    await second.page.getByText('Talks stall').first().dblclick()
    await editor(second.page).waitFor()
    expect(await editor(second.page).innerHTML()).toBe(before)

    const html = await exportAs(second.app, second.page, 'Web page', at())
    const markdown = await exportAs(second.app, second.page, 'Markdown', at())
    const pdf = await exportAs(second.app, second.page, 'PDF', at())
    await second.close()

    expect(markdown.bytes.toString()).toContain('# Talks stall\n')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await pdfText(pdf.bytes)).toContain('Talks stall')

    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    const shown = await browser.newPage()
    const requests: string[] = []
    shown.on('request', request => requests.push(request.url()))
    await shown.goto(pathToFileURL(at(html.name)).href)
    const published = await shown.locator('article').innerText()
    expect(await shown.locator('h1').textContent()).toBe('Talks stall')
    expect(await shown.locator('html').getAttribute('lang')).toBe('en-GB')
    expect(requests.filter(url => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
    await browser.close()

    // Not a word of the seed is lost on the way, in the page or in the Markdown.
    for (const result of [published, markdown.bytes.toString()]) {
      const has = new Set(words(result))
      expect(words(seed).filter(word => !has.has(word))).toEqual([])
    }
  })

  test('F1 what cannot be read is refused by name, and nothing is made', async () => {
    const { app, page, close } = await launchGalley()
    await skipIntroduction(page)
    const broken = at('picture.txt')
    writeFileSync(broken, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0]))
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    }, broken)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('“picture.txt” was not imported').waitFor()
    await page.getByText('Try the sample briefing').waitFor()
    await close()
  })

  test('L1 a briefing is found by its words, duplicated, binned and restored', async () => {
    const { app, page, close } = await launchGalley()
    await skipIntroduction(page)
    const text = at('tide.txt')
    writeFileSync(
      text,
      '- The tide turns\n- The quay holds\n\nHarbour pilots met in Ostend.\n\nNext steps\n\nNone yet.\n',
    )
    await importFile(app, page, text)
    await untilSaved(page)
    await toLibrary(page)
    const library = page.getByRole('region', { name: 'Library' })
    const rows = library.getByRole('row').filter({ hasText: 'The tide turns' })
    await page.getByRole('searchbox').fill('ostend')
    await rows.first().waitFor()
    await page.getByRole('searchbox').fill('nowhere')
    await rows.first().waitFor({ state: 'detached' })
    await page.getByRole('searchbox').fill('')
    await rows.first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect.poll(() => rows.count()).toBe(2)
    await rows.first().focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => rows.count()).toBe(1)
    await page.getByRole('button', { name: /^Bin/ }).click()
    await rows.first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Restore' }).click()
    await page.getByRole('button', { name: /^All briefings/ }).click()
    await expect.poll(() => rows.count()).toBe(2)
    await close()
  })
})
