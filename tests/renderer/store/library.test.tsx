import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Card, CardQuery } from '../../../src/renderer/store/library.ts'
import { type Galley, type Installation, install, textOf, typist } from './installation.ts'

let installation: Installation
let galley: Galley
let shown: Root | null = null

beforeEach(async () => {
  installation = await install()
  galley = await installation.start()
})
afterEach(async () => {
  shown?.unmount()
  shown = null
  galley.kill()
  await installation.remove()
})

/** What a component that asks for cards sees, now and as it changes. */
function watch(query: Partial<CardQuery> = {}): { cards: () => readonly Card[] | undefined } {
  let seen: readonly Card[] | undefined
  const { useCards } = galley.library
  function Watcher() {
    seen = useCards({ search: '', place: 'all', sort: 'updated', ...query })
    return null
  }
  const root = createRoot(document.createElement('div'))
  flushSync(() => root.render(<Watcher />))
  shown = root
  return { cards: () => seen }
}

async function titles(query: Partial<CardQuery>, expected: string[]): Promise<void> {
  const { cards } = watch(query)
  await vi.waitFor(() => {
    expect(cards()?.map(card => card.title)).toEqual(expected)
  })
  shown?.unmount()
  shown = null
}

describe('cards', () => {
  test('a new briefing has one at once, and it follows the text when the desk is left', async () => {
    const id = await galley.create()
    const { cards } = watch()
    await vi.waitFor(() => expect(cards()?.[0]?.title).toBe('Untitled'))
    const session = await galley.open(id)
    typist(session).type('Harbour cities agree')
    await session.close()
    await vi.waitFor(() => {
      expect(cards()?.[0]).toMatchObject({ id, title: 'Harbour cities agree', words: 3, binned: null })
    })
  })

  test('they sort by time, title and words, and filter by tag', async () => {
    const long = await galley.create('Beta has more words than the other')
    await galley.create('Alpha')
    const session = await galley.open(long)
    expect(session.setDetail('tags', ['ports']).ok).toBe(true)
    await session.close()
    await titles({ sort: 'updated' }, ['Beta has more words than the other', 'Alpha'])
    await titles({ sort: 'title' }, ['Alpha', 'Beta has more words than the other'])
    await titles({ sort: 'words' }, ['Beta has more words than the other', 'Alpha'])
    await titles({ tag: 'ports' }, ['Beta has more words than the other'])
  })
})

describe('search', () => {
  beforeEach(() => galley.search.startSearch(galley.database.database().name))

  test('it finds beginnings of words in the text, diacritics aside, and every word must be there', async () => {
    await galley.create('Gdańsk and Malmö agree on barriers')
    await galley.create('Rail talks resume')
    await titles({ search: 'gdansk' }, ['Gdańsk and Malmö agree on barriers'])
    await titles({ search: 'MALMO barr' }, ['Gdańsk and Malmö agree on barriers'])
    await titles({ search: 'malmo rail' }, [])
    await titles({ search: 'arriers' }, [])
    await titles({ search: 'tal' }, ['Rail talks resume'])
  })

  test('it finds new words after the desk was left, and old ones no more', async () => {
    const session = await galley.open(await galley.create('Harbour'))
    const { type, erase } = typist(session)
    erase('Harbour'.length)
    type('Quayside')
    await session.close()
    await titles({ search: 'quay' }, ['Quayside'])
    await titles({ search: 'harbour' }, [])
  })
})

describe('the bin', () => {
  test('a briefing goes in, comes out, and is destroyed only from there', async () => {
    const id = await galley.create('Harbour')
    expect((await galley.library.destroyBriefing(id)).ok).toBe(false)
    await galley.library.binBriefing(id)
    await titles({ place: 'all' }, [])
    await titles({ place: 'bin' }, ['Harbour'])
    await galley.library.restoreBriefing(id)
    await titles({ place: 'all' }, ['Harbour'])
    await galley.library.binBriefing(id)
    expect((await galley.library.destroyBriefing(id)).ok).toBe(true)
    await titles({ place: 'bin' }, [])
    await expect(installation.readJournalFile(id)).rejects.toThrow('ENOENT')
    galley.kill()
    galley = await installation.start()
    const swept = await galley.sweep.compareLibrary(() => undefined)
    expect(swept.ok && swept.value.recovered).toEqual([])
  })
})

