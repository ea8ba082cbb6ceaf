import { open } from 'node:fs/promises'
import { fail, ok, type Result } from '../core/result.ts'

/** Above what a .briefing file or a text may be; more is not taken into memory. */
const mostBytes = 512 * 1024 * 1024

/**
 * The bytes of a file, or of standard input for `-`.
 * Fails with `file.not-found`, `file.unreadable` or `file.too-large`.
 */
export async function readInput(file: string): Promise<Result<Uint8Array>> {
  return file === '-' ? readStandardInput() : readFile(file)
}

/** What messages call an input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

async function readFile(file: string): Promise<Result<Uint8Array>> {
  try {
    const handle = await open(file, 'r')
    try {
      const stat = await handle.stat()
      if (stat.isDirectory()) return fail('file.unreadable', 'This is a folder', { file })
      if (stat.size > mostBytes) return fail('file.too-large', 'The file is larger than 512 MB', { file })
      return ok(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return fail('file.not-found', 'There is no such file', { file })
    return fail('file.unreadable', `The file cannot be read: ${code ?? String(error)}`, { file })
  }
}

async function readStandardInput(): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += chunk.length
    if (size > mostBytes) {
      return fail('file.too-large', 'The input is larger than 512 MB', { file: nameOf('-') })
    }
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}
