import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

describe('text is safe within a second', () => {
  test('also while typing never pauses: the journal on disk is never a second behind', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    const typed: { letter: string; at: number }[] = []
    const started = Date.now()
    while (Date.now() - started < 2500) {
      const letter = String.fromCharCode(97 + (typed.length % 26))
      type(letter)
      typed.push({ letter, at: Date.now() })
      await pause(40)
      const due = typed.filter(({ at }) => at <= Date.now() - 1000)
      const onDisk = inserted(await installation.readJournalFile(session.id))
      expect(onDisk.startsWith(due.map(({ letter }) => letter).join(''))).toBe(true)
    }
    expect(typed.length).toBeGreaterThan(20)
  })

  test('a change closes at a pause of 300 ms, and typing that ends says saved', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('Harbour')
    expect(session.state.getState().saved.kind).toBe('saving')
    expect(textOf(session)).toBe('')
    await vi.waitFor(() => expect(session.state.getState().saved.kind).toBe('saved'), { timeout: 2000 })
    expect(textOf(session)).toBe('Harbour')
    expect(inserted(await installation.readJournalFile(session.id))).toBe('Harbour')
  })

  test('leaving the window closes the change at once', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('Harbour')
    window.dispatchEvent(new Event('blur'))
    expect(textOf(session)).toBe('Harbour')
  })

  test('words typed and deleted again leave no change, and are saved', async () => {
    const session = await galley.open(await galley.create())
    const { type, erase } = typist(session)
    type('no')
    erase(2)
    expect(await session.flush()).toEqual({ ok: true, value: undefined })
    expect(session.state.getState().saved.kind).toBe('saved')
    expect(galley.asked).not.toContain('journal.append')
  })
})

describe('"saved" is true', () => {
  test('it is not said while the journal has not answered', async () => {
    const session = await galley.open(await galley.create())
    const release = galley.hold('journal.append')
    typist(session).type('Harbour')
    const flushed = session.flush()
    await pause(100)
    expect(session.state.getState().saved.kind).toBe('saving')
    expect(await galley.database.database().changes.count()).toBe(0)
    release()
    await flushed
    expect(session.state.getState().saved.kind).toBe('saved')
  })

  test('it is not said while the store has not answered', async () => {
    const session = await galley.open(await galley.create())
    const db = galley.database.database()
    let letGo: () => void = () => undefined
    const busy = new Promise<void>(resolve => {
      letGo = resolve
    })
    const blocking = db.transaction('rw', db.changes, db.logs, () => Dexie.waitFor(busy))
    typist(session).type('Harbour')
    const flushed = session.flush()
    await vi.waitFor(async () =>
      expect(inserted(await installation.readJournalFile(session.id))).toBe('Harbour'),
    )
    await pause(50)
    expect(session.state.getState().saved.kind).toBe('saving')
    letGo()
    await blocking
    await flushed
    expect(session.state.getState().saved.kind).toBe('saved')
  })

  test('the journal is asked before the store is written', async () => {
    const session = await galley.open(await galley.create())
    const order: string[] = []
    galley.database.database().changes.hook('creating', () => {
      order.push(`store after ${galley.asked.filter(channel => channel === 'journal.append').length}`)
    })
    typist(session).type('Harbour')
    await session.flush()
    expect(order).toEqual(['store after 1'])
  })
})

