import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../..')

/** What a tool said about a file. */
export interface Finding {
  readonly file: string
  /** Biome's rule (`lint/style/noRestrictedImports`) or the compiler's code (`TS2584`). */
  readonly rule: string
}

export interface Planted {
  readonly lint: () => Promise<Finding[]>
  readonly compile: (room: string) => Promise<Finding[]>
  readonly remove: () => Promise<void>
}

/**
 * A house like ours in the system's temporary folder, with our rules, our packages and these files in place of
 * our own. Nothing is ever planted in the checkout itself.
 * @param files source texts by path from the root, e.g. `src/core/schema/planted.ts`
 */
export async function plant(files: Readonly<Record<string, string>>): Promise<Planted> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-rooms-'))
  for (const name of ['biome.json', 'tsconfig.base.json', 'package.json', '.gitignore']) {
    await cp(join(root, name), join(folder, name))
  }
  for (const room of await readdir(join(root, 'src'))) {
    await mkdir(join(folder, 'src', room), { recursive: true })
    for (const rules of ['tsconfig.json', 'biome.json']) {
      await cp(join(root, 'src', room, rules), join(folder, 'src', room, rules))
    }
    await writeFile(join(folder, 'src', room, 'empty.ts'), 'export {}\n')
  }
  await mkdir(join(folder, 'scripts'))
  await cp(join(root, 'scripts/biome.json'), join(folder, 'scripts/biome.json'))
  await cp(join(root, 'src/core/globals.d.ts'), join(folder, 'src/core/globals.d.ts'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    lint: async () => {
      const said = await output(folder, '@biomejs/biome/bin/biome', [
        'lint',
        '--reporter=github',
        '--max-diagnostics=none',
        '.',
      ])
      return [...said.matchAll(/^::\w+ title=([^,]+),file=([^,]+),/gm)].map(([, rule = '', file = '']) => ({
        file: relative(folder, file),
        rule,
      }))
    },
    compile: async room => {
      const said = await output(folder, 'typescript/bin/tsc', ['-b', `src/${room}`, '--pretty', 'false'])
      return [...said.matchAll(/^([^\s(]+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file = '', rule = '']) => ({
        file,
        rule,
      }))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What a tool prints; that it finds something, and so fails, is what it is run for. */
async function output(folder: string, tool: string, args: string[]): Promise<string> {
  const whole = [join(root, 'node_modules', tool), ...args]
  try {
    return (await promisify(execFile)(process.execPath, whole, { cwd: folder, maxBuffer: 64_000_000 })).stdout
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}
