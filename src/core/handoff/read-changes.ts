import { type Change, changeSchema } from '../history/change.ts'
import { type Failure, fail, ok, type Result } from '../result.ts'
import { readJson, readUtf8 } from './json.ts'
import { limits } from './limits.ts'

const entry = 'changes.ndjson'
const lineFeed = 0x0a

/** The changes in changes.ndjson: one a line, each line ended by a line feed. Fails at the first that is none. */
export function readChanges(bytes: Uint8Array): Result<Change[]> {
  const { changes, failure } = readChangesSoFar(bytes)
  return failure === null ? ok(changes) : { ok: false, error: failure }
}

/** The changes in front of the first line that is none, and what is wrong with that; null where nothing is. */
export function readChangesSoFar(bytes: Uint8Array): { changes: Change[]; failure: Failure | null } {
  const changes: Change[] = []
  const room = { values: limits.allValues }
  // Line by line: the whole as one text, and its lines beside it, would take several times its size.
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, from)
    const change = end < 0 ? endless : readChange(bytes.subarray(from, end), changes.length + 1, room)
    if (!change.ok) return { changes, failure: change.error }
    changes.push(change.value)
    from = end + 1
  }
  return { changes, failure: null }
}

const endless = fail('briefing.invalid', 'The last line has no end', { entry })

function readChange(line: Uint8Array, number: number, room: { values: number }): Result<Change> {
  const where = `${entry}, line ${number}`
  const text = readUtf8(line, where)
  return text.ok ? readJson(text.value, changeSchema, where, room) : text
}
