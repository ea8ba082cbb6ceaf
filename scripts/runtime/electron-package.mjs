import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { join } from 'node:path'
import { run } from '../run.mjs'
import { say } from '../say.mjs'

const releases = 'https://github.com/electron/electron/releases/download/'
const day = 24 * 60 * 60 * 1000

/**
 * The runtime that the npm package `electron` keeps in itself once it has downloaded it.
 * @param {string} folder node_modules/electron
 * @returns {string | null} the executable
 */
export function ownBinary(folder) {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

/**
 * Whether the host answers at all within the time: closed networks do not, and then a download of a hundred
 * megabytes need not be started to find out.
 * @param {string} address
 * @param {number} timeout milliseconds
 * @returns {Promise<boolean>}
 */
function answers(address, timeout) {
  return new Promise(done => {
    const { request } = address.startsWith('http:') ? http : https
    const question = request(address, { method: 'HEAD', timeout }, answer => {
      answer.resume()
      done(true)
    })
    question.on('timeout', () => question.destroy())
    question.on('error', () => done(false))
    question.end()
  })
}

/**
 * Lets the package `electron` download its runtime. A host that could not be reached is remembered for a day
 * in the cache, so that not every start waits for it.
 * @param {string} folder node_modules/electron
 * @param {string} cache the shared cache folder
 * @returns {Promise<string | null>} the executable
 */
export async function downloadOwnBinary(folder, cache) {
  const installer = join(folder, 'install.js')
  if (!existsSync(installer)) return null
  const host = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || releases
  const failed = join(cache, 'electron-download-failed')
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < day) return null

  say(`Looking for Electron at ${new URL(host).host} …`)
  if (await answers(host, 4000)) {
    say('Downloading Electron …')
    const { code } = await run(process.execPath, [installer], { timeout: 10 * 60_000 })
    if (code === 0) return ownBinary(folder)
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(
    failed,
    `${host} could not be reached; it is tried again a day later, or when this file is gone.\n`,
  )
  return null
}
