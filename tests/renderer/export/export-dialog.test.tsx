import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src/contract/bridge.ts'
import type { Briefing } from '../../../src/core/briefing/briefing.ts'
import { plainReview } from '../../../src/core/export/publication.ts'
import { fail, ok, type Result } from '../../../src/core/result.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import { exportChoices } from '../../../src/renderer/features/export/choices.ts'
import { ExportDialog } from '../../../src/renderer/features/export/export-dialog.tsx'
import { reviewRemarks } from '../../../src/renderer/features/export/readiness.ts'
import { notices } from '../../../src/renderer/ui/notify.ts'
import { body, briefingOf, doc, headline, keyPoints, kp, p, posOf, uuid } from '../../support/builders.ts'
import { extend, startLog } from '../../support/log.ts'
import { find, mount } from '../../support/mount.ts'
import { suggest } from '../../support/suggesting.ts'

const publication = briefingOf(
  doc(headline('Nine locks'), keyPoints(kp('One')), body(p('The lock <opens> at six.'))),
)

let answer: Result<unknown>
const asked: { channel: string; request: Record<string, unknown> }[] = []
const onClose = vi.fn()
let view: ReturnType<typeof mount> | undefined

beforeEach(() => {
  vi.clearAllMocks()
  asked.length = 0
  answer = ok({ name: 'nine-locks.html' })
  notices.setState({ shown: [] })
  exportChoices.setState({ format: 'html', metadata: true, typefaces: false, frontMatter: 'none' })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('galley', {
    invoke: async (channel: string, request: Record<string, unknown>) => {
      asked.push({ channel, request })
      return answer
    },
    on: () => () => undefined,
    provideSpelling: () => undefined,
    platform: 'linux',
  } as unknown as Bridge)
})
afterEach(() => {
  view?.unmount()
  vi.unstubAllGlobals()
})

async function show(shown: Briefing = publication) {
  await act(async () => {
    view = mount(<ExportDialog briefing={shown} title="Nine locks" onClose={onClose} />)
  })
}
const choose = (format: 'markdown' | 'text' | 'fragment') =>
  act(async () => exportChoices.setState({ format }))
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(each => each.textContent === name)?.click())
const written = () => new TextDecoder().decode(asked[0]?.request.bytes as Uint8Array)

test('P2 what is saved as a web page is what the preview shows, byte for byte', async () => {
  await show()
  const shown = find<HTMLIFrameElement>('iframe').srcdoc
  expect(shown).toContain('The lock &lt;opens&gt; at six.')
  await press('Save…')
  expect(asked[0]).toMatchObject({
    channel: 'file.save',
    request: { suggestedName: 'nine-locks.html', kind: 'html' },
  })
  expect(written()).toBe(shown)
})

test.each([
  ['markdown', 'nine-locks.md'],
  ['text', 'nine-locks.txt'],
  ['fragment', 'nine-locks.html'],
] as const)('P2 what is saved as %s is what the preview shows', async (format, name) => {
  await show()
  await choose(format)
  const shown = find('pre').textContent
  await press('Save…')
  expect(asked[0]?.request).toMatchObject({ suggestedName: name, kind: format })
  expect(written()).toBe(shown)
})

test('E2 the preview runs no scripts', async () => {
  await show()
  expect(find<HTMLIFrameElement>('iframe').getAttribute('sandbox')).toBe('')
})

test('P2 a done export names the file and closes; a cancelled one does neither', async () => {
  await show()
  answer = ok(null)
  await press('Save…')
  expect(onClose).not.toHaveBeenCalled()
  expect(notices.getState().shown).toEqual([])
  answer = ok({ name: 'other.html' })
  await press('Save…')
  expect(onClose).toHaveBeenCalledOnce()
  expect(notices.getState().shown[0]?.message).toContain('other.html')
})

test('F2 a failed export says what is safe, and can be tried again', async () => {
  await show()
  answer = fail('file.disk-full', 'The disk is full.')
  await press('Save…')
  expect(onClose).not.toHaveBeenCalled()
  const [notice] = notices.getState().shown
  expect(notice?.message).toContain('The briefing is safe')
  expect(notice?.failure).toMatchObject({ code: 'file.disk-full', file: 'nine-locks.html' })
})

test('P2 the briefing is copied as rich text, HTML and Markdown', async () => {
  await show()
  await press('Copy rich text')
  await press('Copy HTML')
  await press('Copy Markdown')
  const [rich, html, markdown] = asked.map(each => each.request as { text: string; html?: string })
  expect(rich?.text).toContain('The lock <opens> at six.')
  expect(rich?.html).toContain('<h1')
  expect(html?.text).toBe(rich?.html)
  expect(html?.html).toBeUndefined()
  expect(markdown?.text).toMatch(/^# Nine locks/)
})

test('P1 a missing headline and empty key points are said before anything is written', async () => {
  await show({ ...publication, doc: doc(keyPoints(kp(), kp()), body(p('The lock opens.'))) })
  const line = find('[role="status"]').textContent
  expect(line).toContain('There is no headline yet.')
  expect(line).toContain('2 key points are empty and stay out.')
  expect(line).toContain('Will be written as the-lock-opens.html')
})

test('P3 what of a review is not finished is said, offered, and left out unless it is asked for', async () => {
  const marked = suggest(publication.doc, tr =>
    tr.insert(posOf(tr.doc, 'opens'), tr.doc.type.schema.text('never ')),
  )
  const thread = openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: 'Is it so?' } })
  const { briefing } = extend(startLog(marked), thread)
  await show(briefing)
  const line = find('[role="status"]').textContent
  expect(line).toContain('One undecided suggestion is left out.')
  expect(line).toContain('One open thread is left out.')
  expect(find<HTMLIFrameElement>('iframe').srcdoc).toContain('The lock &lt;opens&gt; at six.')
  expect(document.body.textContent).toContain('Undecided suggestions')
  expect(document.body.textContent).toContain('Comments')
  await press('Copy HTML')
  expect(JSON.stringify(asked)).not.toContain('never')
  expect(JSON.stringify(asked)).not.toContain('Is it so?')
})

test('P3 what becomes of it is said as it was chosen', () => {
  const unfinished = { suggestions: 2, openThreads: 3, threads: 4, conflicts: 2 }
  expect(reviewRemarks(unfinished, { suggestions: 'show', comments: 'footnotes' })).toEqual([
    '2 conflicts are open: what they hold is not in the file as it was meant.',
    '2 undecided suggestions are shown.',
    '3 open threads are listed, with names.',
  ])
  expect(reviewRemarks({ suggestions: 0, openThreads: 0, threads: 2, conflicts: 0 }, plainReview)).toEqual([])
})
