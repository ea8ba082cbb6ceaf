import { join } from 'node:path'
import type { Result } from '../../core/result.ts'
import { ok } from '../../core/result.ts'
import { writeAtomically } from '../storage/atomic.ts'
import type { Disk } from '../storage/disk.ts'
import { writeFailure } from '../storage/failures.ts'
import { safeName } from './names.ts'

/** Files that exist because they were dragged out of the window: a drop takes a copy of a real file. */
export interface DraggedFiles {
  /** Writes a `.briefing` file whole, in a folder of its own so that its name is free; answers its path. */
  readonly write: (suggestedName: string, bytes: Uint8Array) => Promise<Result<string>>
  /** Removes them all. Rejects with the system's error. */
  readonly clear: () => Promise<void>
}

/** @param folder a folder that holds nothing else */
export function keepDragged(disk: Disk, folder: string, newName: () => string): DraggedFiles {
  return {
    write: async (suggestedName, bytes) => {
      const name = safeName(suggestedName, 'briefing')
      const own = join(folder, newName())
      try {
        await disk.mkdir(own, { recursive: true })
        await writeAtomically(disk, join(own, name), bytes)
      } catch (error) {
        return writeFailure(error, name)
      }
      return ok(join(own, name))
    },
    clear: () => disk.rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}
