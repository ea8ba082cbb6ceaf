import { join } from 'node:path'
import { inProject } from './project.mjs'
import { run } from './run.mjs'
import { command, SetupFailure, say } from './say.mjs'
import { setUp } from './setup.mjs'

/**
 * Packages the app for this system into out/package, on the runtime that was found here. Without arguments it
 * makes the app's folder, which needs no network; others are electron-builder's targets, e.g. `deb AppImage`,
 * whose tools electron-builder downloads.
 */
await command(async () => {
  const { distribution } = await setUp()
  const targets = process.argv.length > 2 ? process.argv.slice(2) : ['dir']
  const system =
    { darwin: '--mac', win32: '--win', linux: '--linux' }[process.platform.toString()] ?? '--linux'
  const version = await electronVersion(distribution)
  const settings = [`-c.electronDist=${distribution}`, `-c.electronVersion=${version}`]
  // Electron 29 was the first with this fuse, and the tool refuses fuses that are not there.
  if (Number.parseInt(version, 10) >= 29)
    settings.push('-c.electronFuses.grantFileProtocolExtraPrivileges=false')
  const { code } = await run(process.execPath, [
    inProject('node_modules/electron-builder/out/cli/cli.js'),
    system,
    ...targets,
    '--publish=never',
    ...settings,
  ])
  if (code !== 0)
    throw new SetupFailure('electron-builder could not make the package. What it printed is above.')
  say('Packaged into out/package.')
})

/**
 * Which Electron a folder holds.
 * @param {string} distribution
 */
async function electronVersion(distribution) {
  const name = { darwin: 'Electron', win32: 'electron.exe' }[process.platform.toString()] ?? 'electron'
  const { output } = await run(join(distribution, name), ['-p', 'process.versions.electron'], {
    capture: true,
    quiet: true,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  })
  return output.trim()
}
