import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SetupFailure } from './say.mjs'

/** Whether windows can be shown: always, except on a Linux without a living X or Wayland server. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  if (process.env.WAYLAND_DISPLAY) return true
  const display = process.env.DISPLAY
  if (!display) return false
  const local = /^:(\d+)/.exec(display)
  return local ? existsSync(`/tmp/.X11-unix/X${local[1]}`) : true
}

/**
 * Starts Xvfb on a display that is free (Xvfb chooses it, so that several can start at once) and points this
 * process at it.
 * @returns {Promise<() => void>} ends it
 */
export async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((found, failed) => {
    server.on('error', () =>
      failed(new SetupFailure('Xvfb could not be started. Install the Debian package xvfb.')),
    )
    server.on('exit', code => failed(new SetupFailure(`Xvfb ended with code ${code} before it was ready.`)))
    const answer = /** @type {import('node:net').Socket} */ (server.stdio[3])
    answer.once('data', data => found(String(data).trim()))
    // Neither the server nor the pipe keeps this process alive; closing the pipe would end the server.
    answer.unref()
  })
  process.env.DISPLAY = `:${number}`
  delete process.env.WAYLAND_DISPLAY
  server.unref()
  const end = () => {
    server.kill()
  }
  process.once('exit', end)
  return end
}
