import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchGalley, untilReady } from '../support/electron.ts'
import { livingInGroup } from '../support/process-group.ts'

const root = resolve(import.meta.dirname, '../..')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const electronPath = () =>
  execFileSync('npm', ['run', '--silent', 'electron:path'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

test('electron:path prints the executable and nothing else', () => {
  const [executable = '', ...rest] = electronPath().split('\n')
  expect(rest).toEqual([''])
  expect(statSync(executable).mode & 0o111).not.toBe(0)
})

test('the executable opens the app of this checkout when it is given nothing', async () => {
  const app = await _electron.launch({
    executablePath: electronPath().trim(),
    cwd: folder,
    env: { ...definedEnv(), XDG_CONFIG_HOME: folder },
  })
  await untilReady(await app.firstWindow())
  const shown = await app.evaluate(({ app }) => ({
    path: app.getAppPath(),
    profile: app.getPath('userData'),
  }))
  await app.close()
  expect(statSync(shown.path).ino).toBe(statSync(root).ino)
  expect(shown.profile.startsWith(folder)).toBe(true)
})

test('each --user-data-dir is a profile of its own, and both can be open at once', async () => {
  const first = await launchGalley({ profile: join(folder, 'one') })
  const second = await launchGalley({ profile: join(folder, 'two') })
  const profiles = await Promise.all(
    [first, second].map(({ app }) => app.evaluate(({ app }) => app.getPath('userData'))),
  )
  await first.close()
  await second.close()
  expect(profiles).toEqual([join(folder, 'one'), join(folder, 'two')])
})

test('a killed app is gone with all its processes, and starts again on the same profile', async () => {
  const first = await launchGalley({ profile: join(folder, 'one') })
  const electron = first.app.process()
  await first.kill()
  expect(electron.signalCode).toBe('SIGKILL')
  expect(livingInGroup(electron.pid ?? 0)).toEqual([])
  const again = await launchGalley({ profile: join(folder, 'one') })
  await again.close()
})

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
