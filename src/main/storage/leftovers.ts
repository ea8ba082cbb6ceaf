import { join } from 'node:path'
import { temporaryName } from './atomic.ts'
import { type Disk, isMissing } from './disk.ts'

/**
 * Removes what atomic writes left in a folder when the program was killed in the middle of one.
 * @param isLeftover whether a file of that name is one
 */
export async function removeLeftovers(
  disk: Disk,
  folder: string,
  isLeftover: (name: string) => boolean = name => temporaryName.test(name),
): Promise<void> {
  try {
    for (const name of await disk.readdir(folder)) {
      if (isLeftover(name)) await disk.rm(join(folder, name), { force: true })
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
