import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../../src/renderer/store/session.ts'
import {
  editJournal,
  type Galley,
  type Installation,
  install,
  keptAside,
  textOf,
  typist,
} from './installation.ts'

let installation: Installation
let galley: Galley

beforeEach(async () => {
  installation = await install()
  galley = await installation.start()
})
afterEach(async () => {
  galley.kill()
  await installation.remove()
})

/** A briefing with some changes, safe in both places; closed. */
async function written(...sentences: string[]): Promise<Session['id']> {
  const session = await galley.open(await galley.create())
  const { type } = typist(session)
  for (const sentence of sentences) {
    type(sentence)
    await session.flush()
  }
  const closed = await session.close()
  expect(closed.ok).toBe(true)
  await galley.session.backupsWritten()
  return session.id
}

/** Ends the app at once and starts it again. */
async function restart(): Promise<void> {
  galley.kill()
  galley = await installation.start()
}

async function titles(): Promise<string[]> {
  const cards = await galley.database.database().briefings.toArray()
  return cards.map(card => card.title).sort()
}

async function sweep() {
  const swept = await galley.sweep.compareLibrary(() => undefined)
  if (!swept.ok) throw new Error(swept.error.message)
  return swept.value
}

describe('the store is lost', () => {
  test('every briefing comes back with its card, its text and its history', async () => {
    const first = await written('Harbour cities agree.', ' They sign.')
    await written('Rail talks resume.')
    installation.loseStore()
    await restart()
    expect(await titles()).toEqual([])
    expect((await sweep()).recovered).toHaveLength(2)
    expect(await titles()).toEqual(['Harbour cities agree. They sign.', 'Rail talks resume.'])
    const session = await galley.open(first)
    expect(textOf(session)).toBe('Harbour cities agree. They sign.')
    expect(session.state.getState().recovered).toContain('rebuilt from its journal')
  })

  test('a briefing can be opened before the library was compared', async () => {
    const id = await written('Harbour cities agree.')
    installation.loseStore()
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toBe('Harbour cities agree.')
    typist(session).type(' They sign.')
    expect((await session.flush()).ok).toBe(true)
  })

  test('what was in the bin stays in the bin', async () => {
    const id = await written('Harbour cities agree.')
    await galley.library.binBriefing(id)
    installation.loseStore()
    await restart()
    await sweep()
    const card = await galley.database.database().briefings.get(id)
    expect(card?.binned).not.toBeNull()
  })

  test('together with the journal: the newest backup brings it back', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('Harbour cities agree.')
    expect(await session.checkpoint()).toEqual({ ok: true, value: true })
    installation.loseStore()
    await rm(installation.journalPath(session.id))
    await restart()
    expect((await sweep()).recovered).toEqual([session.id])
    expect(textOf(await galley.open(session.id))).toBe('Harbour cities agree.')
    expect(await installation.readJournalFile(session.id)).toContain('Harbour cities agree.')
  })

  test('while a briefing is open: what is typed next still reaches both places', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    type('Harbour cities agree.')
    await session.flush()
    const db = galley.database.database()
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map(table => table.clear())))
    type(' They sign.')
    expect(await session.flush()).toEqual({ ok: true, value: undefined })
    expect(await db.changes.count()).toBe(2)
  })
})

describe('the store is damaged', () => {
  test('changes that are missing from it come from the journal', async () => {
    const id = await written('One. ', 'Two. ', 'Three.')
    const db = galley.database.database()
    await db.snapshots.clear()
    await db.changes.delete([id, 2])
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toBe('One. Two. Three.')
    expect(session.state.getState().recovered).toContain('damaged copy')
  })

  test('a snapshot that cannot be read is made good by the changes', async () => {
    const id = await written('One. ', 'Two.')
    const db = galley.database.database()
    await db.snapshots.toCollection().modify({ doc: { type: 'nonsense' } })
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toBe('One. Two.')
    expect(session.state.getState().recovered).toBeNull()
  })

  test('a store that cannot be opened is moved aside and the library is rebuilt', async () => {
    const id = await written('Harbour cities agree.')
    const name = galley.database.database().name
    galley.kill()
    galley = await installation.start({ refuse: name })
    expect(galley.movedAside).toBe(true)
    expect(galley.database.database().name).not.toBe(name)
    await sweep()
    expect(textOf(await galley.open(id))).toBe('Harbour cities agree.')
  })

  test('a store of a newer Galley is refused and not touched', async () => {
    await written('Harbour cities agree.')
    const { name } = galley.database.database()
    const newer = new Dexie(name, { indexedDB: installation.stores(), IDBKeyRange })
    newer.version(2).stores({ threads: 'id' })
    await newer.open()
    newer.close()
    await expect(installation.start()).rejects.toThrow('store.too-new')
    expect(await installation.stores().databases()).toEqual([{ name, version: 20 }])
  })
})

