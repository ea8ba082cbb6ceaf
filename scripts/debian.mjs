import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { SetupFailure, say } from './say.mjs'

/**
 * @typedef {object} Need
 * @property {string} file a library that the loader must know, or a program on the path
 * @property {string[]} packages its Debian package, under its newest name first (Debian 13 renamed some)
 */

/** @type {Need[]} What Electron needs to start. */
export const libraries = [
  { file: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { file: 'libnss3.so', packages: ['libnss3'] },
  { file: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { file: 'libgbm.so.1', packages: ['libgbm1'] },
]

/** @type {Need} A display for machines that have none. */
export const virtualDisplay = { file: 'Xvfb', packages: ['xvfb'] }

/** @type {Need} The browser in which the tests open exported pages. */
export const browser = { file: 'chromium', packages: ['chromium'] }

/** @type {Need} The sync engine with which the tests share a desk folder between two profiles. */
export const syncEngine = { file: 'syncthing', packages: ['syncthing'] }

/** @param {string} program */
const onPath = program =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))

/**
 * Which of these this machine lacks.
 * @param {Need[]} needs
 * @returns {Promise<Need[]>}
 */
async function missing(needs) {
  const loader = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig'
  const { output } = await run(loader, ['-p'], { capture: true, quiet: true })
  return needs.filter(({ file }) => (file.includes('.so') ? !output.includes(`\t${file} `) : !onPath(file)))
}

/**
 * The names under which this Debian knows the packages.
 * @param {Need[]} needs
 * @returns {Promise<string[]>}
 */
async function packageNames(needs) {
  return Promise.all(
    needs.map(async ({ packages: [newest = '', ...older] }) => {
      for (const name of [newest, ...older]) {
        const { output } = await run('apt-cache', ['policy', name], { capture: true, quiet: true })
        if (/Candidate: (?!\(none\))/.test(output)) return name
      }
      return older.at(-1) ?? newest
    }),
  )
}

/**
 * Installs what is missing when this is Debian and we may; otherwise says what to install.
 * Systems other than Linux need nothing.
 * @param {Need[]} needs
 */
export async function ensureSystem(needs) {
  if (process.platform !== 'linux') return
  const lacking = await missing(needs)
  if (lacking.length === 0) return
  const files = lacking.map(need => need.file).join(', ')
  if (!onPath('apt-get')) {
    throw new SetupFailure(
      `This system lacks ${files}. Install them with its package manager, then try again.`,
    )
  }
  if (process.getuid?.() !== 0) {
    const names = (await packageNames(lacking)).join(' ')
    throw new SetupFailure(
      `This system lacks ${files}. Install them and try again:\n  sudo apt-get install ${names}`,
    )
  }
  say(`Installing Debian packages for ${files} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['-qq', 'update'], { env })
  const names = await packageNames(lacking)
  const { code } = await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...names], {
    env,
  })
  const still = await missing(needs)
  if (code !== 0 || still.length > 0) {
    throw new SetupFailure(`apt-get could not install ${names.join(' ')}. What it printed is above.`)
  }
}
