import { spawn } from 'node:child_process'
import { root } from './project.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program is not there, 128 + n when a signal ended it
 * @property {string} output standard output, when it was captured
 */

/**
 * Runs a program in this checkout and waits for it. Never throws for a failing program.
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean, capture?: boolean, env?: NodeJS.ProcessEnv, timeout?: number, cwd?: string }} [options]
 *   `quiet` drops what it prints, `capture` keeps standard output; otherwise what it prints goes to standard
 *   error. `timeout` is in milliseconds.
 * @returns {Promise<Outcome>}
 */
export function run(program, args, options = {}) {
  return new Promise(done => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: [
        'ignore',
        options.capture ? 'pipe' : options.quiet ? 'ignore' : 2,
        options.quiet ? 'ignore' : 2,
      ],
      ...(options.timeout === undefined ? {} : { timeout: options.timeout, killSignal: 'SIGKILL' }),
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', text => {
      output += text
    })
    child.on('error', () => done({ code: 127, output }))
    child.on('close', code => done({ code: code ?? 128, output }))
  })
}
