import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { answerOpen, answerSave, editor, untilSaved } from './driver.ts'
import type { Galley } from './electron.ts'

/** Selects words of the text with the mouse. @throws where they are not in one text node */
export async function selectWords(page: Page, words: string): Promise<void> {
  // A press on words that are selected already would drag them.
  await editor(page).press('ArrowLeft')
  let box = await placeOf(page, words)
  // What was typed just before may still scroll the page.
  for (let last = ''; last !== JSON.stringify(box); box = await placeOf(page, words)) {
    last = JSON.stringify(box)
    await page.waitForTimeout(50)
  }
  if (box === null) throw new Error(`“${words}” is not in the text`)
  await page.mouse.move(box.x1 + 0.5, box.y1)
  await page.mouse.down()
  await page.mouse.move(box.x2, box.y2, { steps: 4 })
  await page.mouse.up()
}

/** Where words of the text begin and end on the page, brought into view; null where they are not there. */
async function placeOf(page: Page, words: string) {
  return editor(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center' })
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0], rects[rects.length - 1]]
      if (first === undefined || last === undefined) continue
      return {
        x1: first.left,
        y1: first.top + first.height / 2,
        x2: last.right,
        y2: last.top + last.height / 2,
      }
    }
    return null
  }, words)
}

/** Answers the one question of first start. */
export async function introduce(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.getByRole('region', { name: 'Library' }).waitFor()
}

export function reviewPanel(page: Page): Locator {
  return page.getByRole('region', { name: 'Review', exact: true })
}

/** The cards whose label begins so, such as "Thread by Ada". */
export function cards(page: Page, label: RegExp): Locator {
  return reviewPanel(page).getByRole('article', { name: label })
}

export async function setMode(page: Page, mode: 'Editing' | 'Suggesting' | 'Viewing'): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Mode' }).getByRole('radio', { name: mode }).click()
}

/** Comments on words, as with the mouse. */
export async function commentOn(page: Page, words: string, text: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('Control+Alt+M')
  const field = reviewPanel(page).getByRole('textbox', { name: 'Comment', exact: true })
  await field.fill(text)
  await field.press('Control+Enter')
  await field.waitFor({ state: 'detached' })
}

/** Saves what is on the desk as a file in a folder; answers its path. */
export async function saveFile({ app, page }: Galley, folder: string): Promise<string> {
  await untilSaved(page)
  await answerSave(app, folder)
  await page.keyboard.press('Control+Alt+S')
  const notice = page.getByText(/^Saved as “.+”\.$/).last()
  await notice.waitFor()
  const name = /“(.+)”/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
  await page.getByRole('button', { name: 'Dismiss' }).last().click()
  return join(folder, name)
}

/** Opens a briefing file; ends on the desk. */
export async function openFile({ app, page }: Galley, path: string): Promise<void> {
  await answerOpen(app, [path])
  await page.keyboard.press('Control+O')
  await editor(page).waitFor()
}
