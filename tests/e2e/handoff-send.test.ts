import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import { violations } from '../support/axe.ts'
import { answerOpen, answerSave, field, openSample, untilSaved } from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'
import { dropFiles } from '../support/handing-off.ts'
import { expectOk } from '../support/log.ts'
import { writeReturns } from '../support/returned.ts'
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
import { unzipText } from '../support/zip.ts'

const at = temporaryFolder()
let galley: Galley
let page: Page

beforeEach(async () => {
  galley = await launchGalley()
  page = galley.page
})
afterEach(() => galley.close())

const dialog = () => page.getByRole('dialog')
const openDialog = async () => {
  await page.getByRole('button', { name: 'Send for review' }).click()
  await dialog().getByRole('heading', { name: 'Reviewers' }).waitFor()
}
const nameOf = (number: number) => dialog().getByRole('combobox', { name: `Name of reviewer ${number}` })
const sendTo = async (name: string) => {
  await openDialog()
  await nameOf(1).fill(name)
  // A known name brings up a list.
  await page.keyboard.press('Tab')
  await dialog().getByRole('button', { name: 'Make the copy' }).click()
  await dialog().getByRole('group', { name: 'Copies to send' }).waitFor()
}
const choose = async (select: Locator, option: string) => {
  await select.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const read = async (path: string) => {
  const bytes = new Uint8Array(await readFile(path))
  return {
    bytes,
    file: expectOk(readBriefingFile(bytes, path)),
    text: Object.values(unzipText(bytes)).join('\n'),
  }
}
/** Has the main process note what it would drag, in place of the system's drag, which no test can end. */
const watchDrags = () =>
  galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('There is no window')
    contents.startDrag = item => {
      Object.assign(globalThis, {
        dragged: { file: item.file, empty: typeof item.icon === 'string' ? null : item.icon.isEmpty() },
      })
    }
  })
const dragged = () =>
  galley.app.evaluate(() => (globalThis as { dragged?: { file: string; empty: boolean | null } }).dragged)
const dragFrom = async (chip: Locator) => {
  await chip.hover()
  await page.mouse.down()
  await page.mouse.move(5, 5, { steps: 5 })
  await page.mouse.up()
}

