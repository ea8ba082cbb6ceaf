import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { readBriefingFile } from '../core/handoff/read.ts'
import { openBackups } from './backups/backups.ts'
import { openDeskFolder } from './desk-folder/desk-folder.ts'
import { keepDragged } from './files/dragged.ts'
import { rememberFolders } from './files/folders.ts'
import { openFilesIn } from './files/opening.ts'
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
import { removeLeftovers } from './storage/leftovers.ts'
import { type AppWindow, openWindow } from './window/window.ts'

/** What the build puts beside main, and the icon in resources/. */
const shipped = {
  page: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  dictionaries: join(import.meta.dirname, 'dictionaries'),
  icon: join(import.meta.dirname, '../../resources/icons/galley.png'),
}

const now = () => new Date()

/**
 * Puts the application together and opens its window.
 * @throws when the profile's folder cannot be used
 */
export async function startUp(): Promise<void> {
  const profile = profileIn(app.getPath('userData'))
  const report = openLog(profile.log, now)
  process.on('uncaughtException', error => report('uncaught', error))
  process.on('unhandledRejection', error => report('unhandled rejection', error))

  let window: AppWindow | null = null
  const opening = openFilesIn(realDisk, () => window)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opening.open(path)
  })
  app.on('second-instance', (_event, args, workingFolder) => {
    window?.focus()
    opening.openGiven(args.slice(1), workingFolder)
  })

  await Promise.all([profile.folder, profile.journals].map(folder => removeLeftovers(realDisk, folder)))
  const dragged = keepDragged(realDisk, profile.dragged, randomUUID)
  await dragged.clear().catch(error => report('clearing dragged files', error))
  const backups = openBackups(realDisk, profile.backups, readBriefingFile, now)
  const [settings, remembered, personalWords, journals] = await Promise.all([
    openSettings(realDisk, profile.settings, randomUUID, now),
    openJsonFile(realDisk, profile.remembered, rememberedSchema, nothingRemembered, now),
    openPersonalWords(realDisk, profile.personalWords, now),
    openJournals(realDisk, profile, backups, now),
    app.whenReady(),
  ])

  nativeTheme.themeSource = settings.read().theme
  app.setAboutPanelOptions({ applicationName: 'Galley', iconPath: shipped.icon })
  guardSession(session.defaultSession)
  servePage(session.defaultSession, shipped.page)
  const followInMenu = setMenu(id => window?.post('command', { id }))
  const deskFolder = openDeskFolder(
    realDisk,
    remembered,
    change => window?.post('desk-folder.changed', change),
    report,
  )
  const handlers = makeHandlers({
    disk: realDisk,
    settings,
    journals,
    backups,
    folders: rememberFolders(remembered, app.getPath('documents'), report),
    dragged,
    icon: shipped.icon,
    deskFolder,
    personalWords,
    dictionaries: shipped.dictionaries,
    window: () => window,
    describe: shown => {
      followInMenu(shown)
      window?.browser.setTitle(shown.title === '' ? 'Galley' : `${shown.title} – Galley`)
    },
  })
  serveRequests(handlers, () => window?.browser.webContents.id ?? null, report)

  let placementKept: Promise<unknown> = Promise.resolve()
  const open = () => {
    const opened = openWindow({
      preload: shipped.preload,
      icon: shipped.icon,
      placement: remembered.value.window,
      remember: placement => {
        placementKept = remembered
          .update(() => ({ window: placement }))
          .catch(error => report('remembering the window', error))
      },
      report,
    })
    opened.browser.on('closed', () => {
      window = null
    })
    window = opened
    opening.flow()
  }
  open()
  opening.openGiven(process.argv.slice(1), process.cwd())
  tellOfDamage(settings.movedAside)

  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('activate', () => {
    if (window === null) open()
  })
  app.on('window-all-closed', async () => {
    await placementKept
    if (process.platform === 'darwin' && !isQuitting) return
    await dragged.clear().catch(error => report('clearing dragged files', error))
    app.quit()
  })

  function tellOfDamage(movedAside: string | null): void {
    if (movedAside === null) return
    window?.post('file.failed', {
      name: basename(profile.settings),
      code: 'file.unreadable',
      message: `What could not be read of your settings has its default again; the file is kept as ${basename(movedAside)} in the profile. Your briefings are not affected.`,
    })
  }
}
