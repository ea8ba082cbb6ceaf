import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { SetupFailure, say } from './say.mjs'

const stamp = inProject('out', 'built-from')
const folders = ['src', 'resources']
const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'vite.cli.config.ts']

/** A hash over the names and contents of everything that the build reads. */
function sourceHash() {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = path => {
    const whole = inProject(path)
    hash.update(`\0${path}\0`).update(readFileSync(whole))
  }
  /** @param {string} path */
  const addTree = path => {
    for (const entry of readdirSync(inProject(path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) addTree(inner)
      else add(inner)
    }
  }
  folders.forEach(addTree)
  files.forEach(add)
  return hash.digest('hex')
}

/**
 * Builds the app and the command line.
 * @throws {SetupFailure} when the sources do not build
 */
export async function build() {
  const hash = sourceHash()
  const steps = [
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel=warn'],
    ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.cli.config.ts', '--logLevel=warn'],
  ]
  for (const step of steps) {
    const { code } = await run(process.execPath, step)
    if (code !== 0) throw new SetupFailure('The build failed. What it printed is above.')
  }
  chmodSync(inProject('out', 'cli', 'galley.js'), 0o755)
  writeFileSync(stamp, hash)
}

/** Builds when there is no build, or when the sources have changed since. */
export async function ensureBuilt() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash()) return
  say('Building Galley …')
  await build()
}
