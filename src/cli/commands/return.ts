import { writeReturn } from '../../core/handoff/return.ts'
import { fail } from '../../core/result.ts'
import { readArguments } from '../arguments.ts'
import { readWholeBriefing } from '../briefing-input.ts'
import type { Command } from '../command.ts'
import { nameOf } from '../input.ts'
import { writeOutput } from '../output.ts'

const help = `galley return COPY.briefing -o OUT.briefing

Makes the file that goes back to whoever sent a review copy: everything that was
done in it. COPY and OUT may be -, standard input and output.
`

export const returnCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, { output: { type: 'string', short: 'o' } })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    if (values.output === undefined) return fail('usage', 'Where to? -o OUT.briefing')
    const read = await readWholeBriefing(file)
    if (!read.ok) return read
    const bytes = writeReturn(read.value, new Date().toISOString())
    if (!bytes.ok) return fail(bytes.error.code, bytes.error.message, { file: nameOf(file) })
    return writeOutput(values.output, bytes.value)
  },
}
