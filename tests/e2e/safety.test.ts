import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editor, field, openSample, skipIntroduction, untilSaved } from '../support/driver.ts'
import { launchGalley } from '../support/electron.ts'

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'galley-safety-'))
})
afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))

async function newBlank(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New briefing' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Blank' }).click()
  await editor(page).waitFor()
}

async function reopen(page: Page, title: string): Promise<void> {
  await page.getByText(title).first().dblclick()
  await editor(page).waitFor()
}

const journals = () => readdirSync(join(profile, 'journal')).map(name => join(profile, 'journal', name))

describe('nothing typed is lost', () => {
  test('S2 what was typed more than a second before a kill -9 in mid-sentence is there again', async () => {
    const sentence = 'The barrier closes at two metres above the mark, and not before. '.repeat(4)
    const first = await launchGalley({ profile })
    await skipIntroduction(first.page)
    await newBlank(first.page)
    await field(first.page, 'Headline').click()
    await first.page.keyboard.type('Kept')
    await field(first.page, 'Body').click()
    const typed: { at: number; length: number }[] = []
    const start = performance.now()
    let length = 0
    // Never a pause of 300 ms: only the deadline of a change can make this safe.
    const typing = (async () => {
      for (const letter of sentence) {
        await first.page.keyboard.type(letter)
        length += 1
        typed.push({ at: performance.now(), length })
        await wait(15)
      }
    })().catch(() => undefined)
    await wait(4000)
    const killedAt = performance.now()
    await first.kill()
    await typing
    expect(killedAt - start).toBeGreaterThan(3900)
    const aSecondBefore = typed.findLast(({ at }) => at < killedAt - 1000)?.length ?? 0
    expect(aSecondBefore).toBeGreaterThan(20)

    const second = await launchGalley({ profile })
    await reopen(second.page, 'Kept')
    const recovered = (await field(second.page, 'Body').innerText()).replaceAll('\u00a0', ' ')
    await second.close()
    expect(sentence.startsWith(recovered)).toBe(true)
    expect(recovered.length).toBeGreaterThanOrEqual(aSecondBefore)
  })

  test('S5 a lost browser store is rebuilt from the journals, and the user is told', async () => {
    const first = await launchGalley({ profile })
    await skipIntroduction(first.page)
    await newBlank(first.page)
    await field(first.page, 'Headline').click()
    await first.page.keyboard.type('Survives the store')
    await untilSaved(first.page)
    await first.close()
    rmSync(join(profile, 'IndexedDB'), { recursive: true })

    const second = await launchGalley({ profile })
    await second.page.getByText('Survives the store').first().waitFor()
    await second.page
      .getByText(/recovered|restored|rebuilt/i)
      .first()
      .waitFor()
    await reopen(second.page, 'Survives the store')
    expect(await field(second.page, 'Headline').innerText()).toBe('Survives the store')
    await second.close()
  })

  test('S5 a lost or damaged journal is written again from the store, the damaged one moved aside', async () => {
    const first = await launchGalley({ profile })
    await skipIntroduction(first.page)
    await newBlank(first.page)
    await field(first.page, 'Headline').click()
    await first.page.keyboard.type('Survives the journal')
    await untilSaved(first.page)
    await first.close()
    const [journal = ''] = journals()
    const whole = readFileSync(journal, 'utf8')
    writeFileSync(journal, whole.slice(0, -40))

    const second = await launchGalley({ profile })
    await reopen(second.page, 'Survives the journal')
    expect(await field(second.page, 'Headline').innerText()).toBe('Survives the journal')
    await second.page.keyboard.press('Control+End')
    await second.page.keyboard.type('More.')
    await untilSaved(second.page)
    await second.close()
    expect(readFileSync(journal, 'utf8').startsWith(whole.split('\n')[0] ?? '?')).toBe(true)

    for (const path of journals()) rmSync(path)
    const third = await launchGalley({ profile })
    // The library had everything: nothing came from the disk, and nothing says so.
    await third.page.getByText('the copies in the library and on disk agree again').waitFor()
    await reopen(third.page, 'Survives the journal')
    expect(await field(third.page, 'Body').innerText()).toBe('More.')
    await third.close()
  })

  test('D1 select all and delete leaves every field in its place, and undo brings all back', async () => {
    const { page, close } = await launchGalley()
    await skipIntroduction(page)
    await openSample(page)
    const fields = ['Headline', 'Standfirst', 'Key points', 'Body'] as const
    const before = await editor(page).innerText()
    for (const name of fields) {
      await field(page, name).click()
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Delete')
      for (const still of fields) expect(await field(page, still).count()).toBe(1)
      expect((await editor(page).innerText()).match(/[a-z]{4,}/g) ?? []).not.toContain('harbour')
      await page.keyboard.type('x')
      await page.keyboard.press('Control+Z')
      await page.keyboard.press('Control+Z')
      await expect.poll(() => editor(page).innerText()).toBe(before)
    }
    await close()
  })
})
