import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { DeskFile } from '../../contract/channels.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Remembered, WrittenFile } from '../remembered.ts'
import { writeAtomically } from '../storage/atomic.ts'
import { type Disk, isMissing } from '../storage/disk.ts'
import { writeFailure } from '../storage/failures.ts'
import type { JsonFile } from '../storage/json-file.ts'
import { deskFileName, foldName, newMachine, temporaryPrefix } from './names.ts'

/** What is to be written: `id` says what it is a file of, `stem` what it is named after the first time. */
export interface Writing {
  readonly id: string
  readonly stem: string
  readonly bytes: Uint8Array
}

/**
 * Writes a file of this machine into a folder. It gets a name of its own that nothing there has, and keeps it
 * as long as what stands there is what this machine wrote. Where somebody else wrote under that name (the
 * profile was copied to a second machine), theirs stays, and this machine takes a new name for itself.
 */
export async function writeDeskFile(
  disk: Disk,
  remembered: JsonFile<Remembered>,
  folder: string,
  { id, stem, bytes }: Writing,
): Promise<Result<DeskFile>> {
  const hash = hashOf(bytes)
  let name = stem
  try {
    const before = remembered.value.deskFolder.written[folder]?.[id]
    const standing = before === undefined ? null : await hashOfFile(disk, join(folder, before.name))
    const isOurs = before !== undefined && (standing === null || before.hashes.includes(standing))
    const machine = await machineOf(remembered, before !== undefined && !isOurs)
    name = isOurs ? before.name : await freeName(disk, remembered, folder, stem, machine)
    if (standing !== hash || !isOurs) {
      const hashes = isOurs && standing !== null ? [hash, standing] : [hash]
      await remember(remembered, folder, id, { name, hashes })
      await writeAtomically(disk, join(folder, name), bytes, temporaryPrefix(machine))
    }
    const { size, mtimeMs } = await disk.stat(join(folder, name))
    return ok({ name, size, modified: mtimeMs })
  } catch (error) {
    return writeFailure(error, name)
  }
}

/** This machine's name; `anew` where it has none yet or another machine goes by it. */
async function machineOf(remembered: JsonFile<Remembered>, anew: boolean): Promise<string> {
  const { machine } = remembered.value.deskFolder
  if (machine !== null && !anew) return machine
  const made = newMachine()
  await remembered.update(({ deskFolder }) => ({ deskFolder: { ...deskFolder, machine: made } }))
  return made
}

/** A name that no file of the folder has, and that is not promised to another file of this machine. */
async function freeName(
  disk: Disk,
  remembered: JsonFile<Remembered>,
  folder: string,
  stem: string,
  machine: string,
): Promise<string> {
  const own = Object.values(remembered.value.deskFolder.written[folder] ?? {}).map(({ name }) => name)
  const taken = new Set([...(await disk.readdir(folder)), ...own].map(foldName))
  for (let number = 1; ; number += 1) {
    const name = deskFileName(stem, machine, number)
    if (!taken.has(foldName(name))) return name
  }
}

async function remember(
  remembered: JsonFile<Remembered>,
  folder: string,
  id: string,
  file: WrittenFile,
): Promise<void> {
  await remembered.update(({ deskFolder }) => {
    const { written } = deskFolder
    const here = { ...written[folder], [id]: file }
    return { deskFolder: { ...deskFolder, written: { ...written, [folder]: here } } }
  })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The hash of a file's content, or null where there is no such file. */
async function hashOfFile(disk: Disk, path: string): Promise<string | null> {
  try {
    return hashOf(await disk.readFile(path))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
