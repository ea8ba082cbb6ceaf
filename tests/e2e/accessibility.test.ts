import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { editor, skipIntroduction, toLibrary } from '../support/driver.ts'
import { type Galley, launchGalley } from '../support/electron.ts'

let galley: Galley
beforeAll(async () => {
  galley = await launchGalley()
})
afterAll(() => galley.close())

describe('axe finds nothing wrong', () => {
  test('on the first start', async () => {
    expect(await violations(galley.page)).toEqual([])
  })

  test('in the empty library and the new briefing dialog', async () => {
    await skipIntroduction(galley.page)
    expect(await violations(galley.page)).toEqual([])
    await galley.page.keyboard.press('Control+n')
    await galley.page.getByRole('dialog').waitFor()
    expect(await violations(galley.page)).toEqual([])
    await galley.page.keyboard.press('Escape')
  })

  test('in the import review', async () => {
    await galley.page.getByRole('button', { name: 'Try the sample briefing' }).click()
    await galley.page.getByRole('button', { name: 'Accept' }).waitFor()
    expect(await violations(galley.page)).toEqual([])
    await galley.page.getByRole('button', { name: 'Accept' }).click()
  })

  test('on the desk, with find and replace', async () => {
    await editor(galley.page).waitFor()
    expect(await violations(galley.page)).toEqual([])
    await galley.page.keyboard.press('Control+h')
    await galley.page.getByRole('button', { name: 'Replace all' }).waitFor()
    expect(await violations(galley.page)).toEqual([])
    await galley.page.keyboard.press('Escape')
  })

  test('in the export dialog, the palette and the list of keys', async () => {
    await galley.page.getByRole('button', { name: 'Export', exact: true }).click()
    await galley.page.getByRole('dialog', { name: 'Export' }).waitFor()
    expect(await violations(galley.page)).toEqual([])
    await galley.page.keyboard.press('Escape')
    for (const key of ['Control+Shift+P', 'F1']) {
      await galley.page.keyboard.press(key)
      await galley.page.getByRole('dialog').waitFor()
      expect(await violations(galley.page)).toEqual([])
      await galley.page.keyboard.press('Escape')
      await galley.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })

  test('in the library with briefings', async () => {
    await toLibrary(galley.page)
    await galley.page.getByRole('row').filter({ hasText: 'Nine harbour cities' }).waitFor()
    expect(await violations(galley.page)).toEqual([])
  })
})
