import { spawn } from 'node:child_process'
import { hasDisplay, startDisplay } from './display.mjs'
import { inProject, root } from './project.mjs'
import { command, SetupFailure, say } from './say.mjs'
import { setUp } from './setup.mjs'

/**
 * Starts something and lives as long as it does.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function live(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
    child.on('error', error => failed(new SetupFailure(`${program} could not be started: ${error.message}`)))
    child.on('exit', code => done(code ?? 1))
  })
}

/**
 * Sets up what is missing and opens the app; `--demo` instead lets it do its main job by itself, and so does
 * a machine without a display.
 */
await command(async () => {
  const args = process.argv.slice(2).filter(arg => arg !== '--demo')
  const shown = hasDisplay()
  const demo = process.argv.includes('--demo') || !shown
  const runtime = await setUp()
  if (!demo) return live(runtime.executable, [...runtime.args, ...args])
  if (!shown) {
    say('There is no display here, so Galley shows what it does in one of its own (Xvfb): the demo.')
    await startDisplay()
  }
  return live(process.execPath, [inProject('scripts', 'demo', 'demo.mjs')])
})
