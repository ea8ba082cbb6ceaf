import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'

/**
 * Writes to a file, or to standard output for `-`. A file is whole at every moment (F2): the bytes are
 * written beside it, synced and renamed over it, with the old file's permissions. A link stays a link; a
 * device or a pipe is written to as it is.
 * Fails with `file.unwritable` or `file.disk-full`; then the old file is untouched.
 */
export async function writeOutput(file: string, content: Uint8Array | string): Promise<Result<void>> {
  if (file === '-') {
    process.stdout.write(content)
    return ok(undefined)
  }
  try {
    const target = await realpath(file).catch(() => file)
    const old = await stat(target).catch(() => null)
    if (old === null || old.isFile()) await replace(target, content, old?.mode)
    else await writeFile(target, content)
    return ok(undefined)
  } catch (error) {
    return failureOf(error as NodeJS.ErrnoException, file)
  }
}

/**
 * Refuses to write over the very file that is read, also through a link: an export in the place of its
 * briefing would cost the briefing.
 */
export async function spareInput(input: string, output: string): Promise<Result<void>> {
  return (await isSameFile(input, output))
    ? fail('usage', 'This is FILE itself; -o names another file', { file: output })
    : ok(undefined)
}

/** Whether two names are of one file, also through links, and also where neither is there yet. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (a === '-' || b === '-') return false
  const [one, other] = await Promise.all([a, b].map(file => stat(file).catch(() => null)))
  if (one == null || other == null) return resolve(a) === resolve(b)
  return one.isFile() && one.dev === other.dev && one.ino === other.ino
}

async function replace(
  target: string,
  content: Uint8Array | string,
  mode: number | undefined,
): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const handle = await open(beside, 'wx', mode ?? 0o666)
    try {
      if (mode !== undefined) await handle.chmod(mode)
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function failureOf(error: NodeJS.ErrnoException, file: string): Result<void> {
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('file.disk-full', 'The disk is full', { file })
    case 'ENOENT':
      return fail('file.unwritable', 'The folder does not exist', { file })
    case 'EISDIR':
      return fail('file.unwritable', 'This is a folder', { file })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('file.unwritable', 'The file may not be written', { file })
    default:
      return fail('file.unwritable', `The file cannot be written: ${error.code ?? error.message}`, { file })
  }
}