describe('the journal is lost or damaged', () => {
  test('it is written anew from the store', async () => {
    const id = await written('Harbour cities agree.')
    const before = await installation.readJournalFile(id)
    await rm(installation.journalPath(id))
    await restart()
    const session = await galley.open(id)
    expect(session.state.getState().recovered).toContain('journal on disk was missing')
    expect(await installation.readJournalFile(id)).toBe(before)
  })

  test('a damaged one is kept aside and written anew', async () => {
    const id = await written('One. ', 'Two. ', 'Three.')
    await editJournal(installation.journalPath(id), lines => [
      lines[0] ?? '',
      '{"not a change',
      ...lines.slice(2),
    ])
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toBe('One. Two. Three.')
    expect(session.state.getState().recovered).toContain('journal on disk was damaged')
    expect(await keptAside(installation.folder)).toHaveLength(1)
  })

  test('one of which nothing can be read, too', async () => {
    const id = await written('One. ')
    await writeFile(installation.journalPath(id), 'no journal at all')
    await restart()
    expect(textOf(await galley.open(id))).toBe('One.')
  })

  test('one that is lost while a briefing is open is written anew with what is typed next', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    type('One. ')
    await session.flush()
    await rm(installation.journalPath(session.id))
    type('Two.')
    expect(await session.flush()).toEqual({ ok: true, value: undefined })
    const journal = await installation.readJournalFile(session.id)
    expect(journal).toContain('One. ')
    expect(journal).toContain('Two.')
  })
})

describe('one is behind the other', () => {
  test('the store: the changes come from the journal, and are told', async () => {
    const id = await written('One. ', 'Two. ', 'Three.')
    const db = galley.database.database()
    const [, second] = await db.changes.toArray()
    await db.snapshots.clear()
    await db.changes.delete([id, 3])
    await db.logs.update(id, { length: 2, head: second?.change.hash ?? '', journalBytes: 1 } as never)
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toBe('One. Two. Three.')
    expect(session.state.getState().recovered).toContain('One change that had not reached the library')
  })

  test('killed between journal and store: nothing typed is lost', async () => {
    const session = await galley.open(await galley.create())
    galley.database.database().changes.hook('creating', () => {
      throw new Error('killed')
    })
    typist(session).type('Last words.')
    await session.flush()
    await restart()
    expect(textOf(await galley.open(session.id))).toBe('Last words.')
  })

  test('the journal: it gets what the store has more', async () => {
    const id = await written('One. ', 'Two. ', 'Three.')
    const whole = await installation.readJournalFile(id)
    await editJournal(installation.journalPath(id), lines => lines.slice(0, -1))
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toBe('One. Two. Three.')
    expect(await installation.readJournalFile(id)).toBe(whole)
    expect(await keptAside(installation.folder)).toEqual([])
  })

  test('the journal, because the disk was full until the end: it gets it at the next start', async () => {
    const session = await galley.open(await galley.create())
    const { type } = typist(session)
    type('Written into both. ')
    await session.flush()
    installation.fillDisk()
    type('Written into the store alone.')
    expect((await session.flush()).ok).toBe(false)
    galley.kill()
    galley = await installation.start()
    // Not before the start: the killed session's next attempt would reach the new one's journal.
    installation.mendDisk()
    expect((await sweep()).recovered).toEqual([session.id])
    expect(await installation.readJournalFile(session.id)).toContain('Written into the store alone.')
  })

  test('where nothing differs nothing is read, written or told', async () => {
    const id = await written('One.')
    await restart()
    const session = await galley.open(id)
    expect(session.state.getState().recovered).toBeNull()
    expect(galley.asked).toEqual(['settings.read', 'journal.list'])
  })
})

describe('the two forked', () => {
  test('both sides are joined', async () => {
    const id = await written('Start. ')
    const kept = await installation.readJournalFile(id)
    const store = await galley.open(id)
    typist(store).type('From the store.')
    await store.close()
    await galley.session.backupsWritten()
    const ours = await galley.database.database().changes.toArray()
    // The journal goes another way: another machine's, put back from a copy of the profile.
    installation.loseStore()
    await writeFile(installation.journalPath(id), kept)
    await rm(join(installation.folder, 'backups'), { recursive: true })
    await restart()
    const journal = await galley.open(id)
    typist(journal).type('From the journal.')
    await journal.close()
    await galley.session.backupsWritten()
    const db = galley.database.database()
    await db.changes.bulkPut(ours)
    const last = ours.at(-1)
    await db.snapshots.clear()
    await db.logs.update(id, { head: last?.change.hash ?? '', journalBytes: 1 } as never)
    await restart()
    const session = await galley.open(id)
    expect(textOf(session)).toContain('Start. ')
    expect(textOf(session)).toContain('From the store.')
    expect(textOf(session)).toContain('From the journal.')
    expect(session.state.getState().recovered).toContain('separate ways')
    // Both places hold the joined log now.
    await session.close()
    await restart()
    expect((await galley.open(id)).state.getState().recovered).toBeNull()
  })
})
