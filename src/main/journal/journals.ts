import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Response } from '../../contract/channels.ts'
import type { Hash } from '../../core/canonical.ts'
import { type Change, type Origin, originSchema } from '../../core/history/change.ts'
import { logIdIn } from '../../core/history/log-id.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Backups } from '../backups/backups.ts'
import type { Disk } from '../storage/disk.ts'
import { writeFailure } from '../storage/failures.ts'
import { listFolder } from '../storage/list-folder.ts'
import { type Journal, openJournal } from './journal.ts'

/** A journal beyond this many bytes goes on from its next backup. */
const largest = 4 * 1024 * 1024

type State = Response<'journal.list'>[number]
type Log = Response<'journal.read'>

/** The second copy of every briefing: its journal, and the backups that the journal goes on from. */
export interface Journals {
  readonly start: (briefing: string, origin: Origin) => Promise<Result<State>>
  readonly append: (briefing: string, after: Hash, changes: readonly Change[]) => Promise<Result<State>>
  readonly replace: (briefing: string, origin: Origin, changes: readonly Change[]) => Promise<Result<State>>
  readonly read: (briefing: string) => Promise<Result<Log>>
  readonly list: () => Promise<State[]>
  /** Writes a checkpoint, removes the backups it makes superfluous, and rotates a journal grown large. */
  readonly checkpoint: (briefing: string, head: Hash, bytes: Uint8Array) => Promise<Result<State>>
  /** Every briefing that has a journal or backups, with the time the newest of them was written. */
  readonly backedUp: () => Promise<Response<'backup.list'>>
  /** Removes journal, backups and all that was kept aside. */
  readonly destroy: (briefing: string) => Promise<Result<undefined>>
}

/**
 * Opens the journals and backups in their two folders, which are made where they are missing.
 * @param limit the bytes beyond which a journal goes on from its next backup
 */
export async function openJournals(
  disk: Disk,
  folders: { journals: string; backups: string },
  backups: Backups,
  time: () => Date,
  limit = largest,
): Promise<Journals> {
  await disk.mkdir(folders.journals, { recursive: true })
  await disk.mkdir(folders.backups, { recursive: true })
  const opened = new Map<string, Journal>()
  const aside = () => `${time().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.aside`
  const journal = (briefing: string): Journal => {
    const known = opened.get(briefing)
    if (known !== undefined) return known
    const path = join(folders.journals, `${briefing}.ndjson`)
    const made = openJournal(disk, path, () => join(folders.journals, `${briefing}.${aside()}`))
    opened.set(briefing, made)
    return made
  }
  const state = (briefing: string, bytes: Result<number>): Result<State> =>
    bytes.ok ? ok({ briefingId: briefing, bytes: bytes.value }) : bytes
  const journalFiles = async () =>
    (await listFolder(disk, folders.journals)).flatMap(file => {
      const id = /^([0-9a-f-]{36})\.ndjson$/.exec(file.name)?.[1]
      return id === undefined ? [] : [{ ...file, briefingId: id }]
    })

  return {
    start: async (briefing, origin) => {
      if (origin.id !== briefing) return fail('history.invalid', 'This is the beginning of another briefing.')
      return state(briefing, await journal(briefing).start(origin))
    },
    append: async (briefing, after, changes) =>
      state(briefing, await journal(briefing).append(after, changes)),
    replace: async (briefing, origin, changes) => {
      if (logIdIn(origin, changes) !== briefing)
        return fail('history.invalid', 'This is the beginning of another briefing.')
      return state(briefing, await journal(briefing).replace(origin, changes))
    },
    read: async briefing => {
      const read = await journal(briefing).read()
      if (!read.ok) return read
      const { start, changes, damage, bytes } = read.value
      if (start.briefing !== briefing)
        return fail('journal.damaged', 'It is the journal of another briefing.')
      if ('origin' in start.from) {
        return ok({ briefingId: briefing, bytes, origin: start.from.origin, changes, damage })
      }
      const before = await backups.until(briefing, start.head, start.from.backup)
      if (!before.ok) return before
      const joined = [...before.value.changes, ...changes]
      return ok({
        briefingId: briefing,
        bytes,
        origin: originSchema.parse(before.value.origin),
        changes: joined,
        damage,
      })
    },
    list: async () => (await journalFiles()).map(({ briefingId, size }) => ({ briefingId, bytes: size })),
    checkpoint: async (briefing, head, bytes) => {
      const backup = await backups.write(briefing, head, bytes)
      if (!backup.ok) return backup
      const rotated = await journal(briefing).rotate(head, backup.value, limit)
      // A backup stands for itself: where there is no journal, or a damaged one, it is all the more welcome.
      // But then nothing tells which older backup is still needed, so all stay.
      if (!rotated.ok) return ok({ briefingId: briefing, bytes: 0 })
      await backups.thin(briefing, rotated.value.backup)
      return ok({ briefingId: briefing, bytes: rotated.value.bytes })
    },
    backedUp: async () => {
      const newest = new Map<string, number>()
      const see = (id: string, modified: number) => newest.set(id, Math.max(modified, newest.get(id) ?? 0))
      for (const { briefingId, modified } of await journalFiles()) see(briefingId, modified)
      for (const { name, modified } of await listFolder(disk, folders.backups)) {
        if (/^[0-9a-f-]{36}$/.test(name)) see(name, modified)
      }
      return [...newest].map(([briefingId, at]) => ({ briefingId, newest: new Date(at).toISOString() }))
    },
    destroy: async briefing => {
      try {
        const own = (await disk.readdir(folders.journals)).filter(name => name.startsWith(`${briefing}.`))
        for (const name of own) await disk.rm(join(folders.journals, name), { force: true })
        await disk.rm(join(folders.backups, briefing), { recursive: true, force: true })
        opened.delete(briefing)
        return ok(undefined)
      } catch (error) {
        return writeFailure(error)
      }
    },
  }
}