describe('[H2] Send for review', () => {
  test('gives each reviewer a file with what is ticked and nothing more, and remembers whom', async () => {
    await introduce(page, 'Nadia Osei')
    await openSample(page)
    await field(page, 'Standfirst').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Zanzibarword')
    await untilSaved(page)
    for (let number = 0; number < ' Zanzibarword'.length; number += 1) await page.keyboard.press('Backspace')
    await commentOn(page, 'Nine harbour', 'Ourquestion: which nine?')
    await commentOn(page, 'Who pays', 'Settledmatter, thanks.')
    await cards(page, /“Who pays”/)
      .getByRole('button', { name: 'Resolve' })
      .click()
    // Somebody else's thread and suggestion, on another machine.
    const path = await saveFile(galley, at())
    const other = await launchGalley()
    await introduce(other.page, 'Tom Brandt')
    await openFile(other, path)
    await commentOn(other.page, '38 tidal barriers', 'Tomsthread: the annex lists 40.')
    await setMode(other.page, 'Suggesting')
    await selectWords(other.page, 'Ministers')
    await other.page.keyboard.type('Delegationword')
    const back = await saveFile(other, at())
    await other.close()
    await page.getByRole('button', { name: 'Library' }).click()
    await openFile(galley, back)

    const titled = (await field(page, 'Headline').innerText()).trim()
    await openDialog()
    await nameOf(1).fill('Ada Okafor')
    await choose(dialog().getByRole('combobox', { name: 'What reviewer 1 may do' }), 'Comment')
    await page.getByRole('button', { name: 'Add a reviewer' }).click()
    await page.keyboard.type('tom')
    await page.getByRole('option', { name: 'Tom Brandt' }).click()
    await choose(dialog().getByRole('combobox', { name: 'What reviewer 2 may do' }), 'Edit')
    await dialog().getByRole('textbox', { name: 'What do you ask?' }).fill('Do the figures hold?')
    const ticks = (label: RegExp) => dialog().getByRole('checkbox', { name: label }).isChecked()
    expect(await ticks(/^Ourquestion/)).toBe(true)
    expect(await ticks(/^Settledmatter/)).toBe(false)
    expect(await ticks(/^Tomsthread/)).toBe(false)
    expect(await ticks(/Delegationword/)).toBe(false)
    await dialog().getByText('2 copies, each with the text and 1 thread').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Make 2 copies' }).click()
    await dialog().getByRole('group', { name: 'Copies to send' }).waitFor()
    expect(await violations(page)).toEqual([])

    const names = ['Ada Okafor', 'Tom Brandt'].map(name => `${titled} – for ${name}.briefing`)
    await writeFile(at(names[0] ?? ''), 'in the way')
    await answerOpen(galley.app, [at()])
    await dialog().getByRole('button', { name: 'Save all in a folder…' }).click()
    await dialog()
      .getByText(/2 of 2/)
      .waitFor()
    expect(await readFile(at(names[0] ?? ''), 'utf8')).toBe('in the way')
    const forAda = await read(at(names[0]?.replace('.briefing', ' (2).briefing') ?? ''))
    const forTom = await read(at(names[1] ?? ''))
    for (const [copy, name, rights] of [
      [forAda, 'Ada Okafor', 'comment'],
      [forTom, 'Tom Brandt', 'edit'],
    ] as const) {
      const { manifest, briefing, changes } = copy.file
      expect(manifest.kind).toBe('review-copy')
      expect(briefing.records.handoff.copy).toMatchObject({
        rights,
        asks: 'Do the figures hold?',
        reviewer: { name },
      })
      expect([...briefing.records.threads.values()].map(thread => thread.comments[0]?.text)).toEqual([
        'Ourquestion: which nine?',
      ])
      expect(briefing.records.versions).toEqual([])
      expect(briefing.records.handoff.invitations).toEqual([])
      expect(changes.flatMap(change => change.operations).some(({ type }) => type === 'steps')).toBe(false)
      for (const hidden of ['Zanzibar', 'Settledmatter', 'Tomsthread', 'Delegationword']) {
        expect(copy.text).not.toContain(hidden)
      }
    }
    expect(forAda.text).not.toContain('Tom Brandt')
    expect(forTom.text).not.toContain('Ada Okafor')
    // Tom is the Tom who wrote in it; Ada is somebody new.
    const saved = await (async () => {
      await dialog().getByRole('button', { name: 'Done' }).click()
      return await read(await saveFile(galley, at()))
    })()
    const { authors, records } = saved.file.briefing
    const tom = [...authors.values()].find(({ name }) => name === 'Tom Brandt')
    expect(records.handoff.invitations.map(({ reviewer, rights }) => [reviewer.name, rights])).toEqual([
      ['Ada Okafor', 'comment'],
      ['Tom Brandt', 'edit'],
    ])
    expect(records.handoff.invitations[1]?.reviewer.id).toBe(tom?.id)

    // Again from the list, to the letter.
    await reviewPanel(page)
      .getByRole('button', { name: /^Out for review/ })
      .click()
    await reviewPanel(page).getByText('0 of 2 answered').waitFor()
    await reviewPanel(page).getByRole('button', { name: 'The file again, for Ada Okafor' }).click()
    await answerSave(galley.app, at())
    await writeFile(at('unused'), '')
    const chip = reviewPanel(page).getByRole('group', { name: names[0] ?? '' })
    expect(await violations(page)).toEqual([])
    await watchDrags()
    await dragFrom(chip)
    await expect.poll(dragged).toBeDefined()
    const out = await dragged()
    expect(out?.empty).toBe(false)
    expect(out?.file.endsWith(`/${names[0]}`)).toBe(true)
    expect(new Uint8Array(await readFile(out?.file ?? ''))).toEqual(forAda.bytes)
  })

  test('hands a real file to a mail or a folder by dragging, and takes it away on quitting', async () => {
    await introduce(page, 'Nadia Osei')
    await openSample(page)
    await openDialog()
    await nameOf(1).fill('Ada Okafor')
    await dialog().getByRole('button', { name: 'Make the copy' }).click()
    const chip = dialog().getByRole('group', { name: / – for Ada Okafor\.briefing$/ })
    await watchDrags()
    await dragFrom(chip)
    await expect.poll(dragged).toBeDefined()
    const out = await dragged()
    const copy = await read(out?.file ?? '')
    expect(copy.file.briefing.records.handoff.copy?.rights).toBe('suggest')
    await answerSave(galley.app, at())
    await chip.getByRole('button', { name: /^Save…/ }).click()
    await chip.getByText('saved').waitFor()
    const [saved = ''] = await readdir(at())
    expect(new Uint8Array(await readFile(at(saved)))).toEqual(copy.bytes)
    // A briefing is dragged out of the library in the same way.
    await dialog().getByRole('button', { name: 'Done' }).click()
    const titled = (await field(page, 'Headline').innerText()).trim()
    await page.getByRole('button', { name: 'Library' }).click()
    await dragFrom(page.getByRole('row').filter({ hasText: titled }))
    await expect.poll(async () => (await dragged())?.file).not.toBe(out?.file)
    const master = await read((await dragged())?.file ?? '')
    expect(master.file.manifest.kind).toBe('master')
    expect(master.file.briefing.records.handoff.invitations).toHaveLength(1)
    await page.getByRole('region', { name: 'Library' }).waitFor()
    await galley.app.close()
    await expect(readdir(join(galley.profile, 'dragged'))).rejects.toThrow('ENOENT')
    galley = await launchGalley()
  })

  test('[R4] puts a draft in review, and leaves a status that is further on', async () => {
    await introduce(page, 'Nadia Osei')
    await openSample(page)
    await sendTo('Ada Okafor')
    await dialog().getByText('The status is “In review” now.').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Status: In review' }).click()
    await page.getByRole('menuitemradio', { name: 'Changes requested' }).click()
    await sendTo('Ada Okafor')
    expect(
      await dialog()
        .getByText(/The status is/)
        .count(),
    ).toBe(0)
    await dialog().getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Status: Changes requested' }).waitFor()
    const { briefing } = (await read(await saveFile(galley, at()))).file
    expect(briefing.records.statusHistory.map(({ status }) => status)).toEqual([
      'In review',
      'Changes requested',
    ])
  })

  test('gives the second copy for one reviewer a name of its own, also when it is made again', async () => {
    await introduce(page, 'Nadia Osei')
    await openSample(page)
    await sendTo('Ada Okafor')
    await dialog()
      .getByRole('group', { name: / – for Ada Okafor\.briefing$/ })
      .waitFor()
    await dialog().getByRole('button', { name: 'Done' }).click()
    await sendTo('Ada Okafor')
    await dialog()
      .getByRole('group', { name: / – for Ada Okafor 2\.briefing$/ })
      .waitFor()
    await dialog().getByRole('button', { name: 'Done' }).click()
    await reviewPanel(page)
      .getByRole('button', { name: /^Out for review/ })
      .click()
    const again = reviewPanel(page).getByRole('button', { name: 'The file again, for Ada Okafor' })
    // The last one sent stands first.
    await again.first().click()
    await reviewPanel(page)
      .getByRole('group', { name: / – for Ada Okafor 2\.briefing$/ })
      .waitFor()
    await again.click()
    await reviewPanel(page)
      .getByRole('group', { name: / – for Ada Okafor\.briefing$/ })
      .waitFor()
  })

  test('keeps what was filled in when files are dropped, and takes them in once it is closed', async () => {
    const files = writeReturns(at())
    const waits = (name: string) => page.getByText(`“${name}” will be opened once this form is closed.`)
    const ask = () => dialog().getByRole('textbox', { name: 'What do you ask?' })
    await introduce(page, 'Nadia Osei')
    await openSample(page)
    await openDialog()
    await nameOf(1).fill('Ada Okafor')
    await ask().fill('Do the figures hold?')
    await dropFiles(page, [files.second])
    await waits('Rail talks.briefing').waitFor()
    expect(await violations(page)).toEqual([])
    expect([await nameOf(1).inputValue(), await ask().inputValue()]).toEqual([
      'Ada Okafor',
      'Do the figures hold?',
    ])
    await dialog().getByRole('button', { name: 'Make the copy' }).click()
    await dialog().getByRole('button', { name: 'Done' }).click()
    await field(page, 'Headline').getByText('Rail talks resume').waitFor()

    // So do the other forms.
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await dropFiles(page, [files.ready])
    await waits('Harbour cities, unsent.briefing').waitFor()
    await dialog().getByRole('button', { name: 'Close' }).click()
    await field(page, 'Headline').getByText('Harbour cities agree').waitFor()
    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('combobox').fill('Your Name')
    await page.keyboard.press('Enter')
    await dialog().getByLabel('Name').fill('Nadia O.')
    await dropFiles(page, [files.second])
    await waits('Rail talks.briefing').waitFor()
    expect(await dialog().getByLabel('Name').inputValue()).toBe('Nadia O.')
    await page.keyboard.press('Escape')
    await field(page, 'Headline').getByText('Rail talks resume').waitFor()
  })
})
