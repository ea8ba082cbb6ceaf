import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { untilReady } from '../support/electron.ts'

const root = resolve(import.meta.dirname, '../..')
const packaged = join(root, 'out/package/linux-unpacked/galley')

let profile: string
beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'galley-packaged-'))
  await promisify(execFile)(process.execPath, ['scripts/package.mjs'], { cwd: root, maxBuffer: 64_000_000 })
})
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))

/** The fuses as they stand in the executable: a sentinel, a version, a length, then a character each. */
function fuses(): string {
  const executable = readFileSync(packaged)
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const at = executable.indexOf(sentinel) + sentinel.length
  return executable.toString('latin1', at + 2, at + 2 + (executable[at + 1] ?? 0))
}

test('the package runs no other script, takes no Node options, no inspector, and only its own archive', () => {
  // In this order: run as Node, encrypt cookies, NODE_OPTIONS, --inspect, archive integrity, only the archive.
  expect(fuses().slice(0, 6)).toMatch(/^0100.1$/)
})

test('the package opens to a page that is ready', async () => {
  const app = spawn(packaged, ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const browser = await chromium.connectOverCDP(await devTools(app.stderr))
    const context = browser.contexts()[0]
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!page) throw new Error('The package opened no window')
    await untilReady(page)
    expect(page.url()).toMatch(/^app:/)
    await browser.close()
  } finally {
    app.kill('SIGKILL')
  }
})

/** Where Chromium says that it listens. */
async function devTools(errors: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(errors)) {
    const address = /DevTools listening on (\S+)/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('The package ended before it listened')
}
