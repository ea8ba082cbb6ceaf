import type { FileHandle } from 'node:fs/promises'
import type { Hash } from '../../core/canonical.ts'
import { type Change, isIntact, type Origin } from '../../core/history/change.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { writeAtomically } from '../storage/atomic.ts'
import { type Disk, isMissing } from '../storage/disk.ts'
import { readFailure, writeFailure } from '../storage/failures.ts'
import { serial } from '../storage/serial.ts'
import { coalesce } from './coalesce.ts'
import {
  type JournalText,
  journalLines,
  readJournalText,
  startWithBackup,
  startWithOrigin,
} from './format.ts'

/** How often a journal is forced onto the disk at most, in milliseconds (architecture: history and storage). */
const syncInterval = 500

/** What a journal was read to be, with the length of its file. */
export type ReadJournal = JournalText & { readonly bytes: number }

/** One briefing's journal file. Its operations take turns; an answer to `append` means "on the disk". */
export interface Journal {
  /** Makes the file. Fails where there is one. Answers its length in bytes, like all that write. */
  readonly start: (origin: Origin) => Promise<Result<number>>
  /** Writes changes that follow `after`; those it ends with already are not written again. */
  readonly append: (after: Hash, changes: readonly Change[]) => Promise<Result<number>>
  readonly read: () => Promise<Result<ReadJournal>>
  /** Puts another log in its place, once the old file has been copied aside. */
  readonly replace: (origin: Origin, changes: readonly Change[]) => Promise<Result<number>>
  /**
   * Lets the journal go on from a backup, if it is larger than `limit` bytes and ends at `head`.
   * Answers its length and the backup it goes on from, if any.
   */
  readonly rotate: (
    head: Hash,
    backup: string,
    limit: number,
  ) => Promise<Result<{ bytes: number; backup: string | null }>>
}

/** Where the next line goes. What stands behind it in a damaged file is copied aside before it is cut off. */
interface Position {
  readonly head: Hash
  readonly bytes: number
  readonly isDamaged: boolean
}

/**
 * @param path where the file is or will be; its folder exists
 * @param asidePath where to keep a copy of what is about to be replaced; another one at each call
 */
