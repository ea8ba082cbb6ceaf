import type { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import { limits } from './limits.ts'

/**
 * A value from JSON text in UTF-8, of the shape that `shape` gives.
 * Fails with `briefing.limit` for text nested too deeply (before it is parsed) and `briefing.invalid`.
 */
export function readJson<T extends z.ZodType>(text: string, shape: T, entry: string): Result<z.output<T>> {
  if (nesting(text) > limits.nesting) return fail('briefing.limit', 'It is nested too deeply', { entry })
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
  return fail('briefing.invalid', `${path === '' ? '' : `${path}: `}${issue?.message ?? 'not valid'}`, {
    entry,
  })
}

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

/** How deep objects and arrays lie in one another in a JSON text, read without building them. */
function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (inString) {
      if (unit === backslash) at += 1
      else if (unit === quote) inString = false
    } else if (unit === quote) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1
  }
  return deepest
}
