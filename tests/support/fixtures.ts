import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../../shared/fixtures')

/**
 * The path of a file among the shared fixtures, which live beside the repository and are not part of it.
 * @param name path inside the fixtures folder, e.g. `seed/briefing.txt`
 * @throws when it is not there, naming the place that was looked in
 */
export function fixture(name: string): string {
  const path = resolve(folder, name)
  if (!existsSync(path)) {
    throw new Error(
      `No fixture "${name}": expected it at ${path}, in the shared folder beside this repository.`,
    )
  }
  return path
}
