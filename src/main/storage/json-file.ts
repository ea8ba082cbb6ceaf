import { dirname, join, parse } from 'node:path'
import type { z } from 'zod'
import { writeAtomically } from './atomic.ts'
import { type Disk, isMissing } from './disk.ts'
import { serial } from './serial.ts'

/** A JSON object of named fields, kept in one file. */
export interface JsonFile<T> {
  readonly value: T
  /** Where a file that could not be read whole was moved or copied to; null when all was well. */
  readonly movedAside: string | null
  /**
   * Replaces fields by what the function makes of the value as it then is, on disk first. Fields that this
   * version does not know stay in the file.
   */
  readonly update: (change: (value: T) => Partial<T>) => Promise<T>
}

type Fields = Record<string, unknown>

/**
 * Opens a JSON file; one that is missing starts with the defaults.
 * A file that is not a JSON object is moved aside, and one with fields of the wrong form is copied aside and
 * keeps its other fields: what the user set never just disappears.
 */
export async function openJsonFile<S extends z.ZodObject>(
  disk: Disk,
  path: string,
  schema: S,
  defaults: z.output<S>,
  time: () => Date,
): Promise<JsonFile<z.output<S>>> {
  const asideName = () => {
    const { name, ext } = parse(path)
    return join(dirname(path), `${name}.damaged-${time().toISOString().replaceAll(':', '-')}${ext}`)
  }
  let movedAside: string | null = null
  let stored: Fields = {}
  const text = await readIfThere(disk, path)
  if (text !== null) {
    const object = parseObject(text)
    if (object === null) {
      movedAside = asideName()
      await disk.rename(path, movedAside)
    } else {
      stored = object
    }
  }
  const { fields, damaged } = soundFields(schema, stored, defaults)
  if (damaged) {
    movedAside = asideName()
    await disk.copyFile(path, movedAside)
  }
  let value = schema.parse(fields)
  const inTurn = serial()

  return {
    get value() {
      return value
    },
    movedAside,
    update: change =>
      inTurn(async () => {
        const parsed = schema.parse({ ...value, ...change(value) })
        const whole = { ...stored, ...parsed }
        await disk.mkdir(dirname(path), { recursive: true })
        await writeAtomically(disk, path, `${JSON.stringify(whole, null, 2)}\n`)
        stored = whole
        value = parsed
        return parsed
      }),
  }
}

async function readIfThere(disk: Disk, path: string): Promise<string | null> {
  try {
    return await disk.readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function parseObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** Every field of the schema: the stored one where it is sound, else its default. */
function soundFields(schema: z.ZodObject, stored: Fields, defaults: Fields) {
  const fields: Fields = {}
  let damaged = false
  for (const [name, field] of Object.entries(schema.shape)) {
    const sound = name in stored && (field as z.ZodType).safeParse(stored[name]).success
    if (name in stored && !sound) damaged = true
    fields[name] = sound ? stored[name] : defaults[name]
  }
  return { fields, damaged }
}
