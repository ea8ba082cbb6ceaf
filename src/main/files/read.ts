import { basename } from 'node:path'
import type { ChosenFile } from '../../contract/channels.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Disk } from '../storage/disk.ts'
import { readFailure } from '../storage/failures.ts'

/** No briefing or text is near as large; more would only exhaust the memory. */
const largestFile = 64 * 1024 * 1024

/** Reads a file that the user chose. Its name, without the path, is all that leaves main beside the bytes. */
export async function readChosenFile(disk: Disk, path: string): Promise<Result<ChosenFile>> {
  const name = basename(path)
  try {
    const file = await disk.open(path, 'r')
    try {
      const stats = await file.stat()
      if (!stats.isFile()) return fail('file.unreadable', 'It is not a file.', { file: name })
      if (stats.size > largestFile) {
        return fail('file.too-large', 'It is larger than 64 MB, more than Galley reads.', { file: name })
      }
      return ok({ name, bytes: new Uint8Array(await file.readFile()) })
    } finally {
      await file.close()
    }
  } catch (error) {
    return readFailure(error, name)
  }
}
