import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  constants as fsConstants,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * Electron shows the app in `resources/app` beside its real executable, so a runtime that several checkouts
 * share cannot know which of them to show. Each checkout therefore has a runtime folder of its own whose
 * files are hard links to the shared one (copies where that lies on another disk).
 *
 * @param {string} from
 * @param {string} to
 */
function linkTree(from, to) {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) linkTree(source, target)
    else {
      try {
        linkSync(source, target)
      } catch {
        copyFileSync(source, target, fsConstants.COPYFILE_FICLONE)
      }
    }
  }
}

/** Chromium refuses to start as root unless it is told to do without its sandbox; containers are root. */
const launcher = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
if [ "$(id -u)" = 0 ]; then set -- --no-sandbox "$@"; fi
exec "$here/electron" "$@"
`

/**
 * A runtime for this checkout: started without arguments, it opens the app that was built here.
 * Made once for each shared runtime and taken up again afterwards.
 *
 * @param {string} executable the shared Electron's, for Linux
 * @param {string} project the checkout
 * @returns {string} what to start
 */
export function projectRuntime(executable, project) {
  const { mtimeMs, size } = statSync(executable)
  const key = createHash('sha256').update(`${executable}\0${size}\0${mtimeMs}`).digest('hex').slice(0, 12)
  const runtimes = join(project, '.cache', 'electron')
  const place = join(runtimes, key)
  const start = join(place, 'galley')
  if (existsSync(start)) return start

  mkdirSync(runtimes, { recursive: true })
  const work = mkdtempSync(join(runtimes, 'linking-'))
  const unfinished = join(work, 'runtime')
  linkTree(dirname(executable), unfinished)
  rmSync(join(unfinished, 'resources', 'app'), { recursive: true, force: true })
  mkdirSync(join(unfinished, 'resources'), { recursive: true })
  symlinkSync(relative(join(place, 'resources'), project), join(unfinished, 'resources', 'app'))
  writeFileSync(join(unfinished, 'galley'), launcher, { mode: 0o755 })
  try {
    renameSync(unfinished, place)
  } catch (error) {
    // Another command in this checkout was quicker.
    if (!existsSync(start)) throw error
  }
  for (const older of readdirSync(runtimes)) {
    if (/^[0-9a-f]{12}$/.test(older) && older !== key)
      rmSync(join(runtimes, older), { recursive: true, force: true })
  }
  rmSync(work, { recursive: true, force: true })
  return start
}
