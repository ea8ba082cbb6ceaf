import { basename, extname, join } from 'node:path'
import { dialog, type OpenDialogOptions } from 'electron'
import type { Response } from '../../contract/channels.ts'
import { ok, type Result } from '../../core/result.ts'
import type { Parsed } from '../ipc/answer.ts'
import { writeAtomically } from '../storage/atomic.ts'
import { type Disk, errorNumber } from '../storage/disk.ts'
import { writeFailure } from '../storage/failures.ts'
import { safeName } from './names.ts'
import type { Saving } from './save.ts'

type Files = Parsed<'file.save-all'>['files']
type Saved = NonNullable<Response<'file.save-all'>>

/** Asks for a folder and writes `.briefing` files into it. Null where the user cancelled. */
export async function saveAll(
  { disk, folders, window }: Saving,
  files: Files,
): Promise<Result<Saved | null>> {
  const options: OpenDialogOptions = {
    title: 'Save All in a Folder',
    buttonLabel: 'Save Here',
    defaultPath: folders.last('save'),
    properties: ['openDirectory', 'createDirectory'],
  }
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  const [folder] = filePaths
  if (canceled || folder === undefined) return ok(null)
  const written = await writeEach(disk, folder, files)
  folders.used('save', join(folder, 'any'))
  return ok({ folder: basename(folder), files: written })
}

/** Writes each file into a folder, beside what is there. One that fails does not keep the others. */
async function writeEach(disk: Disk, folder: string, files: Files): Promise<Saved['files']> {
  const written: Saved['files'] = []
  for (const { suggestedName, bytes } of files) {
    const name = safeName(suggestedName, 'briefing')
    let taken: string | null = null
    try {
      taken = await takeName(disk, folder, name)
      await writeAtomically(disk, join(folder, taken), bytes)
      written.push({ name: taken, failure: null })
    } catch (error) {
      // The name was held by an empty file of ours.
      if (taken !== null) await disk.rm(join(folder, taken), { force: true }).catch(() => undefined)
      const { code, message } = writeFailure(error).error
      written.push({ name, failure: { code, message } })
    }
  }
  return written
}

/** So many files of one name are numbered. */
const most = 1000

/** Holds a name that is free in a folder by an empty file: the name itself, else "name (2)", "name (3)" … */
async function takeName(disk: Disk, folder: string, name: string): Promise<string> {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${stem} (${number})${extension}`
    try {
      await (await disk.open(join(folder, tried), 'wx')).close()
      return tried
    } catch (error) {
      if (errorNumber(error) !== 'EEXIST' || number === most) throw error
    }
  }
}
