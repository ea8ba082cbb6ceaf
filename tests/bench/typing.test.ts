import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editor } from '../support/driver.ts'
import { launchGalley } from '../support/electron.ts'
import { openBare } from './bare-window.ts'
import { type Spread, timeKeys } from './keys.ts'
import { longBriefing, paragraphsOf } from './long-briefing.ts'

const words = 20_000
const keys = Number(process.env.GALLEY_KEYS ?? 300)

/** A benchmark reports; that it ran and measured something is all that it asserts. */
test('typing in 20,000 words with 500 threads and 500 suggestions, beside bare ProseMirror', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  const path = join(folder, 'long.briefing')
  writeFileSync(path, longBriefing(words, 500, 500))
  const { app, page, close } = await launchGalley()
  await page.getByRole('button', { name: 'Skip' }).click()
  const bare = await openBare(app)
  const mounted = await bare.evaluate(paragraphs => window.mount(paragraphs), paragraphsOf(words))
  await bare.locator('p').nth(120).click()
  const reference = await timeKeys(bare, keys)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(window => window.getTitle() === 'Bare ProseMirror')
      ?.close()
  })

  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  }, path)
  await page.keyboard.press('Control+o')
  await editor(page).waitFor()
  await page.getByRole('button', { name: 'Library' }).click()
  const row = page.getByRole('row').filter({ hasText: 'The long briefing' })
  await row.waitFor()
  await row.focus()
  // The moment of the key, told by the page's own clock.
  await page.evaluate(() =>
    window.addEventListener('keydown', event => Object.assign(window, { pressed: event.timeStamp }), {
      capture: true,
      once: true,
    }),
  )
  await page.keyboard.press('Enter')
  await editor(page).waitFor()
  const opening = await page.evaluate(async () => {
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - (window as unknown as { pressed: number }).pressed
  })
  await editor(page).locator('p').nth(120).click()
  const editing = await timeKeys(page, keys)
  await page.getByRole('radio', { name: 'Suggesting' }).click()
  await editor(page).locator('p').nth(122).click()
  const suggesting = await timeKeys(page, keys)
  await close()
  rmSync(folder, { recursive: true, force: true })

  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}×`
  const line = (name: string, it: Spread) =>
    `${name.padEnd(28)} p50 ${it.p50.toFixed(1)} ms (${ratio(it.p50, reference.p50)})  p95 ${it.p95.toFixed(1)} ms (${ratio(it.p95, reference.p95)})`
  const report = [
    `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, software rendering`,
    `${words} words, 500 threads, 500 suggestions, ${keys} keys each`,
    line('bare ProseMirror', reference),
    line('Galley, Editing', editing),
    line('Galley, Suggesting', suggesting),
    `opening: ${opening.toFixed(0)} ms, bare mount ${mounted.toFixed(0)} ms (${ratio(opening, mounted)})`,
  ]
  process.stdout.write(`\n${report.join('\n')}\n`)
  expect(reference.p50).toBeGreaterThan(0)
  expect(suggesting.p50).toBeGreaterThan(0)
}, 900_000)
