import { randomUUID } from 'node:crypto'
import { authorNamed, authorSchema } from '../core/briefing/author.ts'
import { titleOf } from '../core/briefing/briefing.ts'
import { writeBriefingFile } from '../core/handoff/write.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Entry } from '../core/review/script/entries.ts'
import { runScript } from '../core/review/script/run-script.ts'
import { readWholeBriefing } from './briefing-input.ts'
import { factsOf } from './facts.ts'
import { nameOf } from './input.ts'
import { writeOutput } from './output.ts'

/** The options that every command has that changes a briefing. */
export const editOptions = {
  as: { type: 'string' },
  output: { type: 'string', short: 'o' },
  suggest: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** What they say, for a command's help. */
export const editHelp = `  --as NAME  who signs: the author of that name in the briefing, else somebody whose
             id follows from the name, the same in every briefing
  -o OUT     where to; without it FILE is replaced, as a whole or not at all
  --json     prints what \`galley info --json\` prints of the result, the file that was
             written and the number of changes; with -o - on standard error
`

interface EditValues {
  readonly as?: string | undefined
  readonly output?: string | undefined
  readonly suggest?: boolean | undefined
  readonly json?: boolean | undefined
}

/**
 * Carries out a script's entries on a briefing and writes it; where one cannot be done nothing is written.
 * A failure's entry is left out where the user gave one alone.
 */
export async function runEntries(
  file: string,
  entries: readonly Entry[],
  { as, output, suggest, json }: EditValues,
  script?: string,
): Promise<Result<void>> {
  if (as === undefined) return fail('usage', 'Who signs? --as NAME')
  const name = authorSchema.shape.name.safeParse(as)
  if (!name.success) return fail('usage', '--as: a name has 1 to 120 characters')
  const read = await readWholeBriefing(file)
  if (!read.ok) return read
  const { origin, changes, briefing } = read.value
  const time = new Date().toISOString()
  const done = runScript(briefing, entries, {
    author: authorNamed(name.data, briefing.authors.values()),
    time,
    suggest: suggest ?? false,
    newId: randomUUID,
  })
  if (!done.ok) {
    const { code, message, entry } = done.error
    return script === undefined
      ? fail(code, message, { file: nameOf(file) })
      : fail(code, message, { file: nameOf(script), entry })
  }
  const result = done.value.briefing
  const target = output ?? file
  const bytes = writeBriefingFile({
    origin,
    changes: [...changes, ...done.value.changes],
    title: titleOf(result.doc),
    time,
    briefing: result,
  })
  const written = await writeOutput(target, bytes)
  if (!written.ok || json !== true) return written
  const facts = { file: target, changes: done.value.changes.length, ...factsOf(result) }
  const stream = target === '-' ? process.stderr : process.stdout
  stream.write(`${JSON.stringify(facts, null, 2)}\n`)
  return ok(undefined)
}

/** The `--nth` option: which of several places is meant, from 1. Fails with `usage`. */
export function readNth(value: string | undefined): Result<{ nth?: number }> {
  if (value === undefined) return ok({})
  const nth = Number(value)
  return Number.isSafeInteger(nth) && nth > 0
    ? ok({ nth })
    : fail('usage', `--nth ${value}: must be a number from 1`)
}
