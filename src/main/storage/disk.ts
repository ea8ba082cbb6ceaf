import * as promises from 'node:fs/promises'

/** What Galley does to files; an argument of everything that stores, so that tests can let it fail. */
export type Disk = Pick<
  typeof promises,
  'access' | 'copyFile' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'rm' | 'stat'
>

/** The real one. */
export const realDisk: Disk = promises

/** The system's code of a failed file operation (`ENOSPC`, `EACCES` …), or null for any other error. */
export function errorNumber(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Whether a file operation failed because there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  return errorNumber(error) === 'ENOENT'
}
