import type { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import { limits } from './limits.ts'

/** How many values several texts may still hold together; reading takes from it. */
export interface Room {
  values: number
}

/**
 * A value from JSON text in UTF-8, of the shape that `shape` gives.
 * Fails with `briefing.limit` for text nested too deeply or with too many values (before it is parsed) and with
 * `briefing.invalid`.
 */
export function readJson<T extends z.ZodType>(
  text: string,
  shape: T,
  entry: string,
  room: Room = { values: limits.values },
): Result<z.output<T>> {
  const { depth, values } = measure(text)
  room.values -= values
  if (depth > limits.nesting) return fail('briefing.limit', 'It is nested too deeply', { entry })
  if (values > limits.values || room.values < 0)
    return fail('briefing.limit', 'It holds too many values', { entry })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('briefing.invalid', 'It is not JSON', { entry })
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  const message = `${path === '' ? '' : `${path}: `}${issue?.message ?? 'not valid'}`
  return fail('briefing.invalid', message.length > longest ? `${message.slice(0, longest)}…` : message, {
    entry,
  })
}

/** How long a reason may be, in characters: those of a schema quote what they found. */
const longest = 200

/** The text of UTF-8 bytes; fails with `briefing.invalid` where they are not UTF-8. */
export function readUtf8(bytes: Uint8Array, entry: string): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return fail('briefing.invalid', 'It is not UTF-8', { entry })
  }
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/** How deep objects and arrays lie in one another in a JSON text, and how many values it holds at most. */
function measure(text: string): { readonly depth: number; readonly values: number } {
  let depth = 0
  let deepest = 0
  let values = 1
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (inString) {
      if (unit === backslash) at += 1
      else if (unit === quote) inString = false
    } else if (unit === quote) inString = true
    else if (unit === comma || unit === colon) values += 1
    else if (unit === openBrace || unit === openBracket) {
      depth += 1
      values += 1
      if (depth > deepest) deepest = depth
    } else if (unit === closeBrace || unit === closeBracket) depth -= 1
  }
  return { depth: deepest, values }
}
