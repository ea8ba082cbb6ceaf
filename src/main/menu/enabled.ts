import type { Request } from '../../contract/channels.ts'
import type { Command } from '../../contract/commands.ts'

/** Whether a command works in a place. While a dialog is open, only that is to be dealt with. */
export function worksIn(command: Command, where: Request<'window.describe'>['where']): boolean {
  return where !== 'dialog' && (command.where === 'everywhere' || command.where === where)
}
