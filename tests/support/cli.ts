import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** What a run of `galley` left behind. */
export interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
  readonly bytes: Uint8Array
}

/** The built command line, run in a folder of its own that is gone after the tests. */
export interface Cli {
  readonly folder: () => string
  /** Runs `galley` with arguments and, where given, bytes on its standard input. */
  readonly run: (args: readonly string[], input?: Uint8Array | string) => Promise<Run>
}

/**
 * Builds the command line once for the tests of a file, beside the app's own build so that neither disturbs
 * the other, and gives it a folder to work in.
 */
export function builtCli(): Cli {
  let folder = ''
  let built = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'galley-cli-'))
    mkdirSync(join(root, '.cache'), { recursive: true })
    built = mkdtempSync(join(root, '.cache', 'cli-'))
    copyFileSync(join(root, 'package.json'), join(built, 'package.json'))
    await build({
      configFile: join(root, 'vite.cli.config.ts'),
      root,
      logLevel: 'error',
      build: { outDir: join(built, 'out/cli'), emptyOutDir: true },
    })
  }, 120_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(built, { recursive: true, force: true })
  })
  return {
    folder: () => folder,
    run: (args, input) => runNode([join(built, 'out/cli/galley.js'), ...args], folder, input),
  }
}

function runNode(args: readonly string[], cwd: string, input: Uint8Array | string | undefined): Promise<Run> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: 'pipe' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', status => {
      const bytes = Buffer.concat(out)
      settle({
        status,
        out: bytes.toString(),
        err: Buffer.concat(err).toString(),
        bytes: new Uint8Array(bytes),
      })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
  })
}
