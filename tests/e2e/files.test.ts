import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findRuntime } from '../../scripts/runtime/find.mjs'
import {
  answerOpen,
  answerSave,
  editor,
  field,
  openSample,
  skipIntroduction,
  toLibrary,
  untilSaved,
} from '../support/driver.ts'
import { launchGalley } from '../support/electron.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const galley = resolve(import.meta.dirname, '../../out/cli/galley.js')

const at = temporaryFolder()

/** A briefing file that the command line made of a text. */
function briefingFile(name: string, text: string): string {
  const path = at(name)
  const source = at('source.txt')
  writeFileSync(source, text)
  execFileSync(process.execPath, [galley, 'import', source, '-o', path])
  return path
}

describe('H1 .briefing files', () => {
  test('a saved file opens on another profile as the same briefing, and again as itself', async () => {
    const sender = await launchGalley()
    await skipIntroduction(sender.page)
    await openSample(sender.page)
    const text = await editor(sender.page).innerText()
    await answerSave(sender.app, at())
    await sender.page.keyboard.press('Control+Alt+s')
    const notice = sender.page.getByText(/^Saved as “.+\.briefing”\.$/)
    await notice.waitFor()
    const name = /“(.+)”/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
    await sender.close()

    const receiver = await launchGalley({ args: [at(name)] })
    // The file waits behind the question of first start.
    await receiver.page.getByRole('button', { name: 'Skip' }).click()
    await editor(receiver.page).waitFor()
    expect(await editor(receiver.page).innerText()).toBe(text)
    await toLibrary(receiver.page)
    await answerOpen(receiver.app, [at(name)])
    await receiver.page.keyboard.press('Control+o')
    await editor(receiver.page).waitFor()
    await toLibrary(receiver.page)
    expect(await receiver.page.getByRole('row').filter({ hasText: 'Nine harbour cities' }).count()).toBe(1)
    await receiver.close()
  })

  test('a second start hands its file to the first window', async () => {
    const profile = at('profile')
    const { page, close } = await launchGalley({ profile })
    await skipIntroduction(page)
    const path = briefingFile(
      'handed.briefing',
      'A quiet morning\n\nNothing moved on the estuary before nine.\n',
    )
    const runtime = await findRuntime()
    const second = spawn(runtime.executable, [...runtime.args, `--user-data-dir=${profile}`, path], {
      stdio: 'ignore',
    })
    const code = await new Promise(done => second.once('exit', done))
    expect(code).toBe(0)
    await editor(page).waitFor()
    expect(await field(page, 'Body').innerText()).toContain('Nothing moved on the estuary')
    await close()
  })

  test('files dropped on the window are opened or imported, and broken ones refused by name', async () => {
    const { page, close } = await launchGalley()
    await skipIntroduction(page)
    const path = briefingFile('whole.briefing', 'Low water\n\nThe lock opened late.\n')
    const whole = readFileSync(path)
    const drop = async (name: string, bytes: Buffer) => {
      const transfer = await page.evaluateHandle(
        ({ name, bytes }) => {
          const data = new DataTransfer()
          data.items.add(new File([new Uint8Array(bytes)], name))
          return data
        },
        { name, bytes: [...bytes] },
      )
      await page.locator('body').dispatchEvent('dragover', { dataTransfer: transfer })
      await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
    }
    await drop('broken.briefing', Buffer.from(whole.map((byte, at) => (at === 200 ? byte ^ 0xff : byte))))
    await page.getByText('“broken.briefing” could not be opened').waitFor()
    await drop('whole.briefing', whole)
    await editor(page).waitFor()
    expect(await field(page, 'Body').innerText()).toContain('The lock opened late.')
    await drop('note.txt', Buffer.from('One line of news.\n'))
    await page.getByRole('button', { name: 'Accept' }).click()
    await editor(page).getByText('One line of news.').waitFor()
    await untilSaved(page)
    await toLibrary(page)
    expect(await page.getByRole('row').count()).toBeGreaterThanOrEqual(2)
    await close()
  })
})
