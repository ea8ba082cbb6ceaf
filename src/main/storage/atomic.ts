import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Disk, errorNumber, isMissing } from './disk.ts'

/** What the temporary files of `writeAtomically` are called. */
export const temporaryName = /^\.galley-[0-9a-f]{16}\.tmp$/

/**
 * Writes a whole file so that, whatever happens, the path holds either the old content or the new: into a
 * temporary file beside it, on disk (fsync), then renamed over it. A link is followed; an existing file keeps
 * its permissions, and one that may not be written stays as it is.
 * @param prefix what the temporary file's name begins with, where others share the folder
 * @throws the system's error; the old file is then unchanged and the temporary file is gone
 */
export async function writeAtomically(
  disk: Disk,
  path: string,
  bytes: Uint8Array | string,
  prefix = '.galley-',
): Promise<void> {
  const target = await realTarget(disk, path)
  const mode = await modeOfWritable(disk, target)
  const folder = dirname(target)
  const temporary = join(folder, `${prefix}${randomBytes(8).toString('hex')}.tmp`)
  try {
    const file = await disk.open(temporary, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await disk.rename(temporary, target)
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(disk, folder)
}

/** What file systems answer that cannot sync a folder: those of network drives among them. */
const cannotSync = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS'])

/**
 * Puts a folder's entries on disk, so that a rename in it survives a power cut. Windows and some network drives
 * have no such thing.
 */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!cannotSync.has(errorNumber(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

async function realTarget(disk: Disk, path: string): Promise<string> {
  try {
    return await disk.realpath(path)
  } catch (error) {
    if (isMissing(error)) return path
    throw error
  }
}

async function modeOfWritable(disk: Disk, target: string): Promise<number | undefined> {
  try {
    const stats = await disk.stat(target)
    if (stats.isDirectory()) {
      throw Object.assign(new Error(`EISDIR: ${target} is a folder`), { code: 'EISDIR' })
    }
    await disk.access(target, constants.W_OK)
    return stats.mode & 0o777
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
