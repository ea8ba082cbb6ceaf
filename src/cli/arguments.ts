import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fail, ok, type Result } from '../core/result.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>

/**
 * The options of a command, its one FILE, and the arguments behind it by the names that `more` gives them.
 * Fails with `usage`.
 */
export function readArguments<O extends Options, N extends string = never>(
  args: readonly string[],
  options: O,
  more: readonly N[] = [],
): Result<{ file: string; given: Readonly<Record<N, string>>; values: Parsed<O>['values'] }> {
  const parsed = parse(args, options)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed.value
  const [file, ...rest] = positionals
  if (file === undefined) return fail('usage', 'Which FILE? galley --help shows how')
  const missing = more[rest.length]
  if (missing !== undefined) return fail('usage', `Which ${missing}? galley --help shows how`)
  const beyond = rest.slice(more.length)
  if (beyond.length > 0) return fail('usage', `One FILE at a time, not also ${beyond.join(' ')}`)
  const given = Object.fromEntries(more.map((name, index) => [name, rest[index] ?? '']))
  return ok({ file, given: given as Record<N, string>, values })
}

/** The options of a command and its FILEs, in order. Fails with `usage`. */
export function readFiles<O extends Options>(
  args: readonly string[],
  options: O,
): Result<{ files: readonly string[]; values: Parsed<O>['values'] }> {
  const parsed = parse(args, options)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed.value
  return positionals.length === 0
    ? fail('usage', 'Which FILE? galley --help shows how')
    : ok({ files: positionals, values })
}

function parse<O extends Options>(args: readonly string[], options: O): Result<Parsed<O>> {
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }))
  } catch (error) {
    // parseArgs explains itself in the first sentence and gives advice behind it.
    const message = error instanceof Error ? error.message : String(error)
    return fail('usage', message.split('. ')[0] ?? message)
  }
}

/** One of a list of values. Fails with `usage`, saying which there are. */
export function oneOf<T extends string>(option: string, value: string, values: readonly T[]): Result<T> {
  const found = values.find(known => known === value)
  return found === undefined
    ? fail('usage', `${option} ${value}: must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`)
    : ok(found)
}
