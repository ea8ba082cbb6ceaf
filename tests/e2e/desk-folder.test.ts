import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import {
  briefingsIn,
  headsIn,
  headsOf,
  keepInFolder,
  launchOnFolder,
  look,
  mergeOffered,
  strip,
  takeIn,
  typeBehind,
} from '../support/desk-folder.ts'
import { answerSave, editor, field, importFile, toLibrary, untilSaved } from '../support/driver.ts'
import type { Galley } from '../support/electron.ts'
import { startSyncPair } from '../support/syncthing.ts'

let root: string
let shared: string
const running: Galley[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'galley-desk-'))
  shared = join(root, 'shared')
  mkdirSync(shared)
})
afterEach(async () => {
  for (const galley of running.splice(0)) await galley.close()
  rmSync(root, { recursive: true, force: true, maxRetries: 5 })
})

const slow = { timeout: 40_000 }

async function machine(name: string, folder = shared): Promise<Galley> {
  const galley = await launchOnFolder(name, folder)
  running.push(galley)
  return galley
}

/** Imports a text about a lock, and ends on the desk. */
async function writeTides({ app, page }: Galley): Promise<void> {
  const path = join(root, 'tides.txt')
  writeFileSync(
    path,
    'Tides at the lock\n\nHigh water comes late this week.\n\nThe keeper counts the boats.\n',
  )
  await importFile(app, page, path)
}

const body = ({ page }: Galley) => field(page, 'Body').innerText()

describe('[H5] a folder that two machines share', () => {
  test('what one keeps there arrives at the other, follows its edits, and nothing leaves unasked', async () => {
    const ada = await machine('Ada Fisher')
    await writeTides(ada)
    await untilSaved(ada.page)
    expect(readdirSync(shared)).toEqual([])
    await keepInFolder(ada.page)
    const [name = ''] = readdirSync(shared)
    expect(name).toMatch(/^Tides at the lock – \w{6}\.briefing$/)

    const ben = await machine('Ben Okoro')
    await takeIn(ben.page)
    await editor(ben.page).waitFor()
    expect(await body(ben)).toContain('High water comes late this week.')

    await typeBehind(ada.page, 'counts the boats', ' twice')
    await expect.poll(() => headsIn(shared), slow).not.toEqual([])
    const first = headsIn(shared)[0]
    await expect.poll(() => headsIn(shared)[0], slow).not.toBe(first)
    await look(ben.page)
    await expect.poll(() => body(ben), slow).toContain('The keeper counts the boats twice.')

    // What was taken over is kept there from now on too.
    await typeBehind(ben.page, 'comes late', ', again,')
    await toLibrary(ben.page)
    await expect.poll(() => readdirSync(shared).length, slow).toBe(2)
    await look(ada.page)
    await expect.poll(() => body(ada), slow).toContain('High water comes late, again, this week.')
    await expect.poll(() => headsIn(shared).length, slow).toBe(1)
    await expect.poll(() => strip(ada.page).count()).toBe(0)
    await expect.poll(() => strip(ben.page).count()).toBe(0)
  })

  test('edits on both sides are joined into the same briefing, and nothing more is offered', async () => {
    const ada = await machine('Ada Fisher')
    await writeTides(ada)
    await keepInFolder(ada.page)
    const ben = await machine('Ben Okoro')
    await takeIn(ben.page)
    await editor(ben.page).waitFor()

    await Promise.all([
      typeBehind(ada.page, 'comes late', ' and low'),
      typeBehind(ben.page, 'counts the boats', ' at dusk'),
    ])
    await Promise.all([toLibrary(ada.page), toLibrary(ben.page)])
    await mergeOffered(ada.page)
    await mergeOffered(ben.page)
    for (const galley of [ada, ben]) {
      await expect
        .poll(() => body(galley), slow)
        .toBe('High water comes late and low this week.\n\nThe keeper counts the boats at dusk.')
    }
    expect(await headsOf(ada.page)).toEqual(await headsOf(ben.page))
    await expect.poll(() => headsIn(shared), slow).toEqual(await headsOf(ada.page))
    for (const { page } of [ada, ben]) await expect.poll(() => strip(page).count(), slow).toBe(0)
  })

  test('copies go out and returns come back through it', async () => {
    const ada = await machine('Ada Fisher')
    await writeTides(ada)
    await ada.page.getByRole('button', { name: 'Send for review' }).click()
    const dialog = ada.page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Name of reviewer 1' }).fill('Ben Okoro')
    await dialog.getByRole('button', { name: 'Make the copy' }).click()
    await dialog.getByRole('button', { name: /^Put in desk folder: .* – for Ben Okoro/ }).click()
    await dialog.getByText(/saved as Tides at the lock – for Ben Okoro – \w{6}\.briefing/).waitFor()
    await dialog.getByRole('button', { name: 'Done' }).click()

    const ben = await machine('Ben Okoro')
    await takeIn(ben.page)
    const banner = ben.page.getByRole('region', { name: 'Review copy' })
    await banner.waitFor()
    await typeBehind(ben.page, 'counts the boats', ' twice')
    await untilSaved(ben.page)
    await answerSave(ben.app, root)
    await ben.page.getByRole('button', { name: 'Make return' }).click()
    await banner.getByRole('button', { name: /^Put in desk folder: / }).click()
    await banner.getByText(/saved as Tides at the lock – return from Ben – \w{6}\.briefing/).waitFor()

    await look(ada.page)
    const report = ada.page.getByRole('region', { name: 'Merge returns' })
    await ada.page
      .getByRole('dialog', { name: 'In the desk folder' })
      .getByRole('button', { name: 'Take in 1 file' })
      .click()
    await report.getByRole('button', { name: 'Apply' }).and(ada.page.locator(':enabled')).click()
    await ada.page.getByRole('article', { name: /^Suggestion by Ben Okoro: .*twice/ }).waitFor()
    await expect.poll(() => strip(ada.page).count(), slow).toBe(0)
  })

  test('a file that is half written is waited for, and a damaged one told once', async () => {
    const ada = await machine('Ada Fisher')
    await writeTides(ada)
    await keepInFolder(ada.page)
    const [name = ''] = readdirSync(shared)
    const whole = readFileSync(join(shared, name))

    mkdirSync(join(root, 'elsewhere'))
    const ben = await machine('Ben Okoro', join(root, 'elsewhere'))
    expect(await strip(ben.page).count()).toBe(0)
    const place = join(root, 'elsewhere', 'Tides.briefing')
    for (const part of [0.2, 0.5, 0.9]) {
      writeFileSync(place, whole.subarray(0, Math.floor(whole.length * part)))
      await ben.page.waitForTimeout(1500)
      expect(await strip(ben.page).count()).toBe(0)
    }
    writeFileSync(place, whole)
    await strip(ben.page).waitFor(slow)
    expect(await ben.page.getByText('is damaged').count()).toBe(0)

    writeFileSync(
      join(root, 'elsewhere', 'Broken.briefing'),
      whole.map((byte, at) => (at === 200 ? byte ^ 0xff : byte)),
    )
    await ben.page.getByText('“Broken.briefing” in the desk folder is damaged').waitFor(slow)
    expect(await violations(ben.page)).toEqual([])
  })
})

