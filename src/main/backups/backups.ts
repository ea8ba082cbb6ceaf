import { join } from 'node:path'
import type { Hash } from '../../core/canonical.ts'
import { type Change, type Origin, originHash } from '../../core/history/change.ts'
import { logIdIn } from '../../core/history/log-id.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { syncFolder, writeAtomically } from '../storage/atomic.ts'
import { type Disk, isMissing } from '../storage/disk.ts'
import { readFailure, writeFailure } from '../storage/failures.ts'
import { backupName, newestFirst, superfluous } from './names.ts'

/** The log that a master .briefing file holds. */
export interface BackedUp {
  readonly origin: Origin
  readonly changes: readonly Change[]
}

/** Reads a .briefing file, checked in every way (core/handoff). */
export type ReadBackup = (bytes: Uint8Array, name: string) => Result<BackedUp>

/** The checkpoints of every briefing, each a whole master .briefing file. */
export interface Backups {
  /** Writes one and reads it back from the disk; answers its name. One that cannot be read back is removed. */
  readonly write: (briefing: string, head: Hash, bytes: Uint8Array) => Promise<Result<string>>
  /** The newest that can be read. */
  readonly newest: (briefing: string) => Promise<Result<Uint8Array<ArrayBuffer>>>
  /** The log until `head`, from the backup of that name or from any other that goes as far. */
  readonly until: (briefing: string, head: Hash, name: string) => Promise<Result<BackedUp>>
  /** Removes those that the rules no longer keep (`superfluous`), never the one named `keep`. */
  readonly thin: (briefing: string, keep: string | null) => Promise<void>
}

/** @param folder where each briefing's backups have a folder of its id */
export function openBackups(disk: Disk, folder: string, read: ReadBackup, time: () => Date): Backups {
  const folderOf = (briefing: string) => join(folder, briefing)

  const names = async (briefing: string): Promise<string[]> => {
    try {
      return newestFirst(await disk.readdir(folderOf(briefing)))
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }
  const load = async (
    briefing: string,
    name: string,
  ): Promise<Result<BackedUp & { bytes: Uint8Array<ArrayBuffer> }>> => {
    try {
      const bytes = new Uint8Array(await disk.readFile(join(folderOf(briefing), name)))
      const backup = read(bytes, name)
      if (!backup.ok) return backup
      if (logIdIn(backup.value.origin, backup.value.changes) !== briefing) {
        return fail('briefing.invalid', 'It is the backup of another briefing.', { file: name })
      }
      return ok({ origin: backup.value.origin, changes: backup.value.changes, bytes })
    } catch (error) {
      return readFailure(error, name)
    }
  }

  return {
    write: async (briefing, head, bytes) => {
      const name = backupName(time())
      const path = join(folderOf(briefing), name)
      try {
        await disk.mkdir(folderOf(briefing), { recursive: true })
        await writeAtomically(disk, path, bytes)
        await syncFolder(disk, folder)
      } catch (error) {
        return writeFailure(error, name)
      }
      const back = await load(briefing, name)
      const failure = back.ok
        ? headOf(back.value) === head
          ? null
          : fail('history.broken', 'The checkpoint does not end where it should.', { file: name })
        : back
      if (failure === null) return ok(name)
      await disk.rm(path, { force: true })
      return failure
    },
    newest: async briefing => {
      for (const name of await names(briefing)) {
        const backup = await load(briefing, name)
        if (backup.ok) return ok(backup.value.bytes)
      }
      return fail('file.not-found', 'There is no backup of this briefing that can be read.')
    },
    until: async (briefing, head, name) => {
      const others = (await names(briefing)).filter(other => other !== name)
      for (const candidate of [name, ...others]) {
        const backup = await load(briefing, candidate)
        const part = backup.ok ? logUntil(backup.value, head) : null
        if (part !== null) return ok(part)
      }
      return fail('journal.damaged', 'The backup that the journal goes on from cannot be read.', {
        file: name,
      })
    },
    thin: async (briefing, keep) => {
      for (const name of superfluous(await names(briefing), time(), keep)) {
        await disk.rm(join(folderOf(briefing), name), { force: true })
      }
    },
  }
}

function headOf(backup: BackedUp): Hash {
  return backup.changes.at(-1)?.hash ?? originHash(backup.origin)
}

/** The part of a log up to a hash, or null where it does not come by it. */
function logUntil(backup: BackedUp, head: Hash): BackedUp | null {
  if (originHash(backup.origin) === head) return { origin: backup.origin, changes: [] }
  const end = backup.changes.findIndex(({ hash }) => hash === head)
  return end === -1 ? null : { origin: backup.origin, changes: backup.changes.slice(0, end + 1) }
}
