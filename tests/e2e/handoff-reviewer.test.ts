import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterEach, describe, expect, test } from 'vitest'
import type { CommandId } from '../../src/contract/commands.ts'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import type { Change } from '../../src/core/history/change.ts'
import { suggestionsOf } from '../../src/core/review/suggestions.ts'
import { violations } from '../support/axe.ts'
import { ada } from '../support/builders.ts'
import { fileOf, writeCopy } from '../support/copies.ts'
import {
  answerOpen,
  answerSave,
  editor,
  field,
  skipIntroduction,
  toLibrary,
  untilSaved,
} from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'
import { cleo } from '../support/handoff.ts'
import { expectOk, type TestLog } from '../support/log.ts'
import { cards, commentOn, openFile, reviewPanel, selectWords } from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const at = temporaryFolder()
let galley: Galley
afterEach(() => galley.close())

/** The banner over a copy. */
function banner(page: Page) {
  return page.getByRole('region', { name: 'Review copy' })
}

/** The modes that can be chosen, in order. */
async function modes(page: Page): Promise<string[]> {
  const group = page.getByRole('radiogroup', { name: 'Mode' })
  return await group
    .getByRole('radio')
    .evaluateAll(radios => radios.map(radio => radio.parentElement?.textContent ?? ''))
}

/** Chooses commands in the application menu, also those that it shows as not to be chosen. */
async function chooseInMenu({ app }: Galley, ids: readonly CommandId[]): Promise<void> {
  await app.evaluate(({ Menu }, chosen) => {
    for (const id of chosen) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, ids)
}

async function enabledInMenu({ app }: Galley, ids: readonly CommandId[]): Promise<CommandId[]> {
  return await app.evaluate(
    ({ Menu }, asked) => asked.filter(id => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled),
    ids,
  )
}

/** Makes the return by its button; answers what is in the file. */
async function makeReturn({ app, page }: Galley): Promise<{ name: string; log: TestLog; kind: string }> {
  await answerSave(app, at())
  await page.getByRole('button', { name: 'Make return' }).click()
  const notice = page.getByText(/^Saved as “.+ – return from .+\.briefing”\.$/).last()
  await notice.waitFor()
  const name = /“(.+)”/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
  const { manifest, ...log } = expectOk(readBriefingFile(readFileSync(at(name)), name))
  return { name, log, kind: manifest.kind }
}

/** What a return brings that the copy did not have. */
function done(copy: TestLog, log: TestLog): Change[] {
  return log.changes.slice(copy.changes.length)
}

function textOf({ briefing }: TestLog): string {
  return JSON.stringify(briefing.doc.toJSON())
}

/** Every way to a changed text that Galley has, one behind the other, on words of the text. */
async function tryEverything(page: Page): Promise<void> {
  await selectWords(page, 'half of the rise')
  await page.keyboard.type('nothing')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Delete')
  for (const key of ['b', 'i', 'k', 'x', '\\', 'Shift+8', 'Shift+q', 'Alt+2', 'Alt+k', 'Alt+a', 'Alt+r']) {
    await page.keyboard.press(`Control+${key}`)
    await page.keyboard.press('Escape')
  }
  await page.evaluate(() => navigator.clipboard.writeText('pasted words').catch(() => undefined))
  await editor(page).evaluate(element => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'pasted words')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', 'dropped words')
    const { left, top } = element.getBoundingClientRect()
    element.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer,
        clientX: left + 90,
        clientY: top + 300,
        bubbles: true,
        cancelable: true,
      }),
    )
    document.execCommand('insertText', false, 'commanded words')
    document.execCommand('delete')
  })
  await page.keyboard.press('Alt+ArrowUp')
  const row = page.getByRole('treeitem', { name: /^What comes next/ })
  await row.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Control+h')
  const find = page.getByRole('textbox', { name: 'Find', exact: true })
  if (await find.isVisible()) {
    await find.fill('dues')
    await page
      .getByRole('button', { name: 'Replace all' })
      .click({ timeout: 500 })
      .catch(() => undefined)
    await page.keyboard.press('Escape')
  }
}

const editingCommands = [
  'review.editing',
  'review.accept',
  'review.reject',
  'review.accept-all',
  'review.reject-all',
  'insert.key-point',
  'insert.section',
  'insert.bullets',
  'insert.divider',
  'format.bold',
  'format.clear',
  'move.up',
  'edit.replace',
] as const

