import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fail, ok, type Result } from '../core/result.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>

/** The options of a command and its one FILE. Fails with `usage`. */
export function readArguments<O extends Options>(
  args: readonly string[],
  options: O,
): Result<{ file: string; values: Parsed<O>['values'] }> {
  let parsed: Parsed<O>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // parseArgs explains itself in the first sentence and gives advice behind it.
    const message = error instanceof Error ? error.message : String(error)
    return fail('usage', message.split('. ')[0] ?? message)
  }
  const [file, ...more] = parsed.positionals
  if (file === undefined) return fail('usage', 'Which FILE? galley --help shows how')
  if (more.length > 0) return fail('usage', `One FILE at a time, not also ${more.join(' ')}`)
  return ok({ file, values: parsed.values })
}

/** One of a list of values. Fails with `usage`, saying which there are. */
export function oneOf<T extends string>(option: string, value: string, values: readonly T[]): Result<T> {
  const found = values.find(known => known === value)
  return found === undefined
    ? fail('usage', `${option} ${value}: must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`)
    : ok(found)
}
