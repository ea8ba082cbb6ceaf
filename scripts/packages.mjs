import { existsSync, readFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { SetupFailure, say } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 */

/**
 * The packages of a lock file, by their place; none when the file is missing or unreadable.
 * @param {string} path
 * @returns {Record<string, Locked>}
 */
function lockedPackages(path) {
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/**
 * Whether what is installed is what package-lock.json asks for. npm writes what it installed into
 * node_modules/.package-lock.json when it has finished, so a broken-off installation counts as missing.
 * @param {string} folder a checkout
 */
export function packagesAreInstalled(folder) {
  const wanted = lockedPackages(`${folder}/package-lock.json`)
  const installed = lockedPackages(`${folder}/node_modules/.package-lock.json`)
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link) return true
    const found = installed[place]
    // Optional packages are other systems' binaries: npm leaves them out.
    if (!found) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** Installs the npm packages when they are missing or are not the ones that package-lock.json names. */
export async function ensurePackages() {
  if (packagesAreInstalled(inProject())) return
  say('Installing npm packages …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code } = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (code !== 0) {
    throw new SetupFailure(
      'The npm packages could not be installed. Check that the npm registry can be reached (npm ping), then try again.',
    )
  }
}