describe('[H2] a copy for comments', () => {
  test('says whose it is and what is asked, and takes comments and an approval, and nothing else', async () => {
    const { path, copy } = writeCopy(at(), 'Harbour.briefing', { rights: 'comment' })
    galley = await launchGalley({ args: [path] })
    const { page } = galley
    // The first start tells that the file waits, and who signs without a name.
    await page.getByText(/“Harbour dues rise in nine ports” opens next\..*as Cleo Marsh\./).waitFor()
    await page.getByRole('button', { name: 'Skip' }).click()
    await editor(page).waitFor()
    const words = await banner(page).innerText()
    expect(words).toContain('A review copy of Ada Okafor’s briefing, sent on 18 Mar')
    expect(words).toContain('Is the figure in the first key point right?\nPlease answer by comment.')
    expect(words).toContain('You can comment: the text stays as it was sent.')
    expect(words).toContain('Signed as Cleo Marsh.')
    expect(await modes(page)).toEqual(['Commenting', 'Viewing'])
    expect(await page.getByRole('radio', { name: 'Commenting' }).isChecked()).toBe(true)
    expect(await violations(page)).toEqual([])

    const before = await editor(page).innerText()
    await tryEverything(page)
    await chooseInMenu(galley, [...editingCommands, 'review.suggesting'])
    await page.keyboard.type('more')
    await expect.poll(() => editor(page).innerText()).toBe(before)
    expect(await enabledInMenu(galley, [...editingCommands, 'review.suggesting'])).toEqual([])
    expect(await enabledInMenu(galley, ['review.comment', 'review.return'])).toEqual([
      'review.comment',
      'review.return',
    ])
    expect(await page.getByRole('radio', { name: 'Commenting' }).isChecked()).toBe(true)
    expect(
      await cards(page, /^Suggestion by Ada/)
        .getByRole('button')
        .count(),
    ).toBe(0)
    await page.getByRole('tab', { name: 'Details' }).click()
    const details = page.getByRole('region', { name: 'Details' })
    expect(await details.getByRole('textbox').or(details.getByRole('button')).count()).toBe(0)
    expect(await details.innerText()).toContain('harbour-dues')
    expect(await page.getByRole('button', { name: /^Status/ }).count()).toBe(0)
    await page.getByRole('tab', { name: 'Versions' }).click()
    await page.getByRole('tab', { name: 'Review' }).click()

    await commentOn(page, 'twelve metres', 'Or ten?')
    // Words are selected with the keyboard alone, too.
    await selectWords(page, 'June')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Capital letter.')
    await page.keyboard.press('Control+Enter')
    const thread = cards(page, /^Thread by Ben/).first()
    await thread.getByRole('button', { name: 'Reply' }).click()
    await page.keyboard.type('Of last year’s dues.')
    await page.keyboard.press('Control+Enter')
    await thread.getByText('Of last year’s dues.').waitFor()
    await reviewPanel(page).getByRole('button', { name: 'Ask for changes' }).click()
    expect(await reviewPanel(page).getByRole('checkbox').count()).toBe(0)
    await page.keyboard.type('The figure.')
    await page.keyboard.press('Control+Enter')

    const { name, log, kind } = await makeReturn(galley)
    expect(name).toBe('Harbour dues rise in nine ports – return from Cleo.briefing')
    expect(kind).toBe('return')
    const mine = done(copy, log)
    expect(new Set(mine.map(({ author }) => author))).toEqual(new Set([cleo.id]))
    const { threads, approvals, status } = log.briefing.records
    expect([...threads.values()].flatMap(({ comments }) => comments.map(({ text }) => text)).sort()).toEqual([
      'A third of what?',
      'Capital letter.',
      'Of last year’s dues.',
      'Or ten?',
    ])
    expect([...threads.values()].map(({ quote }) => quote?.text)).toContain('J')
    expect(approvals.map(({ verdict, note, author }) => [verdict, note, author])).toEqual([
      ['changes-requested', 'The figure.', cleo.id],
    ])
    expect(status).toBe('Draft')
    const types = new Set(mine.flatMap(({ operations }) => operations.map(({ type }) => type)))
    expect([...types].filter(type => ['detail', 'status'].includes(type))).toEqual([])
    expect(log.briefing.doc.textContent).toBe(copy.briefing.doc.textContent)
    expect(suggestionsOf(log.briefing.doc)).toEqual(suggestionsOf(copy.briefing.doc))
  })
})

