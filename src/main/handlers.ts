import { nativeTheme, shell } from 'electron'
import { fail, ok, type Result } from '../core/result.ts'
import type { Backups } from './backups/backups.ts'
import { chooseDeskFolder } from './desk-folder/choose.ts'
import type { DeskFolderService } from './desk-folder/desk-folder.ts'
import { chooseFiles } from './files/choose.ts'
import { writeToClipboard } from './files/clipboard.ts'
import type { DraggedFiles } from './files/dragged.ts'
import type { Folders } from './files/folders.ts'
import { type Saving, saveFile } from './files/save.ts'
import { saveAll } from './files/save-all.ts'
import { startDrag } from './files/start-drag.ts'
import type { Handlers, Parsed } from './ipc/answer.ts'
import type { Journals } from './journal/journals.ts'
import { openLink } from './links/open-link.ts'
import { makePdf, printPage } from './printing/print.ts'
import type { SettingsFile } from './settings/settings.ts'
import { readDictionary } from './spelling/dictionaries.ts'
import type { PersonalWords } from './spelling/personal.ts'
import type { Disk } from './storage/disk.ts'
import { writeFailure } from './storage/failures.ts'
import type { AppWindow } from './window/window.ts'

/** What the handlers work with. */
export interface Services {
  readonly disk: Disk
  readonly settings: SettingsFile
  readonly journals: Journals
  readonly backups: Backups
  readonly folders: Folders
  readonly dragged: DraggedFiles
  /** The picture of the application: a PNG. */
  readonly icon: string
  readonly deskFolder: DeskFolderService
  readonly personalWords: PersonalWords
  /** The folder of the dictionaries that ship. */
  readonly dictionaries: string
  readonly window: () => AppWindow | null
  /** Lets title and menu follow what the page shows. */
  readonly describe: (shown: Parsed<'window.describe'>) => void
}

const done = ok(undefined)

/** What main does for each channel (src/contract/channels.ts says what each promises). */
export function makeHandlers(services: Services): Handlers {
  const { disk, settings, journals, backups, folders, deskFolder, personalWords, window } = services
  const browser = () => window()?.browser ?? null
  const saving = (): Saving => ({ disk, folders, window: browser() })

  return {
    'settings.read': () => ok(settings.read()),
    'settings.write': async next => {
      const written = await writing('settings.json', () => settings.write(next))
      if (written.ok) nativeTheme.themeSource = written.value.theme
      return written
    },

    'journal.start': ({ briefingId, origin }) => journals.start(briefingId, origin),
    'journal.append': ({ briefingId, after, changes }) => journals.append(briefingId, after, changes),
    'journal.list': async () => ok(await journals.list()),
    'journal.read': ({ briefingId }) => journals.read(briefingId),
    'journal.replace': ({ briefingId, origin, changes }) => journals.replace(briefingId, origin, changes),

    'backup.write': ({ briefingId, head, bytes }) => journals.checkpoint(briefingId, head, bytes),
    'backup.read': async ({ briefingId }) => {
      const bytes = await backups.newest(briefingId)
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
    'backup.list': async () => ok(await journals.backedUp()),
    'briefing.destroy': ({ briefingId }) => journals.destroy(briefingId),

    'file.choose': ({ purpose }) => chooseFiles(disk, folders, browser(), purpose),
    'file.save': ({ suggestedName, kind, bytes }) =>
      saveFile(saving(), suggestedName, kind, async () => ok(bytes)),
    'file.save-pdf': ({ suggestedName, html, title }) =>
      saveFile(saving(), suggestedName, 'pdf', () => makePdf(html, title)),
    'file.save-all': ({ files }) => saveAll(saving(), files),
    'file.drag': async ({ suggestedName, bytes }) => {
      const path = await services.dragged.write(suggestedName, bytes)
      return path.ok ? startDrag(browser(), path.value, services.icon) : path
    },
    print: ({ html }) => printPage(html),

    'desk-folder.describe': () => ok(deskFolder.describe()),
    'desk-folder.choose': () => chooseDeskFolder(deskFolder, folders.last('open'), browser()),
    'desk-folder.leave': () => deskFolder.leave(),
    'desk-folder.show': async () => {
      const folder = deskFolder.describe()
      const problem = folder === null ? '' : await shell.openPath(folder.path)
      return problem === '' ? done : fail('file.unreadable', 'The folder could not be shown.')
    },
    'desk-folder.list': () => ok(deskFolder.list()),
    'desk-folder.read': ({ name }) => deskFolder.read(name),
    'desk-folder.write': writing => deskFolder.write(writing),

    'clipboard.write': async ({ text, html }) => {
      await writeToClipboard(text, html)
      return done
    },

    'edit.native': ({ action }) => {
      browser()?.webContents[action]()
      return done
    },

    'spelling.dictionary': ({ language }) => readDictionary(disk, services.dictionaries, language),
    'spelling.personal': () => ok(personalWords.all()),
    'spelling.learn': ({ word }) => writing('words.json', () => personalWords.learn(word)),

    'link.open': ({ href }) => openLink(href, browser()),
    'window.describe': shown => {
      services.describe(shown)
      return done
    },
    'window.ready': () => {
      window()?.ready()
      return done
    },
    'window.flushed': () => {
      window()?.flushed()
      return done
    },
  }
}

/** Writes one of Galley's own files; what the system refuses becomes a failure that names it. */
async function writing<T>(name: string, write: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await write())
  } catch (error) {
    return writeFailure(error, name)
  }
}
