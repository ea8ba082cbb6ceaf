import { randomUUID } from 'node:crypto'
import { type BriefingId, titleOf } from '../../core/briefing/briefing.ts'
import { readBriefingFile } from '../../core/handoff/read.ts'
import { type Salvaged, salvage } from '../../core/handoff/salvage.ts'
import { writeBriefingFile } from '../../core/handoff/write.ts'
import { createOrigin, openLog } from '../../core/history/log.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { copyReview } from '../../core/review/copy-review.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { factsOf } from '../facts.ts'
import { importer } from '../importer.ts'
import { nameOf, readInput } from '../input.ts'
import { spareInput, writeOutput } from '../output.ts'

const help = `galley salvage DAMAGED.briefing -o OUT.briefing [--json]

Makes a new briefing of what can still be read of a damaged one, and says on standard
error how much that is. It has a history of its own, so that it cannot be merged with
the other: what is to go on there has to be copied by hand. DAMAGED is not changed.

  -o OUT   the briefing to write; it is replaced if it is there
  --json   prints what \`galley info --json\` prints, with the file that was written
           and, as salvaged, all, text or earlier; with -o - on standard error
`

const words: Readonly<Record<Salvaged['what'], string>> = {
  all: 'the text and all that stands beside it could be read',
  text: 'the text could be read; of comments and approvals, what was there at an earlier time, if anything',
  earlier: 'the text as it was before some of the last changes could be read',
}

export const salvageCommand: Command = {
  help,
  run: async args => {
    const parsed = readArguments(args, {
      output: { type: 'string', short: 'o' },
      json: { type: 'boolean' },
    })
    if (!parsed.ok) return parsed
    const { file, values } = parsed.value
    if (values.output === undefined) return fail('usage', 'Where to? -o OUT.briefing')
    const spared = await spareInput(file, values.output)
    if (!spared.ok) return spared

    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const read = readBriefingFile(bytes.value, nameOf(file))
    if (read.ok) return fail('usage', 'This briefing is not damaged', { file: nameOf(file) })
    const salvaged = salvage(bytes.value, read.error)
    if (salvaged === null) return read
    const made = begunWith(salvaged)
    if (!made.ok) return made
    const written = await writeOutput(values.output, made.value.bytes)
    if (!written.ok) return written
    process.stderr.write(`galley: ${nameOf(file)}: ${words[salvaged.what]}\n`)
    if (values.json) {
      const facts = { file: values.output, salvaged: salvaged.what, ...factsOf(made.value.briefing) }
      const stream = values.output === '-' ? process.stderr : process.stdout
      stream.write(`${JSON.stringify(facts, null, 2)}\n`)
    }
    return ok(undefined)
  },
}

/** A new briefing that begins with what was read, and its review as far as it is known. */
function begunWith({ briefing }: Salvaged) {
  const id = randomUUID() as string as BriefingId
  const time = new Date().toISOString()
  const { doc, details } = briefing
  const origin = createOrigin({ id, time, author: importer, doc, details })
  const begun = openLog(origin)
  if (!begun.ok) return begun
  const copying = { author: importer, time, newId: randomUUID }
  const copied = copyReview(begun.value, briefing, copying, { records: true })
  if (!copied.ok) return copied
  const { changes, briefing: end } = copied.value
  const bytes = writeBriefingFile({ origin, changes, title: titleOf(doc), time, briefing: end })
  return ok({ bytes, briefing: end }) satisfies Result<unknown>
}