describe('[H2] a copy for suggestions', () => {
  test('turns what is typed into suggestions, and leaves those of others to the sender', async () => {
    const { path, copy } = writeCopy(at(), 'Harbour.briefing', { rights: 'suggest' })
    galley = await launchGalley()
    const { page } = galley
    await skipIntroduction(page)
    await openFile(galley, path)
    expect(await banner(page).innerText()).toContain(
      'You can comment and suggest changes: Ada decides about them. Signed as Cleo Marsh.',
    )
    expect(await modes(page)).toEqual(['Suggesting', 'Viewing'])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+Shift+e')
    expect(await page.getByRole('radio', { name: 'Viewing' }).isChecked()).toBe(true)
    await page.keyboard.press('Control+Shift+e')
    expect(await page.getByRole('radio', { name: 'Suggesting' }).isChecked()).toBe(true)
    const adas = cards(page, /^Suggestion by Ada/).first()
    expect(await adas.getByRole('button').count()).toBe(0)
    await selectWords(page, 'quietly')
    await chooseInMenu(galley, [
      'review.accept',
      'review.reject',
      'review.accept-all',
      'review.reject-all',
      'review.editing',
    ])
    await adas.waitFor()

    await tryEverything(page)
    await selectWords(page, 'Owners')
    await page.keyboard.type('Skippers')
    const own = cards(page, /^Suggestion by Cleo/)
    await own.filter({ hasText: 'Skippers' }).waitFor()
    // One's own can be taken back, and is gone without a trace.
    await selectWords(page, 'object')
    await page.keyboard.type('agree')
    const agree = own.filter({ hasText: 'agree' })
    expect(await agree.getByRole('button', { name: 'Accept' }).count()).toBe(0)
    await agree.getByRole('button', { name: 'Withdraw' }).click()
    await agree.waitFor({ state: 'detached' })
    // Restoring is within the rights where it takes back no more than one's own suggestions.
    await page.keyboard.press('Control+Shift+s')
    await page.keyboard.type('Half way')
    await page.keyboard.press('Enter')
    await selectWords(page, 'ministry')
    await page.keyboard.type('board')
    await page.getByRole('button', { name: 'Actions for Half way' }).click()
    await page.getByRole('menuitem', { name: 'Restore this version' }).click()
    await page.getByText('“Half way” was restored.').waitFor()

    const { log } = await makeReturn(galley)
    const mine = done(copy, log)
    expect(new Set(mine.map(({ author }) => author))).toEqual(new Set([cleo.id]))
    const left = suggestionsOf(log.briefing.doc)
    expect(new Set(left.map(({ author }) => author))).toEqual(new Set([ada.id, cleo.id]))
    const skippers = left.find(({ pieces }) => pieces.some(({ text }) => text === 'Skippers'))
    expect(skippers?.author).toBe(cleo.id)
    expect(textOf(log)).not.toContain('agree"')
    expect(log.briefing.details).toEqual(copy.briefing.details)
    // The text without suggestions is the one that was sent.
    const sent = readings(copy)
    expect(readings(log)).toBe(sent)
  })
})

function readings({ briefing }: TestLog): string {
  const words: string[] = []
  briefing.doc.descendants(node => {
    const isNew = node.marks.some(({ type }) => type.name === 'insertion')
    if (node.isText && !isNew) words.push(node.text ?? '')
    return !isNew
  })
  return words.join('')
}

