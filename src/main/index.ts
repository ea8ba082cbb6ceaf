import { app, dialog } from 'electron'
import { guardContents } from './page/guards.ts'
import { declarePageScheme } from './page/scheme.ts'
import { profileFolder } from './profile.ts'
import { startUp } from './start-up.ts'

const folder = profileFolder(app.commandLine.getSwitchValue('user-data-dir'), process.cwd())
if (folder !== null) app.setPath('userData', folder)
app.setName('Galley')

// One instance for each profile; a second start hands over what it was given and ends.
if (app.requestSingleInstanceLock()) {
  declarePageScheme()
  guardContents()
  startUp().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox('Galley could not start', `Nothing was changed. The reason given was: ${reason}`)
    app.exit(1)
  })
} else {
  app.quit()
}
