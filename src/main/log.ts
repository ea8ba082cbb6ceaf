import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Report } from './ipc/answer.ts'

const largest = 1024 * 1024

/**
 * A log of faults for whoever mends Galley; it stays on this computer and never holds what the user wrote.
 * Past a megabyte it starts anew and keeps the one before it.
 */
export function openLog(path: string, time: () => Date): Report {
  return (what, error) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const line = `${time().toISOString()} ${what}: ${reason}\n`
    console.error(line.trimEnd())
    try {
      mkdirSync(dirname(path), { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.1`)
      appendFileSync(path, line)
    } catch {
      // A log that cannot be written must not stop what it reports on.
    }
  }
}
