import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { readBriefingFile } from '../core/handoff/read.ts'
import { openBackups } from './backups/backups.ts'
import { rememberFolders } from './files/folders.ts'
import { givenFile } from './files/given.ts'
import { readChosenFile } from './files/read.ts'
import { makeHandlers } from './handlers.ts'
import { serveRequests } from './ipc/handle.ts'
import { openJournals } from './journal/journals.ts'
import { openLog } from './log.ts'
import { setMenu } from './menu/menu.ts'
import { guardSession } from './page/guards.ts'
import { servePage } from './page/scheme.ts'
import { profileIn } from './profile.ts'
import { nothingRemembered, rememberedSchema } from './remembered.ts'
import { openSettings } from './settings/settings.ts'
import { openPersonalWords } from './spelling/personal.ts'
import { realDisk } from './storage/disk.ts'
import { openJsonFile } from './storage/json-file.ts'
import { type AppWindow, openWindow } from './window/window.ts'

const now = () => new Date()

/** Puts the application together and opens its window. */
export async function startUp(): Promise<void> {
  const profile = profileIn(app.getPath('userData'))
  const report = openLog(profile.log, now)
  process.on('uncaughtException', error => report('uncaught', error))
  process.on('unhandledRejection', error => report('unhandled rejection', error))

  let window: AppWindow | null = null
  const waitingFiles: string[] = []
  const openFile = async (path: string) => {
    if (window === null) {
      waitingFiles.push(path)
      return
    }
    const file = await readChosenFile(realDisk, path)
    if (file.ok) window.post('file.opened', file.value)
    else {
      const { code, message, file: name = '' } = file.error
      window.post('file.failed', { name, code, message })
    }
  }
  const openGiven = (args: readonly string[], workingFolder: string) => {
    const path = givenFile(args, workingFolder)
    if (path !== null) void openFile(path)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openFile(path)
  })
  app.on('second-instance', (_event, args, workingFolder) => {
    window?.focus()
    openGiven(args.slice(1), workingFolder)
  })

  const backups = openBackups(realDisk, profile.backups, readBriefingFile, now)
  const [settings, remembered, personalWords, journals] = await Promise.all([
    openSettings(realDisk, profile.settings, randomUUID, now),
    openJsonFile(realDisk, profile.remembered, rememberedSchema, nothingRemembered, now),
    openPersonalWords(realDisk, profile.personalWords, now),
    openJournals(realDisk, profile, backups, now),
    app.whenReady(),
  ])
  nativeTheme.themeSource = settings.read().theme
  guardSession(session.defaultSession)
  servePage(session.defaultSession, join(import.meta.dirname, '../renderer'))
  const describeMenu = setMenu(id => window?.post('command', { id }))
  serveRequests(
    makeHandlers({
      disk: realDisk,
      settings,
      journals,
      backups,
      folders: rememberFolders(remembered, app.getPath('documents'), report),
      personalWords,
      dictionaries: join(import.meta.dirname, 'dictionaries'),
      window: () => window,
      describe: shown => {
        describeMenu(shown)
        window?.browser.setTitle(shown.title === '' ? 'Galley' : `${shown.title} – Galley`)
      },
    }),
    () => window?.browser.webContents.id ?? null,
    report,
  )

  const open = () => {
    window = openWindow({
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      icon: join(import.meta.dirname, '../../resources/icons/galley.png'),
      placement: remembered.value.window,
      remember: placement => {
        remembered
          .update(() => ({ window: placement }))
          .catch(error => report('remembering the window', error))
      },
    })
    window.browser.on('closed', () => {
      window = null
    })
  }
  open()
  openGiven(process.argv.slice(1), process.cwd())
  for (const path of waitingFiles.splice(0)) void openFile(path)

  app.on('activate', () => {
    if (window === null) open()
  })
  app.on('window-all-closed', () => app.quit())
}
