import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../out/bench/merging')

/** Built as the command line is: what runs here as a test would is a fifth slower than what ships. */
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(import.meta.dirname, 'merging.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
    },
    ssr: { noExternal: true },
  })
})

describe('speed of merging', () => {
  it.each(['tenReturns', 'longReturns', 'files'])('%s', part => {
    console.log(execFileSync(process.execPath, [join(folder, 'merging.js'), part], { encoding: 'utf8' }))
  })
})
