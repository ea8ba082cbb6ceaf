import { EditorState } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openThread, setStatus } from '../../../src/core/review/operations.ts'
import { contentHash } from '../../../src/core/review/publication.ts'
import type { Session } from '../../../src/renderer/store/session.ts'
import { uuid } from '../../support/builders.ts'
import { type Galley, type Installation, install, textOf, typist } from './installation.ts'

let installation: Installation
let galley: Galley

beforeEach(async () => {
  installation = await install()
  galley = await installation.start()
})
afterEach(async () => {
  galley.kill()
  vi.useRealTimers()
  await installation.remove()
})

const records = (session: Session) => session.state.getState().briefing.records
const causes = (session: Session) => records(session).versions.map(({ cause }) => cause)

async function textAt(session: Session, index: number): Promise<string> {
  const version = records(session).versions[index]
  if (version === undefined) throw new Error(`There is no version ${index}`)
  const briefing = await session.at(version.head)
  if (!briefing.ok) throw new Error(briefing.error.message)
  const { doc } = briefing.value
  return doc.textBetween(0, doc.content.size, '\n').trim()
}

describe('R5 versions that are kept by themselves', () => {
  test('looking writes nothing; the first edit keeps the text as it was opened', async () => {
    const id = await galley.create()
    const first = await galley.open(id)
    typist(first).type('One.')
    await first.close()
    expect(causes(first)).toEqual([])

    const looked = await galley.open(id)
    await looked.flush()
    await looked.close()
    const length = (await galley.database.database().logs.get(id))?.length
    expect(length).toBe(1)

    const second = await galley.open(id)
    const { type } = typist(second)
    type(' Two.')
    await second.flush()
    type(' Three.')
    await second.flush()
    expect(causes(second)).toEqual(['opened'])
    expect(await textAt(second, 0)).toBe('One.')
    expect(textOf(second)).toBe('One. Two. Three.')
  })

  test('an edit after a long pause keeps what stood there meanwhile', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    type('One.')
    await session.flush()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000)
    type(' Two.')
    await session.flush()
    expect(causes(session)).toEqual(['pause'])
    expect(await textAt(session, 0)).toBe('One.')
    vi.restoreAllMocks()
  })

  test('only what has changed is kept, except by name', async () => {
    const session = await galley.open(await galley.create('Words.'))
    expect(session.keepVersion('saved')).toEqual({ ok: true, value: false })
    typist(session).type(' More.')
    expect(session.keepVersion('saved')).toEqual({ ok: true, value: true })
    expect(session.keepVersion('export')).toEqual({ ok: true, value: false })
    expect(session.keepVersion('named', 'Before lunch')).toEqual({ ok: true, value: true })
    expect(session.keepVersion('named', ' ').ok).toBe(false)
    expect(records(session).versions.map(({ name }) => name)).toEqual([null, 'Before lunch'])
    expect(await textAt(session, 1)).toBe('Words. More.')
  })

  test('a status keeps the version it was set on', async () => {
    const session = await galley.open(await galley.create('Words.'))
    const { briefing } = session.state.getState()
    const content = contentHash(briefing)
    session.act(setStatus(briefing.records, { status: 'In review', content, version: uuid(1) }))
    expect(causes(session)).toEqual(['status'])
    expect(records(session).status).toBe('In review')
  })
})

describe('R5 going back', () => {
  test('restoring gives back text and details, and loses nothing that came after', async () => {
    const session = await galley.open(await galley.create('Words.'))
    const origin = session.state.getState().briefing.head
    typist(session).type(' More.')
    session.setDetail('byline', 'Ada Fisher')
    const restoration = await session.restore(origin)
    if (!restoration.ok) throw new Error(restoration.error.message)
    expect(restoration.value.details).toEqual({ byline: '' })
    const { tr } = EditorState.create({ doc: session.state.getState().briefing.doc })
    for (const step of restoration.value.steps) tr.step(step)
    session.record(tr)
    expect((await session.flush()).ok).toBe(true)
    expect(textOf(session)).toBe('Words.')
    expect(causes(session)).toEqual(['restore'])
    expect(await textAt(session, 0)).toBe('Words. More.')
    expect(await session.at(uuid(1) as never)).toMatchObject({ ok: false, error: { code: 'history.broken' } })
  })
})

describe('R1 records are part of the log', () => {
  test('a thread outlives the session, and comes behind what was typed before it', async () => {
    const id = await galley.create('Words.')
    const session = await galley.open(id)
    typist(session).type(' More.')
    const opened = openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: 'Why?' } })
    expect(session.act(opened).ok).toBe(true)
    const log = await session.log()
    const types = log.ok
      ? log.value.changes.flatMap(({ operations }) => operations.map(each => each.type))
      : []
    expect(types).toEqual(['steps', 'thread.open'])
    await session.close()
    const again = await (await installation.start()).open(id)
    expect(records(again).threads.get(uuid(1))?.comments[0]?.text).toBe('Why?')
  })

  test('a comment that no log may hold is refused, and the log goes on', async () => {
    const session = await galley.open(await galley.create('Words.'))
    const head = session.state.getState().briefing.head
    const empty = openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: ' ' } })
    expect(session.act(empty)).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
    expect(session.state.getState().briefing.head).toBe(head)
  })
})
