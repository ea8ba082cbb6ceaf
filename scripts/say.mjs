/**
 * Something that the person at the keyboard can mend: its message is shown as it is, without a stack.
 */
export class SetupFailure extends Error {}

/**
 * Progress goes to standard error, so that commands whose output is read by others stay clean.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Shows how far a piece of long work is: one line that is rewritten on a terminal, every tenth elsewhere.
 * @param {string} what
 * @returns {(done: number, total: number) => void}
 */
export function progress(what) {
  let shown = -1
  return (done, total) => {
    const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
    const step = process.stderr.isTTY ? percent : Math.floor(percent / 10) * 10
    if (step === shown) return
    shown = step
    if (process.stderr.isTTY) process.stderr.write(`\r${what} ${step} %${step === 100 ? '\n' : ''}`)
    else process.stderr.write(`${what} ${step} %\n`)
  }
}

/**
 * Runs a command's body and turns what it throws into an exit code.
 * @param {() => Promise<number | void>} body its result is the exit code
 */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    say(`\n${error.message}`)
    process.exitCode = 1
  }
}
