import { z } from 'zod'
import { authorSchema } from '../briefing/author.ts'
import { type DetailName, type Details, detailNames, detailsSchema } from '../briefing/details.ts'
import { type Hash, hashValue } from '../canonical.ts'
import { fail, ok, type Result } from '../result.ts'
import { hashSchema } from './hash-schema.ts'
import { filledListOf, listOf } from './list-schema.ts'
import { recordOperations } from './records.ts'

/** A JSON object whose own reader (ProseMirror's) checks the rest. */
const opaqueObject = z.record(z.string(), z.unknown())

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. Shown, never compared. */
const timeSchema = z.iso.datetime()

/** The operations of a change. The list only grows (architecture: history and storage). */
export const operationSchema = z.discriminatedUnion('type', [
  /** ProseMirror steps on the text, in order. */
  z.object({ type: z.literal('steps'), steps: filledListOf(opaqueObject) }),
  /** A detail set to a value; `counter` is the highest counter seen for it + 1. */
  z.object({
    type: z.literal('detail'),
    name: z.enum(detailNames as [DetailName, ...DetailName[]]),
    value: z.union([z.string(), listOf(z.string()).readonly()]),
    counter: z.int().positive(),
  }),
  /** Who an author id stands for; later ones replace earlier ones. */
  z.object({ type: z.literal('author'), author: authorSchema }),
  ...recordOperations,
])

export type Operation = z.infer<typeof operationSchema>

/**
 * Operations as a log may hold them. Fails with `input.invalid` where one is not: what a reader of the log
 * would refuse must never get into it.
 */
export function checkOperations(operations: readonly Operation[]): Result<Operation[]> {
  const parsed = z.array(operationSchema).min(1).safeParse(operations)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return fail('input.invalid', issue?.message ?? 'Not valid', { entry: String(issue?.path.at(-1) ?? '') })
}

/** One immutable entry of a briefing's log. */
export const changeSchema = z.object({
  id: z.uuid(),
  /** The author's id. */
  author: z.uuid(),
  time: timeSchema,
  /** The hash of the change before it, or of the origin. */
  parent: hashSchema,
  operations: filledListOf(operationSchema),
  /** The id of the change on another copy of the log that this one carries over, rebased. */
  carries: z.uuid().optional(),
  /** Over all of the above. */
  hash: hashSchema,
})

export type Change = z.infer<typeof changeSchema>

/** What a briefing starts from: the first document. Its hash is the parent of the first change. */
export const originSchema = z.object({
  id: z.uuid(),
  epoch: z.int().positive(),
  time: timeSchema,
  author: authorSchema,
  doc: opaqueObject,
  details: detailsSchema,
})

export interface Origin extends Omit<z.infer<typeof originSchema>, 'details'> {
  readonly details: Details
}

/** The hash of an origin: of its canonical JSON. */
export function originHash(origin: Origin): Hash {
  const known = originHashes.get(origin)
  if (known !== undefined) return known
  const hash = hashValue(origin)
  originHashes.set(origin, hash)
  return hash
}

/** An origin never changes, and holds a whole text: it is hashed once. */
const originHashes = new WeakMap<Origin, Hash>()

/** A change with its hash, from what it consists of. */
export function makeChange(parts: Omit<Change, 'hash'>): Change {
  const change = { ...parts, hash: hashValue(parts) }
  intact.add(change)
  return change
}

/** Changes whose hash is known to be theirs: a change never changes, so it is hashed once. */
const intact = new WeakSet<Change>()

/** Whether a change's hash is the hash of its parts. */
export function isIntact(change: Change): boolean {
  if (intact.has(change)) return true
  const { hash, ...parts } = change
  if (hashValue(parts) !== hash) return false
  intact.add(change)
  return true
}
