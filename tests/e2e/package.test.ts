import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { killGroup } from '../support/process-group.ts'

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

test('the package opens its own page', async () => {
  const app = spawn(packaged, ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  try {
    const pages = `http://${await devToolsHost(app.stderr)}/json/list`
    await expect.poll(() => openPages(pages), { timeout: 30_000 }).toMatchObject([{ title: 'Galley' }])
    expect((await openPages(pages))[0]?.url).toMatch(/^app:/)
  } finally {
    await killGroup(app)
  }
})

/** What the app shows, by Chromium's own list; Playwright cannot attach, for the inspector is switched off. */
async function openPages(address: string): Promise<{ title: string; url: string }[]> {
  const list: { type: string; title: string; url: string }[] = JSON.parse(await (await fetch(address)).text())
  return list.filter(({ type }) => type === 'page')
}

/** Where Chromium says that it listens. */
async function devToolsHost(errors: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(errors)) {
    const host = /DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1]
    if (host) return host
  }
  throw new Error('The package ended before it listened')
}