describe('writes that fail', () => {
  test('a full disk: it says so, typing goes on, and everything is written when there is room again', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    installation.fillDisk()
    type('First. ')
    expect((await session.flush()).ok).toBe(false)
    const { saved } = session.state.getState()
    expect(saved.kind === 'failed' && saved.failure.code).toBe('file.disk-full')
    expect(saved.kind === 'failed' && saved.failure.message).toContain('in the library')
    type('Second.')
    expect((await session.flush()).ok).toBe(false)
    expect(textOf(session)).toBe('First. Second.')
    installation.mendDisk()
    await vi.waitFor(() => expect(session.state.getState().saved.kind).toBe('saved'), { timeout: 5000 })
    expect(inserted(await installation.readJournalFile(session.id))).toBe('First. Second.')
  })

  test('a store that cannot be written: the journal has it, which is said, and it is tried again', async () => {
    const id = await galley.create()
    const session = await galley.open(id)
    const db = galley.database.database()
    let refuses = true
    db.changes.hook('creating', () => {
      if (refuses) throw new Error('the store is out of order')
    })
    typist(session).type('Harbour')
    expect((await session.flush()).ok).toBe(false)
    const { saved } = session.state.getState()
    expect(saved.kind === 'failed' && saved.failure.code).toBe('store.failed')
    expect(saved.kind === 'failed' && saved.failure.message).toContain('safe in the journal on disk')
    expect(inserted(await installation.readJournalFile(id))).toBe('Harbour')
    refuses = false
    expect(await session.flush()).toEqual({ ok: true, value: undefined })
    expect(session.state.getState().saved.kind).toBe('saved')
  })

  test('a file can be saved from a briefing that cannot be saved', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    installation.fillDisk()
    galley.database.database().changes.hook('creating', () => {
      throw new Error('the store is out of order')
    })
    type('Only here')
    expect((await session.flush()).ok).toBe(false)
    const file = await session.masterFile()
    const { readBriefingFile } = await import('../../../src/core/handoff/read.ts')
    const read = file.ok ? readBriefingFile(file.value, 'rescue.briefing') : file
    expect(read.ok && read.value.briefing.doc.textContent).toBe('Only here')
  })

  test('a briefing that cannot be made safe does not close', async () => {
    const session = await galley.open(await galley.create())
    installation.fillDisk()
    typist(session).type('Harbour')
    expect((await session.close()).ok).toBe(false)
    expect(galley.session.isOpen(session.id)).toBe(true)
  })
})

describe('what is written', () => {
  test('a keystroke costs as many bytes in a long text as in a short one', async () => {
    const cost = async (words: number) => {
      const id = await galley.create('word '.repeat(words))
      const session = await galley.open(id)
      const before = (await installation.readJournalFile(id)).length
      typist(session).type('x')
      await session.flush()
      const rows = (await galley.database.database().changes.toArray()).filter(row => row.briefingId === id)
      expect(rows).toHaveLength(1)
      const stored = JSON.stringify(rows).length
      const journalled = (await installation.readJournalFile(id)).length - before
      const snapshots = await galley.database.database().snapshots.count()
      expect(snapshots).toBe(0)
      return journalled + stored
    }
    const short = await cost(1000)
    const long = await cost(50_000)
    expect(long / short).toBeLessThan(1.05)
  })

  test('a snapshot is taken when the changes outweigh the last one, and opening uses it', async () => {
    const id = await galley.create('Short.')
    const session = await galley.open(id)
    const { type } = typist(session)
    for (let round = 0; round < 8; round += 1) {
      type(` Sentence number ${round} of a longer text.`)
      await session.flush()
    }
    await session.close()
    const db = galley.database.database()
    const [snapshot] = await db.snapshots.toArray()
    expect(snapshot?.seq).toBe(8)
    const again = await galley.open(id)
    expect(textOf(again)).toBe(textOf(session))
  })

  test('a detail is one change; a value that is not valid, or the same again, is none', async () => {
    const session = await galley.open(await galley.create())
    expect(session.setDetail('slug', 'Not A Slug').ok).toBe(false)
    expect(session.setDetail('slug', 'flood-plan').ok).toBe(true)
    const { head } = session.state.getState().briefing
    expect(session.setDetail('slug', 'flood-plan').ok).toBe(true)
    expect(session.state.getState().briefing.head).toBe(head)
    expect(session.state.getState().briefing.details.slug).toBe('flood-plan')
    await session.close()
    const again = await galley.open(session.id)
    expect(again.state.getState().briefing.details.slug).toBe('flood-plan')
  })

  test('a checkpoint is written when something changed since the last one', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('Harbour')
    expect(await session.checkpoint()).toEqual({ ok: true, value: true })
    expect(await session.checkpoint()).toEqual({ ok: true, value: false })
    typist(session).type(' cities')
    expect(await session.checkpoint()).toEqual({ ok: true, value: true })
  })
})

/** The text that a journal's steps put in, one after another. */
function inserted(journal: string): string {
  const texts: string[] = []
  for (const line of journal.trimEnd().split('\n').slice(1)) {
    for (const [, text = ''] of line.matchAll(/"text":"([^"]*)"/g)) texts.push(text)
  }
  return texts.join('')
}
