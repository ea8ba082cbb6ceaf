import type { Disk } from '../storage/disk.ts'
import type { AppWindow } from '../window/window.ts'
import { givenFile } from './given.ts'
import { readChosenFile } from './read.ts'

/** Hands files that were opened from outside to the page. */
export interface Opening {
  /** Opens a file by its absolute path. */
  readonly open: (path: string) => void
  /** Opens the file that a command line names, if any. */
  readonly openGiven: (args: readonly string[], workingFolder: string) => void
  /** There is a window now: what was waiting for one goes to it. */
  readonly flow: () => void
}

/** @param window the window, or null while there is none */
export function openFilesIn(disk: Disk, window: () => AppWindow | null): Opening {
  const waiting: string[] = []
  const send = async (path: string, target: AppWindow) => {
    const file = await readChosenFile(disk, path)
    if (file.ok) target.post('file.opened', file.value)
    else target.post('file.failed', named(file.error))
  }
  const open = (path: string) => {
    const target = window()
    if (target === null) waiting.push(path)
    else void send(path, target)
  }
  return {
    open,
    openGiven: (args, workingFolder) => {
      const path = givenFile(args, workingFolder)
      if (path !== null) open(path)
    },
    flow: () => {
      for (const path of waiting.splice(0)) open(path)
    },
  }
}

function named({ file, code, message }: { file?: string; code: string; message: string }) {
  return { name: file ?? '', code, message }
}
