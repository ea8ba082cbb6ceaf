import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EditorState } from '@tiptap/pm/state'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { ChannelName, EventName } from '../../../src/contract/channels.ts'
import type { LogId } from '../../../src/core/briefing/log-id.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { ok, type Result } from '../../../src/core/result.ts'

import { openBackups } from '../../../src/main/backups/backups.ts'
import { openDeskFolder } from '../../../src/main/desk-folder/desk-folder.ts'
import { answer, type Handlers } from '../../../src/main/ipc/answer.ts'
import { openJournals } from '../../../src/main/journal/journals.ts'
import { nothingRemembered, rememberedSchema } from '../../../src/main/remembered.ts'
import { openSettings } from '../../../src/main/settings/settings.ts'
import { type Disk, realDisk } from '../../../src/main/storage/disk.ts'
import { openJsonFile } from '../../../src/main/storage/json-file.ts'
import type { Incoming } from '../../../src/renderer/store/incoming.ts'
import type { SearchAnswer, SearchRequest } from '../../../src/renderer/store/search/messages.ts'
import type { serveSearch } from '../../../src/renderer/store/search/serve.ts'
import type { Session } from '../../../src/renderer/store/session.ts'

/** One profile: main's folders on the real disk and the browser's store, which outlive each start of the app. */
export interface Installation {
  readonly folder: string
  /** Starts main and the store anew on what the profile holds. */
  readonly start: (faults?: StartFaults) => Promise<Galley>
  /** What the profile's IndexedDB folder being deleted does. */
  readonly loseStore: () => void
  /** The browser's stores. */
  readonly stores: () => IDBFactory
  readonly journalPath: (id: string) => string
  readonly readJournalFile: (id: string) => Promise<string>
  /** Makes every opening of a journal fail as a full disk does, until it is mended. */
  readonly fillDisk: () => void
  readonly mendDisk: () => void
  readonly remove: () => Promise<void>
}

/** What is wrong with the browser's store at a start. */
export interface StartFaults {
  /** The store with this name cannot be opened. */
  readonly refuse?: string
}

/** A started app: the store's modules as a window loads them, on a bridge to main's own functions. */
export interface Galley {
  readonly session: typeof import('../../../src/renderer/store/open-sessions.ts')
  readonly library: typeof import('../../../src/renderer/store/library.ts')
  readonly openFile: typeof import('../../../src/renderer/store/open-file.ts')
  /** Reads a file and finds out what it is to this library. */
  readonly recognise: (bytes: Uint8Array, name: string) => Promise<Result<Incoming>>
  readonly merging: typeof import('../../../src/renderer/store/merging.ts')
  readonly sweep: typeof import('../../../src/renderer/store/sweep.ts')
  readonly database: typeof import('../../../src/renderer/store/database.ts')
  readonly settings: typeof import('../../../src/renderer/store/settings.ts')
  readonly search: typeof import('../../../src/renderer/store/search/search.ts')
  readonly deskFolder: typeof import('../../../src/renderer/store/desk-folder.ts')
  readonly kept: typeof import('../../../src/renderer/store/desk-folder/kept.ts')
  readonly follow: typeof import('../../../src/renderer/store/desk-folder/follow.ts')
  readonly reading: typeof import('../../../src/renderer/store/arrivals.ts')
  readonly arrivals: typeof import('../../../src/renderer/store/desk-folder/arrivals.ts')
  /** What the dialog for the desk folder answers. */
  readonly answerFolder: (path: string) => void
  readonly movedAside: boolean
  /** What was asked of main, in order. */
  readonly asked: ChannelName[]
  /** Keeps main's answers on a channel back until they are released. */
  readonly hold: (channel: ChannelName) => () => void
  /** A new briefing from a template, with these words as its lede. */
  readonly create: (words?: string) => Promise<LogId>
  readonly open: (id: string) => Promise<Session>
  /** Ends it as a power cut would: nothing is flushed. */
  readonly kill: () => void
}

