import { fail } from '../../core/result.ts'
import { readScript } from '../../core/review/script/run-script.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { editHelp, editOptions, readNth, runEntries } from '../run-entries.ts'

const help = `galley comment FILE.briefing --as NAME --on "QUOTED TEXT" "COMMENT" [-o OUT]

Opens a thread on some words. They must stand exactly once in the visible text of
one block, or --nth N says which are meant. FILE may be -, standard input.

${editHelp}`

export const commentCommand: Command = {
  help,
  run: async args => {
    const options = { ...editOptions, on: { type: 'string' }, nth: { type: 'string' } } as const
    const parsed = readArguments(args, options, ['COMMENT'])
    if (!parsed.ok) return parsed
    const { file, given, values } = parsed.value
    if (values.on === undefined) return fail('usage', 'On which words? --on "QUOTED TEXT"')
    if (values.suggest === true) return fail('usage', 'A comment is none the less one with --suggest')
    const nth = readNth(values.nth)
    if (!nth.ok) return nth
    const entries = readScript([{ op: 'comment', on: values.on, text: given.COMMENT, ...nth.value }])
    return entries.ok ? runEntries(file, entries.value, values) : fail('usage', entries.error.message)
  },
}