describe('[H5] two machines that Syncthing keeps the same', () => {
  test('what both wrote while apart is in both, word for word, and both end at the same place', async () => {
    const pair = await startSyncPair(root)
    try {
      const ada = await machine('Ada Fisher', pair.a.folder)
      await writeTides(ada)
      await keepInFolder(ada.page)
      const ben = await machine('Ben Okoro', pair.b.folder)
      await takeIn(ben.page)
      await editor(ben.page).waitFor()

      await pair.disconnect()
      await typeBehind(ada.page, 'High water', ' of the spring')
      await typeBehind(ada.page, 'counts the boats', ' by hand')
      await typeBehind(ben.page, 'comes late', ', again,')
      await typeBehind(ben.page, 'counts the boats', ' twice')
      await Promise.all([toLibrary(ada.page), toLibrary(ben.page)])
      await expect.poll(() => briefingsIn(pair.b.folder).size, slow).toBe(2)
      expect(briefingsIn(pair.a.folder).size).toBe(1)

      await pair.connect()
      await strip(ada.page).waitFor(slow)
      await strip(ben.page).waitFor(slow)
      await mergeOffered(ada.page)
      await mergeOffered(ben.page)
      for (const galley of [ada, ben]) {
        for (const words of ['of the spring', ', again,', 'by hand', 'twice']) {
          await expect.poll(() => body(galley), slow).toContain(words)
        }
      }
      expect(await body(ada)).toBe(await body(ben))
      expect(await headsOf(ada.page)).toEqual(await headsOf(ben.page))
      await expect.poll(() => headsIn(pair.a.folder), slow).toEqual(await headsOf(ada.page))
      await pair.untilSame()
      for (const { page } of [ada, ben]) await expect.poll(() => strip(page).count(), slow).toBe(0)
    } finally {
      await pair.stop()
    }
  })

  test('a conflict copy that Syncthing makes of one name is offered and merged', async () => {
    const pair = await startSyncPair(root)
    try {
      const ada = await machine('Ada Fisher', pair.a.folder)
      await writeTides(ada)
      await keepInFolder(ada.page)
      const [name = ''] = briefingsIn(pair.a.folder).keys()
      const ben = await machine('Ben Okoro', pair.b.folder)
      await takeIn(ben.page)
      await editor(ben.page).waitFor()

      await pair.disconnect()
      await typeBehind(ben.page, 'comes late', ', again,')
      await toLibrary(ben.page)
      await expect.poll(() => briefingsIn(pair.b.folder).size, slow).toBe(2)
      await typeBehind(ada.page, 'counts the boats', ' by hand')
      await toLibrary(ada.page)
      const first = briefingsIn(pair.b.folder).get(name)?.manifest.head
      await expect.poll(() => briefingsIn(pair.a.folder).get(name)?.manifest.head, slow).not.toBe(first)
      // As a machine with a copied profile would: the other's work, under this one's name.
      const [other = ''] = [...briefingsIn(pair.b.folder).keys()].filter(each => each !== name)
      renameSync(join(pair.b.folder, other), join(pair.b.folder, name))

      await pair.connect()
      const conflicts = (folder: string) =>
        readdirSync(folder).filter(each => each.includes('.sync-conflict-'))
      for (const { folder } of [pair.a, pair.b])
        await expect.poll(() => conflicts(folder), slow).toHaveLength(1)
      await mergeOffered(ada.page)
      await mergeOffered(ben.page)
      for (const galley of [ada, ben]) {
        await expect
          .poll(() => body(galley), slow)
          .toBe('High water comes late, again, this week.\n\nThe keeper counts the boats by hand.')
      }
      expect(await headsOf(ada.page)).toEqual(await headsOf(ben.page))
      for (const { page } of [ada, ben]) await expect.poll(() => strip(page).count(), slow).toBe(0)
    } finally {
      await pair.stop()
    }
  })
})