describe('[H2] a copy to edit', () => {
  test('starts in Editing; its return says whether something was done since, also after a power cut', async () => {
    const { path, copy } = writeCopy(at(), 'Harbour.briefing', { rights: 'edit' })
    const profile = at('profile')
    galley = await launchGalley({ profile })
    await skipIntroduction(galley.page)
    await openFile(galley, path)
    expect(await modes(galley.page)).toEqual(['Editing', 'Suggesting', 'Viewing'])
    expect(await galley.page.getByRole('radio', { name: 'Editing' }).isChecked()).toBe(true)
    await selectWords(galley.page, 'small boats')
    await galley.page.keyboard.type('fishing boats')
    await makeReturn(galley)
    const line = banner(galley.page).getByRole('status')
    await expect.poll(() => line.innerText()).toMatch(/^You made a return today at \d\d:\d\d\.$/)
    const chip = banner(galley.page).getByRole('group', { name: /return from Cleo\.briefing$/ })
    expect(await chip.getAttribute('draggable')).toBe('true')
    // An export keeps a version, which is nothing that the sender would get.
    await editor(galley.page).press('Control+End')
    await galley.page.keyboard.type(' More later.')
    await expect.poll(() => line.innerText()).toContain('You have made changes since')
    await untilSaved(galley.page)
    await galley.kill()

    galley = await launchGalley({ profile })
    const { page } = galley
    await page.getByRole('row', { name: /Harbour dues/ }).click()
    await editor(page).waitFor()
    expect(await field(page, 'Body').innerText()).toContain('More later.')
    await expect.poll(() => banner(page).innerText()).toContain('You have made changes since')
    const { log } = await makeReturn(galley)
    expect(log.briefing.doc.textContent).toContain('fishing boats pay most.')
    expect(log.briefing.doc.textContent).toContain('More later.')
    expect(new Set(done(copy, log).map(({ author }) => author))).toEqual(new Set([cleo.id]))
    await expect.poll(() => banner(page).innerText()).not.toContain('You have made changes since')
  })

  test('is signed by whoever says that the copy was made for somebody else, and back', async () => {
    const { path, copy } = writeCopy(at(), 'Harbour.briefing', { rights: 'edit' })
    galley = await launchGalley()
    const { page } = galley
    await page.getByLabel('Name').fill('Tom Brandt')
    await page.getByRole('button', { name: 'Start writing' }).click()
    await page.getByRole('region', { name: 'Library' }).waitFor()
    await openFile(galley, path)
    await banner(page).getByText('Made for Cleo Marsh, signed as Tom Brandt.').waitFor()
    await banner(page).getByRole('button', { name: 'Not Cleo?' }).click()
    await banner(page).getByText('It was made for Cleo Marsh; you sign as Tom Brandt.').waitFor()
    await editor(page).press('Control+End')
    await page.keyboard.type(' By Tom.')
    await untilSaved(page)
    await banner(page).getByRole('button', { name: 'I am Cleo' }).click()
    await editor(page).press('Control+End')
    await page.keyboard.type(' By Cleo.')
    const { log } = await makeReturn(galley)
    const authors = new Set(done(copy, log).map(({ author }) => author))
    expect(authors.size).toBe(2)
    expect(authors).toContain(cleo.id)
    // Folded, the banner is one line and stays so.
    await banner(page).getByRole('button', { name: 'Fold' }).click()
    expect((await banner(page).boundingBox())?.height).toBeLessThan(42)
    await toLibrary(page)
    await page.getByRole('row', { name: /Harbour dues/ }).click()
    await editor(page).waitFor()
    expect(await banner(page).innerText()).not.toContain('Please answer')
    await banner(page).getByRole('button', { name: 'Show what is asked' }).click()
    await banner(page).getByText('Please answer by comment.').waitFor()
  })
})

describe('[H2] in the library', () => {
  test('a copy and its master stand beside each other, and a copy saved as a file is a copy elsewhere', async () => {
    const { path, master } = writeCopy(at(), 'Harbour.briefing', { rights: 'suggest' })
    const masterPath = at('master.briefing')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(masterPath, fileOf(master))
    galley = await launchGalley()
    const { page, app } = galley
    await skipIntroduction(page)
    await openFile(galley, path)
    await toLibrary(page)
    await openFile(galley, masterPath)
    expect(await banner(page).count()).toBe(0)
    expect(await modes(page)).toEqual(['Editing', 'Suggesting', 'Viewing'])
    expect(await page.getByRole('button', { name: 'Make return' }).count()).toBe(0)
    expect(await enabledInMenu(galley, ['review.return', 'review.commenting'])).toEqual([])
    await toLibrary(page)
    const rows = page.getByRole('row').filter({ hasText: 'Harbour dues' })
    await expect.poll(() => rows.count()).toBe(2)
    const copyRow = rows.filter({ hasText: 'Review copy from Ada Okafor for Cleo Marsh' })
    expect(await copyRow.count()).toBe(1)
    await page.getByRole('button', { name: /^Review copies/ }).click()
    await expect.poll(() => rows.count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await copyRow.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await page.getByText('was duplicated.').waitFor()
    expect(await rows.count()).toBe(1)
    await copyRow.click()
    await banner(page).waitFor()
    await answerSave(app, at())
    await page.keyboard.press('Control+Alt+s')
    const notice = page.getByText(/^Saved as “.+”\.$/).last()
    await notice.waitFor()
    const name = /“(.+)”/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
    const saved = expectOk(readBriefingFile(readFileSync(at(name)), name))
    expect(saved.manifest.kind).toBe('review-copy')
    await toLibrary(page)
    await page.getByRole('button', { name: /^All briefings/ }).click()
    await expect.poll(() => rows.count()).toBe(3)
    await answerOpen(app, [at(name)])
    await page.keyboard.press('Control+o')
    await banner(page).waitFor()
  })
})
