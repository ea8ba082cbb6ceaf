import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ChosenFile } from '../../../src/contract/channels.ts'
import { type Imported, ImportReview } from '../../../src/renderer/features/import/import-review.tsx'
import { notices } from '../../../src/renderer/ui/notify.ts'
import { find, mount, press } from '../../support/mount.ts'

const text = `- The lock opens at six.
- Barges wait outside.

The lock keeper has asked for a second gate since spring.

The council will decide on Monday.

What It Costs

A gate costs as much as the old bridge.
`
const fileOf = (content: string | Uint8Array, name = 'lock.txt'): ChosenFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
})

const onAccept = vi.fn<(imported: Imported) => void>()
const onCancel = vi.fn()
let view: ReturnType<typeof mount> | undefined

beforeEach(() => {
  vi.clearAllMocks()
  notices.setState({ shown: [] })
  // jsdom lays nothing out and observes no sizes.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
})
afterEach(() => {
  view?.unmount()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function show(file: ChosenFile) {
  view = mount(<ImportReview file={file} onAccept={onAccept} onCancel={onCancel} />)
}
const row = (index: number) => find(`tr[data-index="${index}"]`)
const roleOf = (index: number) => find<HTMLSelectElement>(`tr[data-index="${index}"] select`).value
function give(index: number, role: string) {
  const select = find<HTMLSelectElement>(`tr[data-index="${index}"] select`)
  act(() => {
    select.value = role
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
async function accept() {
  const button = [...document.querySelectorAll('button')].find(each => each.textContent === 'Accept')
  await act(async () => {
    button?.click()
    await vi.waitFor(() => expect(onAccept).toHaveBeenCalled())
  })
  return onAccept.mock.lastCall?.[0] as Imported
}

test('I1 each line is shown with its role and the reason, and the counts say what was found', () => {
  show(fileOf(text))
  expect(document.querySelectorAll('tbody tr')).toHaveLength(6)
  expect(roleOf(0)).toBe('keyPoint')
  expect(roleOf(4)).toBe('section')
  expect(row(4).textContent).toContain('What It Costs')
  expect(find('[role="status"]').textContent).toBe('2 key points, 2 lede paragraphs, 1 section, 1 paragraph')
})

test('I1 the preview shows the page that results, and follows a changed role', () => {
  show(fileOf(text))
  expect(find('article .section-heading').textContent).toBe('What It Costs')
  give(4, 'leaveOut')
  expect(document.querySelector('article .section-heading')).toBeNull()
  expect(row(4).textContent).toContain('chosen by you')
})

test('I1 what is accepted has the roles that the user gave, and every word', async () => {
  show(fileOf(text))
  give(2, 'standfirst')
  const { doc } = await accept()
  expect(doc.child(1).textContent).toBe('The lock keeper has asked for a second gate since spring.')
  expect(doc.textContent).toContain('The council will decide on Monday.')
})

test('I1 a role given to one of several chosen lines is given to all of them, by keyboard alone', () => {
  show(fileOf(text))
  act(() => row(0).focus())
  press('ArrowDown', { shiftKey: true })
  give(1, 'bullet')
  expect([roleOf(0), roleOf(1), roleOf(2)]).toEqual(['bullet', 'bullet', 'paragraph'])
})

test('I1 Markdown names its own structure; what it could not keep is listed', async () => {
  show(fileOf('# Locks\n\nA gate.\n\n![The lock](lock.png)\n', 'lock.md'))
  expect(find('article h1').textContent).toBe('Locks')
  expect(find('main').textContent).toContain('What was not taken as it stood')
  expect(document.querySelectorAll('section[aria-labelledby="import-notes"] li').length).toBeGreaterThan(0)
  expect((await accept()).doc.child(0).textContent).toBe('Locks')
})

test.each([
  ['an empty file', fileOf(''), 'file.empty'],
  ['a picture', fileOf(new Uint8Array([0x89, 0x50, 0, 0, 7, 1, 2, 3]), 'lock.png'), 'file.binary'],
  [
    'an unknown encoding',
    fileOf(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]), 'old.txt'),
    'file.encoding',
  ],
  ['a Word document', fileOf('PK', 'lock.docx'), 'file.unknown-type'],
])('F1 %s is refused by name, and nothing is made', (_, file, code) => {
  show(file)
  expect(onCancel).toHaveBeenCalledOnce()
  expect(onAccept).not.toHaveBeenCalled()
  const [notice] = notices.getState().shown
  expect(notice?.message).toContain(file.name)
  expect(notice?.failure?.code).toBe(code)
})
