import { extname, resolve } from 'node:path'

const kinds = new Set(['.briefing', '.txt', '.text', '.md', '.markdown'])

/**
 * The file that a start of the program was given, as an absolute path, or null. Switches, folders and the
 * program's own script are not files to open; a file that does not exist is one, so that the user is told.
 * @param args what follows the executable on the command line
 */
export function givenFile(args: readonly string[], workingFolder: string): string | null {
  const file = args.find(arg => !arg.startsWith('-') && kinds.has(extname(arg).toLowerCase()))
  return file === undefined ? null : resolve(workingFolder, file)
}
