import { fail } from '../../core/result.ts'
import { readScript } from '../../core/review/script/run-script.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { editHelp, editOptions, readNth, runEntries } from '../run-entries.ts'

const help = `galley replace FILE.briefing --as NAME [--suggest] "OLD" "NEW" [-o OUT]

Puts NEW in the place of OLD, which must stand exactly once in the visible text of
one block, or --nth N says which is meant. An empty NEW deletes. FILE may be -,
standard input.

  --suggest  suggests it instead
${editHelp}`

export const replaceCommand: Command = {
  help,
  run: async args => {
    const options = { ...editOptions, nth: { type: 'string' } } as const
    const parsed = readArguments(args, options, ['OLD', 'NEW'])
    if (!parsed.ok) return parsed
    const { file, given, values } = parsed.value
    const nth = readNth(values.nth)
    if (!nth.ok) return nth
    const entries = readScript([{ op: 'replace', find: given.OLD, with: given.NEW, ...nth.value }])
    return entries.ok ? runEntries(file, entries.value, values) : fail('usage', entries.error.message)
  },
}