describe('duplicates', () => {
  test('a duplicate has the text and the details, and a history of its own', async () => {
    const id = await galley.create('Harbour')
    const copied = await galley.library.duplicateBriefing(id)
    if (!copied.ok) throw new Error(copied.error.message)
    expect(copied.value).not.toBe(id)
    const copy = await galley.open(copied.value)
    typist(copy).type(' cities')
    await copy.close()
    expect(textOf(await galley.open(id))).toBe('Harbour')
  })
})

describe('.briefing files', () => {
  async function masterOf(id: string): Promise<Uint8Array> {
    const session = await galley.open(id)
    const file = await session.masterFile()
    await session.close()
    if (!file.ok) throw new Error(file.error.message)
    return file.value
  }

  async function openFile(bytes: Uint8Array, name: string) {
    const incoming = await galley.recognise(bytes, name)
    if (!incoming.ok) return incoming
    const { value } = incoming
    if (value.kind === 'new' || value.kind === 'same' || value.kind === 'newer') {
      return await galley.openFile.openIncoming({ ...value, kind: value.kind })
    }
    throw new Error(`It was not opened, but found to be ${value.kind}`)
  }

  test('one that the library does not know is added with its history', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('Harbour cities')
    await session.close()
    const file = await masterOf(session.id)
    galley.kill()
    const other = await install()
    galley = await other.start()
    const opened = await openFile(file, 'plan.briefing')
    expect(opened).toEqual({ ok: true, value: { id: session.id, told: null } })
    expect(textOf(await galley.open(session.id))).toBe('Harbour cities')
    expect(await other.readJournalFile(session.id)).toContain('Harbour cities')
    await other.remove()
  })

  test('an older copy of a known one changes nothing; a newer one brings its changes', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('One.')
    await session.close()
    const older = await masterOf(session.id)
    const again = await galley.open(session.id)
    typist(again).type(' Two.')
    await again.close()
    const newer = await masterOf(session.id)

    const known = await openFile(older, 'older.briefing')
    expect(known.ok && known.value.told).toContain('already has everything')
    expect(textOf(await galley.open(session.id))).toBe('One. Two.')

    galley.kill()
    const other = await install()
    galley = await other.start()
    await openFile(older, 'older.briefing')
    expect(await other.readJournalFile(session.id)).not.toContain('Two.')
    const brought = await openFile(newer, 'newer.briefing')
    expect(brought.ok && brought.value.told).toContain('One change')
    expect(textOf(await galley.open(session.id))).toBe('One. Two.')
    await other.remove()
  })

  test('two copies that went separate ways are joined', async () => {
    const session = await galley.open(await galley.create())
    typist(session).type('Start. ')
    await session.close()
    const start = await masterOf(session.id)
    const here = await galley.open(session.id)
    typist(here).type('Here.')
    await here.close()
    const ours = await masterOf(session.id)

    galley.kill()
    const other = await install()
    galley = await other.start()
    await openFile(start, 'start.briefing')
    const there = await galley.open(session.id)
    typist(there).type('There.')
    await there.close()
    const incoming = await galley.recognise(ours, 'ours.briefing')
    if (!incoming.ok || incoming.value.kind !== 'forked') throw new Error('It was not found to be forked')
    const plan = await galley.merging.planMerge(session.id, [incoming.value.log], 'edits')
    if (!plan.ok) throw new Error(plan.error.message)
    expect(textOf(await galley.open(session.id))).not.toContain('Here.')
    await (await galley.open(session.id)).close()
    expect(await galley.merging.applyMerge(plan.value)).toMatchObject({ ok: true })
    const text = textOf(await galley.open(session.id))
    expect(text).toContain('Here.')
    expect(text).toContain('There.')
    await other.remove()
  })

  test('a bad file is refused, and nothing is touched', async () => {
    const refused = await openFile(new Uint8Array([1, 2, 3]), 'bad.briefing')
    expect(!refused.ok && refused.error.file).toBe('bad.briefing')
    await titles({}, [])
  })
})