export async function install(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-store-'))
  let factory = new IDBFactory()
  let isFull = false
  const disk: Disk = {
    ...realDisk,
    open: (async (...args: Parameters<Disk['open']>) => {
      if (isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      return await realDisk.open(...args)
    }) as Disk['open'],
  }
  localStorage.clear()
  const journalPath = (id: string) => join(folder, 'journal', `${id}.ndjson`)
  return {
    folder,
    start: faults => start(folder, refusing(factory, faults?.refuse), disk),
    loseStore: () => {
      factory = new IDBFactory()
    },
    stores: () => factory,
    journalPath,
    readJournalFile: id => readFile(journalPath(id), 'utf8'),
    fillDisk: () => {
      isFull = true
    },
    mendDisk: () => {
      isFull = false
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** A browser's stores of which one is broken, as Chromium reports it. */
function refusing(factory: IDBFactory, name: string | undefined): IDBFactory {
  if (name === undefined) return factory
  return new Proxy(factory, {
    get: (target, key) => {
      if (key !== 'open') return Reflect.get(target, key).bind(target)
      return (wanted: string, version?: number) => {
        if (wanted === name) throw new DOMException('Internal error opening backing store', 'UnknownError')
        return target.open(wanted, version)
      }
    },
  })
}

async function start(folder: string, factory: IDBFactory, disk: Disk): Promise<Galley> {
  const now = () => new Date()
  const backups = openBackups(disk, join(folder, 'backups'), readBriefingFile, now)
  const folders = { journals: join(folder, 'journal'), backups: join(folder, 'backups') }
  const journals = await openJournals(disk, folders, backups, now)
  const settingsFile = await openSettings(disk, join(folder, 'settings.json'), randomUUID, now)
  const remembered = await openJsonFile(
    disk,
    join(folder, 'remembered.json'),
    rememberedSchema,
    nothingRemembered,
    now,
  )
  const listeners = new Map<EventName, (payload: unknown) => void>()
  const deskFolder = openDeskFolder(
    disk,
    remembered,
    change => listeners.get('desk-folder.changed')?.(across(change)),
    () => undefined,
    { settle: 20, young: 200, poll: 50 },
  )
  let chosenFolder = ''
  // As src/main/handlers.ts has them; the rest of that file needs Electron.
  const handlers: Partial<Handlers> = {
    'settings.read': () => ok(settingsFile.read()),
    'settings.write': async next => ok(await settingsFile.write(next)),
    'journal.start': ({ briefingId, origin }) => journals.start(briefingId, origin),
    'journal.append': ({ briefingId, after, changes }) => journals.append(briefingId, after, changes),
    'journal.list': async () => ok(await journals.list()),
    'journal.read': ({ briefingId }) => journals.read(briefingId),
    'journal.replace': ({ briefingId, origin, changes }) => journals.replace(briefingId, origin, changes),
    'backup.write': ({ briefingId, head, bytes }) => journals.checkpoint(briefingId, head, bytes),
    'backup.read': async ({ briefingId }) => {
      const bytes = await backups.newest(briefingId)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'backup.list': async () => ok(await journals.backedUp()),
    'briefing.destroy': ({ briefingId }) => journals.destroy(briefingId),
    'desk-folder.describe': () => ok(deskFolder.describe()),
    'desk-folder.choose': () => deskFolder.use(chosenFolder),
    'desk-folder.leave': () => deskFolder.leave(),
    'desk-folder.list': () => ok(deskFolder.list()),
    'desk-folder.read': ({ name }) => deskFolder.read(name),
    'desk-folder.write': writing => deskFolder.write(writing),
  }
  const asked: ChannelName[] = []
  const held = new Map<ChannelName, Promise<void>>()
  let isRunning = true
  vi.stubGlobal('galley', {
    platform: 'linux',
    invoke: async (channel: ChannelName, request: unknown) => {
      asked.push(channel)
      await held.get(channel)
      // What has ended is not answered any more; whoever waits for it in this process waits for ever.
      if (!isRunning) return await new Promise(() => undefined)
      return across(await answer(handlers as Handlers, throwFault, channel, across(request)))
    },
    on: (event: EventName, listener: (payload: unknown) => void) => {
      listeners.set(event, listener)
      return () => listeners.delete(event)
    },
  })

  vi.resetModules()
  Dexie.dependencies.indexedDB = factory
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  const database = await import('../../../src/renderer/store/database.ts')
  const settings = await import('../../../src/renderer/store/settings.ts')
  const library = await import('../../../src/renderer/store/library.ts')
  const session = await import('../../../src/renderer/store/open-sessions.ts')
  const openFile = await import('../../../src/renderer/store/open-file.ts')
  const incoming = await import('../../../src/renderer/store/incoming.ts')
  const merging = await import('../../../src/renderer/store/merging.ts')
  const sweep = await import('../../../src/renderer/store/sweep.ts')
  const search = await import('../../../src/renderer/store/search/search.ts')
  const deskFolderStore = await import('../../../src/renderer/store/desk-folder.ts')
  const kept = await import('../../../src/renderer/store/desk-folder/kept.ts')
  const follow = await import('../../../src/renderer/store/desk-folder/follow.ts')
  const reading = await import('../../../src/renderer/store/arrivals.ts')
  const arrivals = await import('../../../src/renderer/store/desk-folder/arrivals.ts')
  const { serveSearch } = await import('../../../src/renderer/store/search/serve.ts')
  vi.stubGlobal('indexedDB', factory)
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  vi.stubGlobal('Worker', workerThat(serveSearch))
  const { templates } = await import('../../../src/core/briefing/templates.ts')
  const { emptyDetails } = await import('../../../src/core/briefing/details.ts')
  await settings.loadSettings()
  const opened = await database.openDatabase()
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`)

  const open = async (id: string) => {
    const result = await session.openSession(id as Session['id'])
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
    return result.value
  }
  return {
    session,
    library,
    openFile,
    recognise: async (bytes, name) => {
      const file = incoming.readIncoming(bytes, name)
      return file.ok ? await incoming.place(file.value) : file
    },
    merging,
    sweep,
    search,
    deskFolder: deskFolderStore,
    kept,
    follow,
    reading,
    arrivals,
    answerFolder: path => {
      chosenFolder = path
    },
    database,
    settings,
    movedAside: opened.value.movedAside,
    asked,
    hold: channel => {
      let release: () => void = () => undefined
      held.set(
        channel,
        new Promise(resolve => {
          release = () => {
            held.delete(channel)
            resolve()
          }
        }),
      )
      return () => release()
    },
    create: async words => {
      const template = templates.find(({ id }) => id === 'blank')
      if (template === undefined) throw new Error('No blank template')
      const doc = template.create()
      const state = EditorState.create({ doc })
      const filled = words === undefined ? doc : state.tr.insertText(words, doc.content.size - 2).doc
      const created = await library.createBriefing({ doc: filled, details: emptyDetails })
      if (!created.ok) throw new Error(created.error.message)
      return created.value
    },
    open,
    kill: () => {
      isRunning = false
      deskFolder.stop()
    },
  }
}

/** jsdom has no workers: one that does the search's own work in this thread, answering later as one would. */
function workerThat(serve: typeof serveSearch) {
  return class {
    readonly #listeners: ((event: { data: SearchAnswer }) => void)[] = []
    readonly #serve = serve(data => {
      setTimeout(() => {
        for (const listener of this.#listeners) listener({ data })
      })
    })
    addEventListener(_type: 'message', listener: (event: { data: SearchAnswer }) => void): void {
      this.#listeners.push(listener)
    }
    postMessage(request: SearchRequest): void {
      this.#serve(structuredClone(request))
    }
  }
}

/** A value as it arrives in another process. jsdom has bytes of its own kind, which the copy must have too. */
function across(value: unknown): unknown {
  return (
    JSON.parse(
      JSON.stringify(value ?? null, (_key, part: unknown) =>
        part instanceof Uint8Array ? { bytes: Buffer.from(part).toString('base64') } : part,
      ),
      (_key, part: unknown) =>
        typeof part === 'object' && part !== null && 'bytes' in part && typeof part.bytes === 'string'
          ? Uint8Array.from(Buffer.from(part.bytes, 'base64'))
          : part,
    ) ?? undefined
  )
}

function throwFault(what: string, error: unknown): void {
  throw new Error(`${what}: ${String(error)}`)
}

/** Types at the end of a session's text, as the editor would. */
export function typist(session: Session): { type: (text: string) => void; erase: (letters: number) => void } {
  let state = EditorState.create({ doc: session.state.getState().briefing.doc })
  const end = () => state.doc.content.size - 2
  const apply = (transaction: EditorState['tr']) => {
    state = state.apply(transaction)
    session.record(transaction)
  }
  return {
    type: text => apply(state.tr.insertText(text, end())),
    erase: letters => apply(state.tr.delete(end() - letters, end())),
  }
}

/** The text of a session's briefing. */
export function textOf(session: Session): string {
  const { doc } = session.state.getState().briefing
  return doc.textBetween(0, doc.content.size, '\n').trim()
}

/** Rewrites a journal's lines. */
export async function editJournal(path: string, edit: (lines: string[]) => string[]): Promise<void> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await writeFile(path, `${edit(lines).join('\n')}\n`)
}

/** The files that were kept aside for a briefing. */
export async function keptAside(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'journal'))).filter(name => name.endsWith('.aside'))
}
