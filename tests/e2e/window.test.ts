import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRuntime } from '../../scripts/runtime/find.mjs'
import { type Galley, launchGalley } from '../support/electron.ts'

let folder: string
let running: Galley | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-window-'))
})
afterEach(async () => {
  await running?.close()
  running = null
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function launch(args: string[] = []): Promise<Galley> {
  running = await launchGalley({ profile: join(folder, 'profile'), args })
  return running
}

async function closed(galley: Galley): Promise<void> {
  await galley.close()
  running = null
}

/** Answers the next save dialogs with a path. */
const saveTo = (galley: Galley, path: string) =>
  galley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)

const save = (galley: Galley, text: string) =>
  galley.page.evaluate(
    written =>
      window.galley.invoke('file.save', {
        suggestedName: 'a',
        kind: 'html',
        bytes: new TextEncoder().encode(written),
      }),
    text,
  )

test('the window opens where it was closed', async () => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1000, height: 700 }),
  )
  const bounds = (galley: Galley) =>
    galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  const before = await bounds(first)
  await closed(first)
  expect(await bounds(await launch())).toEqual(before)
}, 60_000)

test('a second start hands its file to the first and ends', async () => {
  const galley = await launch()
  await galley.page.evaluate(() => {
    const opened: string[] = []
    Object.assign(window, { opened })
    window.galley.on('file.opened', ({ name, bytes }) => void opened.push(`${name} ${bytes.length}`))
    window.galley.on('file.failed', ({ name, code }) => void opened.push(`${name} ${code}`))
  })
  writeFileSync(join(folder, 'ports.txt'), 'Water rises.')
  const { executable, args } = await findRuntime()
  for (const name of ['ports.txt', 'none.briefing']) {
    const second = spawnSync(executable, [...args, `--user-data-dir=${galley.profile}`, name], {
      cwd: folder,
      timeout: 20_000,
    })
    expect(second.status).toBe(0)
  }
  await expect
    .poll(() => galley.page.evaluate(() => (window as unknown as { opened: string[] }).opened))
    .toEqual(['ports.txt 12', 'none.briefing file.not-found'])
}, 60_000)

test('[F2] a file is written whole or not at all, and the failure names it', async () => {
  const galley = await launch()
  const path = join(folder, 'export.html')
  await saveTo(galley, path)
  expect(await save(galley, '<p>one')).toEqual({ ok: true, value: { name: 'export.html' } })
  expect(readFileSync(path, 'utf8')).toBe('<p>one')

  mkdirSync(join(folder, 'taken.html'))
  await saveTo(galley, join(folder, 'taken.html'))
  expect(await save(galley, 'x')).toMatchObject({
    error: { code: 'file.unwritable', file: 'taken.html', entry: 'EISDIR' },
  })
  await saveTo(galley, join(folder, 'nowhere', 'a.html'))
  expect(await save(galley, 'x')).toMatchObject({ error: { code: 'file.unwritable', entry: 'ENOENT' } })
  expect(readdirSync(folder).sort()).toEqual(['export.html', 'profile', 'taken.html'])
}, 60_000)

test('[E2] a PDF has its title and page numbers, and runs no script of the page it is made from', async () => {
  const galley = await launch()
  await saveTo(galley, join(folder, 'ports.pdf'))
  const paragraphs = '<p>Water rises slowly.</p>'.repeat(120)
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Other</title><h1>Ports</h1>${paragraphs}<script>document.body.textContent = 'scripted'</script>`
  const saved = await galley.page.evaluate(
    page => window.galley.invoke('file.save-pdf', { suggestedName: 'a', html: page, title: 'Häfen' }),
    html,
  )
  expect(saved).toEqual({ ok: true, value: { name: 'ports.pdf' } })
  const pdf = await getDocument({
    data: new Uint8Array(readFileSync(join(folder, 'ports.pdf'))),
    verbosity: 0,
  }).promise
  expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Häfen', Creator: 'Galley' })
  expect(pdf.numPages).toBeGreaterThan(2)
  const { items } = await (await pdf.getPage(2)).getTextContent()
  const text = items.map(item => ('str' in item ? item.str : '')).join(' ')
  expect(text).toContain('Water rises slowly.')
  expect(text).toContain(`2 / ${pdf.numPages}`)
  expect(text).not.toContain('scripted')
  await pdf.destroy()
  expect(await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
}, 60_000)

test('[D7] spelling reads the dictionary that ships, and Chromium asks the page about words', async () => {
  const galley = await launch()
  const asked = await galley.page.evaluate(async () => {
    const dictionary = await window.galley.invoke('spelling.dictionary', { language: 'en-GB' })
    const words = dictionary.ok ? dictionary.value.words : ''
    const asked = new Promise<string[]>(done => {
      const seen: string[] = []
      window.galley.provideSpelling('en-GB', async some => {
        seen.push(...some)
        if (seen.includes('harbuor')) done(seen)
        return some.filter(word => word === 'harbuor')
      })
    })
    const field = document.createElement('textarea')
    document.body.append(field)
    field.focus()
    document.execCommand('insertText', false, 'the harbuor ')
    return { hasColour: /^colour\b/m.test(words), asked: await asked }
  })
  expect(asked.hasColour).toBe(true)
  expect(asked.asked).toContain('harbuor')
}, 60_000)

test('the menu follows what the window shows', async () => {
  const galley = await launch()
  const describe = (where: 'library' | 'desk' | 'dialog') =>
    galley.page.evaluate(
      place =>
        window.galley.invoke('window.describe', { title: 'Ports', where: place, checked: ['format.bold'] }),
      where,
    )
  const bold = () =>
    galley.app.evaluate(({ Menu, BrowserWindow }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('format.bold')
      return [item?.enabled, item?.checked, BrowserWindow.getAllWindows()[0]?.getTitle()]
    })
  await describe('desk')
  expect(await bold()).toEqual([true, true, 'Ports – Galley'])
  await describe('library')
  expect(await bold()).toEqual([false, true, 'Ports – Galley'])
}, 60_000)
