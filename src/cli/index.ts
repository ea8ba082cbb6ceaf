import { describeFailure, type Failure } from '../core/result.ts'
import type { Command } from './command.ts'
import { commands, isCommand } from './commands.ts'
import { mainHelp } from './help.ts'
import { version } from './version.ts'

/** X1: the command line. The exit code is set rather than forced, so that what was printed gets out. */
async function main([name, ...rest]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(mainHelp)
    process.exitCode = name === undefined ? 2 : 0
    return
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${version()}\n`)
    return
  }
  if (!isCommand(name)) {
    report({ code: 'usage', message: `There is no command “${name}”. galley --help lists them` })
    return
  }
  const command: Command = await commands[name]()
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help)
    return
  }
  const done = await command.run(rest)
  if (!done.ok) report(done.error)
}

/** One line: file, entry, reason; exit code 2 for wrong use and 3 for everything else that failed. */
function report(failure: Failure): void {
  process.stderr.write(`galley: ${describeFailure(failure).replace(/\s+/g, ' ')}\n`)
  process.exitCode = failure.code === 'usage' ? 2 : 3
}

// The reader of a pipe may have seen enough, as `galley export … | head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

await main(process.argv.slice(2))
