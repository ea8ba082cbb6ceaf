import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import { violations } from '../support/axe.ts'
import {
  answerOpen,
  answerSave,
  editor,
  field,
  importFile,
  toLibrary,
  untilSaved,
} from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'
import { applyMerge, dropFiles, entryOf, mergeReport, scripted } from '../support/handing-off.ts'
import { expectOk, type TestLog } from '../support/log.ts'
import {
  cards,
  commentOn,
  introduce,
  openFile,
  reviewPanel,
  saveFile,
  selectWords,
} from '../support/reviewing.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const text = `Ferries return to the estuary

The first boats cross on Monday after a winter of repairs.

Tickets stay at last year's price until June, the harbour board says.

Next steps

The board will publish a timetable for the islands in May.

Night boats are a matter for the autumn.
`

const at = temporaryFolder()
let desks: Galley[]
beforeEach(() => {
  desks = []
})
afterEach(async () => {
  for (const desk of desks) await desk.close()
})

/** Somebody's Galley, on a profile that has never seen any briefing. */
async function deskOf(name: string): Promise<Galley> {
  const desk = await launchGalley()
  desks.push(desk)
  await introduce(desk.page, name)
  return desk
}

/** The editor's Galley, with a briefing of her own on the desk. */
async function nadiaWith(words = text): Promise<Galley> {
  const nadia = await deskOf('Nadia Osei')
  writeFileSync(at('notes.txt'), words)
  await importFile(nadia.app, nadia.page, at('notes.txt'))
  return nadia
}

type May = 'Comment' | 'Comment and suggest' | 'Edit'

/** Sends copies by the dialog; answers the files, in order. */
async function send({ app, page }: Galley, to: readonly [name: string, may: May][]): Promise<string[]> {
  await page.getByRole('button', { name: 'Send for review' }).click()
  const dialog = page.getByRole('dialog')
  for (const [index, [name, may]] of to.entries()) {
    if (index > 0) await dialog.getByRole('button', { name: 'Add a reviewer' }).click()
    await dialog.getByRole('combobox', { name: `Name of reviewer ${index + 1}` }).fill(name)
    await dialog.getByRole('combobox', { name: `What reviewer ${index + 1} may do` }).click()
    await page.getByRole('option', { name: may, exact: true }).click()
  }
  await dialog.getByRole('button', { name: /^Make (the copy|\d+ copies)$/ }).click()
  const made = dialog.getByRole('group', { name: 'Copies to send' })
  await answerSave(app, at())
  const files: string[] = []
  for (const [name] of to) {
    const chip = made.getByRole('group', { name: new RegExp(` – for ${name}\\.briefing$`) })
    await chip.getByRole('button', { name: /^Save…/ }).click()
    await chip.getByText('saved').waitFor()
    files.push(at((await chip.getAttribute('aria-label')) ?? ''))
  }
  await dialog.getByRole('button', { name: 'Done' }).click()
  return files
}

/** Makes the return by its button; answers its file. */
async function makeReturn({ app, page }: Galley): Promise<string> {
  await untilSaved(page)
  await answerSave(app, at())
  await page.getByRole('button', { name: 'Make return' }).click()
  const notice = page.getByText(/^Saved as “.+ – return from .+\.briefing”\.$/).last()
  await notice.waitFor()
  return at(/“(.+)”/.exec((await notice.textContent()) ?? '')?.[1] ?? '')
}

async function replace(page: Page, words: string, by: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.type(by)
}

/** What is on a desk, as a file would carry it. */
async function onDesk(desk: Galley, name: string): Promise<TestLog> {
  mkdirSync(at(name))
  return logOf(await saveFile(desk, at(name)))
}

function logOf(path: string): TestLog {
  return expectOk(readBriefingFile(readFileSync(path), path))
}

/** All that a briefing says; not the place in its log at which an approval was given, which no undo repeats. */
function contentOf({ briefing: { doc, details, records } }: TestLog) {
  const { handoff, approvals, ...others } = records
  return {
    ...{ doc: doc.toJSON(), details, others, conflicts: handoff.conflicts },
    approvals: approvals.map(({ head: _, ...approval }) => approval),
  }
}

const body = ({ page }: Galley) => field(page, 'Body').innerText()
const act = async (card: Locator, name: string) => {
  await card.getByRole('button', { name, exact: true }).click()
}
/** Takes back what the last notice tells. */
const undo = async (page: Page) => {
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
}

describe('[H3] [H4] three people on three machines', () => {
  test('copies go out, come back, are reported, merged, undone to the letter, and known afterwards', async () => {
    const nadia = await nadiaWith()
    const { page } = nadia
    const [forTom = '', forEve = ''] = await send(nadia, [
      ['Tom Brandt', 'Comment and suggest'],
      ['Eve Holt', 'Edit'],
    ])

    const tom = await deskOf('Tom Brandt')
    await openFile(tom, forTom)
    await replace(tom.page, 'Monday', 'Tuesday')
    await commentOn(tom.page, 'until June', 'Not until July?')
    await reviewPanel(tom.page).getByRole('button', { name: 'Ask for changes' }).click()
    await tom.page.keyboard.type('The day of the first boat.')
    await tom.page.keyboard.press('Control+Enter')
    const fromTom = await makeReturn(tom)

    const eve = await deskOf('Eve Holt')
    await openFile(eve, forEve)
    await replace(eve.page, 'islands', 'outer islands')
    await replace(eve.page, 'the autumn', 'two councils')
    const fromEve = await makeReturn(eve)

    // The editor goes on meanwhile, also in the same words.
    await replace(page, 'a winter of repairs', 'four months of repairs')
    await replace(page, 'the autumn', 'next year')
    await untilSaved(page)
    const before = await onDesk(nadia, 'before')

    await dropFiles(page, [fromEve, fromTom])
    const report = mergeReport(page)
    await report.getByRole('button', { name: 'Apply' }).and(page.locator(':enabled')).waitFor()
    const toms = await entryOf(page, 'Tom Brandt').innerText()
    expect(toms).toContain('1 comment, 1 suggestion, 1 request for changes')
    expect(toms).toContain('Not until July?')
    expect(toms).toContain('The day of the first boat.')
    expect(toms).toMatch(/The first boats cross on Monday ?Tuesday after/)
    const eves = await entryOf(page, 'Eve Holt').innerText()
    expect(eves).toContain('2 edits, 1 conflict')
    expect(eves).toMatch(/publish a timetable for the (islands)?outer islands/)
    expect(eves).toContain('two councils')
    expect(await violations(page)).toEqual([])
    expect(await report.getByRole('button', { name: 'Cancel' }).isEnabled()).toBe(true)

    await applyMerge(page)
    await editor(page).waitFor()
    for (const words of ['four months of repairs', 'for the outer islands in May', 'next year']) {
      expect(await body(nadia)).toContain(words)
    }
    await cards(page, /^Suggestion by Tom/).waitFor()
    await cards(page, /^Thread by Tom/).waitFor()
    await cards(page, /^Conflict of Eve Holt: /).waitFor()
    expect(await violations(page)).toEqual([])
    const merged = await onDesk(nadia, 'merged')

    await page.getByRole('tab', { name: 'Versions' }).click()
    await page.getByRole('button', { name: /^Undo merge: Returns of/ }).click()
    await page.getByText('The merge was undone.').waitFor()
    expect(contentOf(await onDesk(nadia, 'undone'))).toEqual(contentOf(before))

    await toLibrary(page)
    await dropFiles(page, [fromTom, fromEve])
    await report.getByRole('button', { name: 'Apply' }).and(page.locator(':enabled')).waitFor()
    await applyMerge(page)
    await editor(page).waitFor()
    const again = await onDesk(nadia, 'again')
    expect(contentOf(again)).toEqual(contentOf(merged))

    await dropFiles(page, [fromTom, fromEve])
    await report.getByText('everything that can be is here already').waitFor()
    await report.getByRole('button', { name: 'Done' }).click()
    await editor(page).waitFor()
    expect((await onDesk(nadia, 'known')).briefing.head).toBe(again.briefing.head)
    await page.getByRole('tab', { name: 'Review' }).click()
    await reviewPanel(page)
      .getByRole('button', { name: /^Out for review/ })
      .click()
    await reviewPanel(page).getByText('2 of 2 answered').waitFor()
  })
})

describe('[H3] what a merge could not put in its place', () => {
  test('is put in, made a comment or dismissed, and each can be taken back', async () => {
    const nadia = await nadiaWith()
    const { page } = nadia
    const [forEve = ''] = await send(nadia, [['Eve Holt', 'Edit']])
    const eve = await deskOf('Eve Holt')
    await openFile(eve, forEve)
    await selectWords(eve.page, 'cross')
    await eve.page.keyboard.press('ArrowRight')
    await eve.page.keyboard.press('ControlOrMeta+b')
    await eve.page.keyboard.type(', tide permitting,')
    await replace(eve.page, 'Tickets', 'Blue tickets')
    await replace(eve.page, 'Night boats', 'Late night boats')
    const fromEve = await makeReturn(eve)

    for (const gone of [
      'The first boats cross on Monday after a winter of repairs.',
      "Tickets stay at last year's price until June, the harbour board says.",
      'Night boats are a matter for the autumn.',
    ]) {
      await selectWords(page, gone)
      await page.keyboard.press('Delete')
      await page.keyboard.press('Backspace')
    }
    const without = await body(nadia)
    await dropFiles(page, [fromEve])
    await applyMerge(page)
    await editor(page).waitFor()
    expect(await body(nadia)).toBe(without)
    const open = cards(page, /^Conflict of Eve Holt: (?!.*dealt with)/)
    await expect.poll(() => open.count()).toBe(3)

    const of = (words: string) =>
      cards(page, new RegExp(`^Conflict of Eve Holt: \\S+ “${words}(?!.*dealt with)`))
    const tide = of(', tide')
    expect(await tide.innerText()).toContain('Not in the text')
    await tide.getByRole('button', { name: /^Insert/ }).click()
    await expect.poll(() => body(nadia)).toContain('tide permitting')
    expect(await field(page, 'Body').locator('strong').innerText()).toBe(', tide permitting,')
    await expect.poll(() => open.count()).toBe(2)
    await undo(page)
    await expect.poll(() => body(nadia)).toBe(without)
    await expect.poll(() => open.count()).toBe(3)
    await tide.getByRole('button', { name: /^Insert/ }).click()
    await expect.poll(() => body(nadia)).toContain('tide permitting')

    const blue = of('Blue')
    await act(blue, 'Turn into comment')
    const thread = cards(page, /^Thread by Nadia Osei/)
    await expect.poll(() => thread.innerText()).toContain('Blue')
    expect(await thread.innerText()).toContain('Eve Holt')
    await undo(page)
    await thread.waitFor({ state: 'detached' })
    await act(blue, 'Turn into comment')
    await thread.waitFor()

    await act(of('Late'), 'Dismiss')
    await expect.poll(() => open.count()).toBe(0)
    const before = await onDesk(nadia, 'dealt with')
    expect(before.briefing.records.handoff.conflicts.map(({ settled }) => settled?.as).sort()).toEqual([
      'comment',
      'dismissed',
      'taken',
    ])

    // Merged again, they do not come back.
    await dropFiles(page, [fromEve])
    await mergeReport(page).getByText('everything that can be is here already').waitFor()
    await mergeReport(page).getByRole('button', { name: 'Done' }).click()
    await editor(page).waitFor()
    expect((await onDesk(nadia, 'again')).briefing.head).toBe(before.briefing.head)
  })
})

describe('[H3] many files at once', () => {
  test('returns of two briefings, one of a briefing that is not here and a broken one are each told apart', async () => {
    const nadia = await nadiaWith()
    const { page, app } = nadia
    const [forTom = ''] = await send(nadia, [['Tom Brandt', 'Comment']])
    await toLibrary(page)
    writeFileSync(at('second.txt'), 'Locks close early\n\nThe keepers go home at four.\n')
    await importFile(app, page, at('second.txt'))
    const [forEve = ''] = await send(nadia, [['Eve Holt', 'Edit']])
    await toLibrary(page)

    const tom = await deskOf('Tom Brandt')
    await openFile(tom, forTom)
    await commentOn(tom.page, 'islands', 'Which?')
    const fromTom = await makeReturn(tom)
    // A briefing of Tom's own, which Nadia has never seen.
    await toLibrary(tom.page)
    writeFileSync(at('third.txt'), 'Buoys are repainted\n\nRed ones first.\n')
    await importFile(tom.app, tom.page, at('third.txt'))
    const [forAda = ''] = await send(tom, [['Ada Okafor', 'Edit']])
    scripted(at(), forAda, 'Ada Okafor', [{ op: 'replace', find: 'Red', with: 'Green' }])
    const eve = await deskOf('Eve Holt')
    await openFile(eve, forEve)
    await replace(eve.page, 'four', 'three')
    const fromEve = await makeReturn(eve)
    const fromAda = await (async () => {
      const ada = await deskOf('Ada Okafor')
      await openFile(ada, forAda)
      return await makeReturn(ada)
    })()
    const broken = at('Broken.briefing')
    writeFileSync(broken, readFileSync(fromTom).subarray(0, 900))

    await answerOpen(app, [fromTom, fromEve, fromAda, broken])
    await page.keyboard.press('Control+O')
    const report = mergeReport(page)
    await report.getByRole('button', { name: 'Apply' }).and(page.locator(':enabled')).waitFor()
    expect(await report.innerText()).toContain('2 briefings are changed')
    const stranger = report.getByRole('region', { name: 'Buoys are repainted' })
    expect(await stranger.innerText()).toContain('It cannot be merged')
    expect(await report.innerText()).toContain('Broken.briefing')
    expect(await violations(page)).toEqual([])
    await stranger.getByRole('button', { name: 'Open as a new briefing' }).click()
    await stranger.getByRole('button', { name: 'Show it' }).waitFor()
    await applyMerge(page)
    await page.getByText('Returns were merged into 2 briefings.').waitFor()
    const rows = page.getByRole('row')
    await rows.filter({ hasText: 'Buoys are repainted' }).waitFor()
    await rows.filter({ hasText: 'Locks close early' }).click()
    await expect.poll(() => body(nadia)).toContain('The keepers go home at three.')
    await toLibrary(page)
    await rows.filter({ hasText: 'Ferries return' }).click()
    await cards(page, /^Thread by Tom Brandt/).waitFor()
  })
})

describe('[H3] a copy that goes on to a second reviewer before it comes back', () => {
  test('brings both people’s work, also as suggestions, and gains no rights', async () => {
    const nadia = await nadiaWith()
    const { page } = nadia
    const [forTom = ''] = await send(nadia, [['Tom Brandt', 'Edit']])
    const tom = await deskOf('Tom Brandt')
    await openFile(tom, forTom)
    await replace(tom.page, 'Monday', 'Tuesday')
    await untilSaved(tom.page)
    const [forEve = ''] = await send(tom, [['Eve Holt', 'Comment and suggest']])
    const eve = await deskOf('Eve Holt')
    await openFile(eve, forEve)
    expect(await eve.page.getByRole('radio', { name: 'Editing' }).count()).toBe(0)
    await replace(eve.page, 'islands', 'outer islands')
    await commentOn(eve.page, 'until June', 'Which June?')
    const fromEve = await makeReturn(eve)

    await dropFiles(page, [fromEve])
    const report = mergeReport(page)
    await report.getByRole('button', { name: 'Apply' }).and(page.locator(':enabled')).waitFor()
    expect(await entryOf(page, 'Eve Holt').innerText()).toContain('1 comment, 1 suggestion, 1 edit')
    await report.getByRole('radio', { name: 'Suggestions' }).click()
    await expect.poll(() => entryOf(page, 'Eve Holt').innerText()).toContain('1 comment, 2 suggestions')
    await applyMerge(page)
    await editor(page).waitFor()
    await cards(page, /^Suggestion by Tom Brandt: Replace “Monday” with “Tuesday”/).waitFor()
    await cards(page, /^Suggestion by Eve Holt: .*outer/).waitFor()
    await cards(page, /^Thread by Eve Holt on “until June”/).waitFor()

    // Tom's own return brings no more than that he answered, too.
    const fromTom = await makeReturn(tom)
    const merged = await body(nadia)
    await dropFiles(page, [fromTom])
    await entryOf(page, 'Tom Brandt')
      .getByText('Nothing in it is new here. Applying it notes that Tom Brandt has answered.')
      .waitFor()
    await applyMerge(page)
    await editor(page).waitFor()
    expect(await body(nadia)).toBe(merged)
  })
})
