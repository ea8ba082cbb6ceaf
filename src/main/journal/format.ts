import { z } from 'zod'
import { type Hash, hashValue } from '../../core/canonical.ts'
import {
  type Change,
  changeSchema,
  isIntact,
  type Origin,
  originHash,
  originSchema,
} from '../../core/history/change.ts'
import { hashSchema } from '../../core/history/hash-schema.ts'
import { logIdIn } from '../../core/history/log-id.ts'

/*
 * A journal is a text of lines, each one JSON value and a newline. The first is the start; every other is a
 * change, whose `parent` is the hash that the line before it carries (`head` of the start, `hash` of a
 * change). A line without its newline was never promised to anyone.
 */

const startSchema = z.object({
  galley: z.literal('journal'),
  version: z.literal(1),
  briefing: z.uuid(),
  /** The hash that the next change has as its parent. */
  head: hashSchema,
  /** What the briefing began with, or, where the journal was rotated, the backup that holds all until `head`. */
  from: z.union([z.object({ origin: originSchema }), z.object({ backup: z.string() })]),
})

export type Start = z.infer<typeof startSchema>

/** What could be read of a journal. */
export interface JournalText {
  readonly start: Start
  readonly changes: Change[]
  /** The hash that the next change must have as its parent. */
  readonly head: Hash
  /** The length in bytes of the lines that could be read. */
  readonly whole: number
  /** In words, why the reading stopped before the end; null where it did not. */
  readonly damage: string | null
}

/** The start of a log's first journal, of which these are the first changes. */
export function startWithOrigin(origin: Origin, changes: readonly Change[]): Start {
  const record = { galley: 'journal' as const, version: 1 as const, briefing: logIdIn(origin, changes) }
  return { ...record, head: originHash(origin), from: { origin: originSchema.parse(origin) } }
}

/** The start of a journal that goes on from a backup. */
export function startWithBackup(briefing: string, head: Hash, backup: string): Start {
  return { galley: 'journal', version: 1, briefing, head, from: { backup } }
}

/** The lines of a start (or none) and of changes, as they stand in the file. */
export function journalLines(start: Start | null, changes: readonly Change[]): Buffer {
  const values: unknown[] = start === null ? [...changes] : [start, ...changes]
  return Buffer.from(values.map(value => `${JSON.stringify(value)}\n`).join(''))
}

/**
 * Reads a journal as far as it is sound: up to a last line that was cut short, or to the line before one
 * that does not follow or was changed. Null where not even its start can be read.
 */
export function readJournalText(bytes: Buffer): JournalText | null {
  const read = readLines(bytes)
  if (read === null || 'backup' in read.start.from) return read
  // The start carries no hash: that its id is what it is of shows in its origin, or in what follows.
  const { briefing, from } = read.start
  return briefing === from.origin.id || briefing === logIdIn(from.origin, read.changes) ? read : null
}

function readLines(bytes: Buffer): JournalText | null {
  const lines = splitLines(bytes)
  const first = lines.whole[0]
  const start = first === undefined ? null : readStart(first)
  if (start === null) return null

  const changes: Change[] = []
  let head = start.head
  let whole = (first?.length ?? 0) + 1
  const upTo = (damage: string | null) => ({ start, changes, head, whole, damage })
  for (const [index, line] of lines.whole.entries()) {
    if (index === 0) continue
    const change = readChange(line, head)
    if (typeof change === 'string') return upTo(`Line ${index + 1} ${change}`)
    changes.push(change)
    head = change.hash
    whole += line.length + 1
  }
  return upTo(lines.torn ? 'The last line was cut short.' : null)
}

function splitLines(bytes: Buffer): { whole: Buffer[]; torn: boolean } {
  const whole: Buffer[] = []
  let from = 0
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
    whole.push(bytes.subarray(from, end))
    from = end + 1
  }
  return { whole, torn: from < bytes.length }
}

function readStart(line: Buffer): Start | null {
  const parsed = startSchema.safeParse(readJson(line))
  if (!parsed.success) return null
  const { from, head } = parsed.data
  if ('origin' in from && originHash(from.origin) !== head) return null
  return parsed.data
}

/** The change that a line holds, or what is wrong with it. */
function readChange(line: Buffer, parent: Hash): Change | string {
  const value = readJson(line)
  const parsed = changeSchema.safeParse(value)
  if (parsed.success && isIntact(parsed.data)) {
    return parsed.data.parent === parent ? parsed.data : 'does not follow the one before it.'
  }
  return isIntactUnknown(value) ? 'was written by a newer Galley.' : 'is damaged.'
}

/** Whether a value carries its own hash, whatever else it holds: then it is sound, only not known here. */
function isIntactUnknown(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || !('hash' in value)) return false
  const { hash, ...parts } = value
  return hashValue(parts) === hash
}

function readJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}
