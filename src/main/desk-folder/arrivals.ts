import { join } from 'node:path'
import type { DeskFile, DeskFiles } from '../../contract/channels.ts'
import { type Disk, isMissing } from '../storage/disk.ts'
import { isBriefingName } from './names.ts'
import { looksWhole } from './whole.ts'

/** In milliseconds. */
export interface Patience {
  /** How long a file's size and time must stay as they are. */
  readonly settle: number
  /** How long one that stays as it is, but is not whole, is waited for before it is taken for damaged. */
  readonly young: number
}

interface Look extends DeskFile {
  /** When it was first seen with this size and this time, by our own clock. */
  readonly since: number
  readonly isWhole: boolean
}

/** What is known of a folder's files, from one look at it to the next. */
export interface Arrivals {
  /**
   * Looks at the folder. Answers what has arrived and what is still arriving, by name.
   * @throws the system's error where the folder cannot be read
   */
  readonly look: () => Promise<DeskFiles>
}

/** Looks at the `.briefing` files directly in a folder; links are left alone, since they may lead out of it. */
export function watchArrivals(disk: Disk, folder: string, patience: Patience, now: () => number): Arrivals {
  let looks: ReadonlyMap<string, Look> = new Map()

  const lookAt = async (file: DeskFile, time: number): Promise<Look> => {
    const before = looks.get(file.name)
    const isSame = before?.size === file.size && before.modified === file.modified
    if (before === undefined || !isSame) return { ...file, since: time, isWhole: false }
    if (before.isWhole || !isSettled(before, time)) return before
    return { ...before, isWhole: await looksWhole(disk, join(folder, file.name)).catch(() => false) }
  }
  const isSettled = (look: Look, time: number) => time - look.since >= patience.settle
  const hasArrived = (look: Look, time: number) => look.isWhole || time - look.since >= patience.young

  return {
    look: async () => {
      const next = new Map<string, Look>()
      const entries = await disk.readdir(folder, { withFileTypes: true })
      const time = now()
      // One after the other: a share that hangs must not take all threads, which keep safe what is typed.
      for (const entry of entries) {
        if (!entry.isFile() || !isBriefingName(entry.name)) continue
        const file = await statFile(disk, folder, entry.name)
        if (file !== null) next.set(file.name, await lookAt(file, time))
      }
      looks = next
      const all = [...next.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
      const arrived = all.filter(look => hasArrived(look, time))
      return {
        files: arrived.map(({ name, size, modified }) => ({ name, size, modified })),
        arriving: all.filter(look => !arrived.includes(look)).map(({ name }) => name),
      }
    },
  }
}

/** A file as the folder shows it, or null where it went away since the folder was read. */
async function statFile(disk: Disk, folder: string, name: string): Promise<DeskFile | null> {
  try {
    const { size, mtimeMs } = await disk.stat(join(folder, name))
    return { name, size, modified: mtimeMs }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
