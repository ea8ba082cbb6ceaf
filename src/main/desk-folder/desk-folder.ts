import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ChosenFile, DeskFile, DeskFiles, DeskFolder, EventPayload } from '../../contract/channels.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { readChosenFile } from '../files/read.ts'
import type { Remembered } from '../remembered.ts'
import type { Disk } from '../storage/disk.ts'
import { readFailure, writeFailure } from '../storage/failures.ts'
import type { JsonFile } from '../storage/json-file.ts'
import { removeLeftovers } from '../storage/leftovers.ts'
import { serial } from '../storage/serial.ts'
import { isBriefingName, isPlainName, temporaryPrefix } from './names.ts'
import { type Times, type Watch, watchFolder } from './watch.ts'
import { type Writing, writeDeskFile } from './write.ts'

/** The folder that a team's machines share: what arrives in it, and what this machine writes there. */
export interface DeskFolderService {
  readonly describe: () => DeskFolder | null
  /** Goes over to a folder, by its absolute path. Refused where it cannot be written to. */
  readonly use: (path: string) => Promise<Result<DeskFolder>>
  /** Lets go of it. Nothing in it is touched. */
  readonly leave: () => Promise<Result<undefined>>
  /** What has arrived, and what is arriving. */
  readonly list: () => DeskFiles
  /** Reads a file of that name in the folder. */
  readonly read: (name: string) => Promise<Result<ChosenFile>>
  readonly write: (writing: Writing) => Promise<Result<DeskFile>>
  /** Ends the watching. */
  readonly stop: () => void
}

const usual: Times = { settle: 1000, young: 30_000, poll: 5000 }

/**
 * Opens the desk folder that is remembered, if any, and watches it.
 * @param tell told of everything that changes there
 */
export function openDeskFolder(
  disk: Disk,
  remembered: JsonFile<Remembered>,
  tell: (change: EventPayload<'desk-folder.changed'>) => void,
  report: (what: string, error: unknown) => void,
  times: Times = usual,
): DeskFolderService {
  const inTurn = serial()
  let watch: Watch | null = null
  const path = () => remembered.value.deskFolder.path

  const describe = (): DeskFolder | null => {
    const current = path()
    if (current === null) return null
    return { name: basename(current) || current, path: current, isThere: watch?.seen().isThere ?? false }
  }
  const list = (): DeskFiles => {
    const { files = [], arriving = [] } = watch?.seen() ?? {}
    return { files, arriving }
  }
  const tellNow = () => tell({ folder: describe(), ...list() })

  /** Watches the folder that is remembered now; answers when it was looked at for the first time. */
  const begin = async () => {
    watch?.stop()
    watch = null
    const current = path()
    if (current === null) return
    const begun = watchFolder(disk, current, times, tellNow, report)
    watch = begun
    await begun.look()
  }

  const keep = async (next: string | null): Promise<Result<undefined>> => {
    try {
      await remembered.update(({ deskFolder }) => ({ deskFolder: { ...deskFolder, path: next } }))
      return ok(undefined)
    } catch (error) {
      return writeFailure(error, 'remembered.json')
    }
  }

  /** What this machine's killed writes left; half-written files of others are theirs. */
  const tidy = async () => {
    const { path: folder, machine } = remembered.value.deskFolder
    if (folder === null || machine === null) return
    const ours = (name: string) => name.startsWith(temporaryPrefix(machine)) && name.endsWith('.tmp')
    await removeLeftovers(disk, folder, ours).catch(error => report('tidying the desk folder', error))
  }

  void tidy()
  void begin()

  return {
    describe,
    list,
    use: async next => {
      try {
        if (!(await disk.stat(next)).isDirectory())
          return fail('file.unreadable', 'It is not a folder.', { file: next })
        await disk.access(next, constants.R_OK | constants.W_OK)
      } catch (error) {
        return writeFailure(error, basename(next))
      }
      const kept = await keep(next)
      if (!kept.ok) return kept
      await begin()
      tellNow()
      return ok({ name: basename(next) || next, path: next, isThere: true })
    },
    leave: async () => {
      const kept = await keep(null)
      if (!kept.ok) return kept
      await begin()
      tellNow()
      return ok(undefined)
    },
    read: async name => {
      const folder = path()
      if (folder === null) return noFolder()
      if (!isPlainName(name) || !isBriefingName(name)) {
        return fail('refused', 'Galley reads only briefings there.', { file: name })
      }
      try {
        // A link may lead out of the folder, and whoever shares it could place one.
        const [real, realFolder] = await Promise.all([
          disk.realpath(join(folder, name)),
          disk.realpath(folder),
        ])
        if (dirname(real) !== realFolder) {
          return fail('refused', 'It is a link that leads out of the desk folder.', { file: name })
        }
        const file = await readChosenFile(disk, real)
        return file.ok ? ok({ ...file.value, name }) : file
      } catch (error) {
        return readFailure(error, name)
      }
    },
    write: writing =>
      inTurn(async () => {
        const folder = path()
        return folder === null ? noFolder() : await writeDeskFile(disk, remembered, folder, writing)
      }),
    stop: () => watch?.stop(),
  }
}

function noFolder() {
  return fail('refused', 'No desk folder is chosen.')
}
