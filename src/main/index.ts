import { app } from 'electron'
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
  void startUp()
} else {
  app.quit()
}