export function openJournal(disk: Disk, path: string, asidePath: () => string): Journal {
  const inTurn = serial()
  /** Null until the file has been read. */
  let position: Position | null = null
  /** Open while someone waits for their lines to be on disk. */
  let open: { readonly file: FileHandle; users: number } | null = null
  /** After a failed fsync the system may believe that lost pages are on disk: then write them anew. */
  let isSuspect = false
  const sync = coalesce(async () => open?.file.sync(), syncInterval)

  const acquire = async () => {
    if (open === null) open = { file: await disk.open(path, 'r+'), users: 0 }
    open.users++
    return open
  }
  const release = async (used: NonNullable<typeof open>) => {
    used.users--
    if (used.users > 0) return
    if (open === used) open = null
    await used.file.close()
  }
  /** Puts a whole file in the place of the old one; who waits for lines in that is answered first. */
  const rewrite = async (content: Buffer, head: Hash): Promise<Result<number>> => {
    try {
      await open?.file.sync()
      await writeAtomically(disk, path, content)
    } catch (error) {
      return writeFailure(error)
    }
    open = null
    isSuspect = false
    position = { head, bytes: content.length, isDamaged: false }
    return ok(content.length)
  }

  const load = async (): Promise<Result<Position>> => {
    const read = await readFile(disk, path)
    if (!read.ok) return read
    const { head, whole, damage } = read.value
    position = { head, bytes: whole, isDamaged: damage !== null }
    return ok(position)
  }

  const current = async (file: FileHandle): Promise<Result<Position>> => {
    if (position !== null && (await file.stat()).size === position.bytes) return ok(position)
    return load()
  }

  const write = async (
    file: FileHandle,
    after: Hash,
    changes: readonly Change[],
  ): Promise<Result<number>> => {
    const at = await current(file)
    if (!at.ok) return at
    const { head, bytes, isDamaged } = at.value
    const known = head === after ? -1 : changes.findIndex(({ hash }) => hash === head)
    if (head !== after && known === -1) {
      return fail('journal.out-of-step', 'The journal ends at another change than this one follows.')
    }
    const lines = journalLines(null, changes.slice(known + 1))
    try {
      if (isDamaged) await disk.copyFile(path, asidePath())
    } catch (error) {
      return writeFailure(error)
    }
    try {
      if (isDamaged) await file.truncate(bytes)
      await writeAll(file, lines, bytes)
    } catch (error) {
      position = null
      await file.truncate(bytes)
      return writeFailure(error)
    }
    position = { head: changes.at(-1)?.hash ?? head, bytes: bytes + lines.length, isDamaged: false }
    return ok(position.bytes)
  }

  const append = async (after: Hash, changes: readonly Change[]): Promise<Result<number>> => {
    if (!isChain(after, changes)) {
      return fail('history.broken', 'These changes do not follow one another as they say.')
    }
    let used: NonNullable<typeof open> | null = null
    try {
      const written = await inTurn(async () => {
        if (isSuspect) {
          const renewed = await renew()
          if (!renewed.ok) return renewed
        }
        used = await acquire()
        return write(used.file, after, changes)
      })
      if (written.ok) await sync()
      return written
    } catch (error) {
      if (isMissing(error)) return fail('journal.missing', 'This briefing has no journal.')
      isSuspect = true
      return writeFailure(error)
    } finally {
      if (used !== null) await release(used)
    }
  }

  const renew = async (): Promise<Result<number>> => {
    const at = await load()
    if (!at.ok || at.value.isDamaged) return at.ok ? ok(at.value.bytes) : at
    return rewrite(await disk.readFile(path), at.value.head)
  }

  return {
    append,
    read: () => inTurn(() => readFile(disk, path)),
    start: origin =>
      inTurn(async () => {
        if (await exists(disk, path)) {
          return fail('journal.out-of-step', 'This briefing has a journal already.')
        }
        const start = startWithOrigin(origin, [])
        return rewrite(journalLines(start, []), start.head)
      }),
    replace: (origin, changes) =>
      inTurn(async () => {
        const start = startWithOrigin(origin, changes)
        if (!isChain(start.head, changes)) {
          return fail('history.broken', 'These changes do not follow one another as they say.')
        }
        try {
          if (await exists(disk, path)) await disk.copyFile(path, asidePath())
        } catch (error) {
          return writeFailure(error)
        }
        return rewrite(journalLines(start, changes), changes.at(-1)?.hash ?? start.head)
      }),
    rotate: (head, backup, limit) =>
      inTurn(async () => {
        const read = await readFile(disk, path)
        if (!read.ok) return read
        const { bytes, damage, start, head: end } = read.value
        if (bytes <= limit || end !== head || damage !== null) {
          return ok({ bytes, backup: 'backup' in start.from ? start.from.backup : null })
        }
        const lines = journalLines(startWithBackup(start.briefing, head, backup), [])
        const rewritten = await rewrite(lines, head)
        return rewritten.ok ? ok({ bytes: rewritten.value, backup }) : rewritten
      }),
  }
}

async function readFile(disk: Disk, path: string): Promise<Result<ReadJournal>> {
  let bytes: Buffer
  try {
    bytes = await disk.readFile(path)
  } catch (error) {
    if (isMissing(error)) return fail('journal.missing', 'This briefing has no journal.')
    return readFailure(error)
  }
  const text = readJournalText(bytes)
  if (text === null) return fail('journal.damaged', 'The beginning of the journal cannot be read.')
  return ok({ ...text, bytes: bytes.length })
}

/** Whether changes are unaltered and follow `after` and one another. */
function isChain(after: Hash, changes: readonly Change[]): boolean {
  return changes.every(
    (change, index) => change.parent === (changes[index - 1]?.hash ?? after) && isIntact(change),
  )
}

async function exists(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** One `write` may take only a part. */
async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const part = await file.write(bytes, written, bytes.length - written, position + written)
    written += part.bytesWritten
  }
}
