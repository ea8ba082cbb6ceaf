import { Node } from 'prosemirror-model'
import type { Author } from '../briefing/author.ts'
import type { Briefing, BriefingId } from '../briefing/briefing.ts'
import { type DetailName, type Details, type DetailValue, detailSchemas } from '../briefing/details.ts'
import { noRecords } from '../briefing/records.ts'
import { isSameJson } from '../canonical.ts'
import { type Failure, fail, ok, type Result } from '../result.ts'
import { schema, schemaEpoch } from '../schema/schema.ts'
import { type Change, isIntact, makeChange, type Operation, type Origin, originHash } from './change.ts'
import { applyRecord, type RecordContext } from './records.ts'
import { Scratch } from './scratch.ts'
import { applyStep, readStep, workOf } from './step.ts'

/** No person reaches it, and a hostile log stays cheap to merge. */
const mostAuthors = 5000

/** The first document of a new briefing. `time` is ISO 8601 in UTC, `id` a UUID. */
export function createOrigin(parts: {
  readonly id: BriefingId
  readonly time: string
  readonly author: Author
  readonly doc: Node
  readonly details: Details
}): Origin {
  const { id, time, author, details } = parts
  return { id, epoch: schemaEpoch, time, author, doc: parts.doc.toJSON(), details }
}

/**
 * The briefing that a log starts from.
 * Fails with `briefing.too-new` for a later epoch and `history.invalid` for a document that the schema
 * does not allow.
 */
export function openLog(origin: Origin): Result<Briefing> {
  const where = { entry: 'origin' }
  if (origin.epoch > schemaEpoch) {
    return fail(
      'briefing.too-new',
      'This briefing was made by a newer Galley; update Galley to open it',
      where,
    )
  }
  let doc: Node
  try {
    doc = Node.fromJSON(schema, origin.doc)
    if (doc.type !== schema.topNodeType) throw new RangeError('It is not a whole document')
    doc.check()
  } catch (error) {
    return fail('history.invalid', `The first document is not valid: ${reason(error)}`, where)
  }
  return ok({
    id: origin.id as BriefingId,
    doc,
    details: origin.details,
    detailCounters: {},
    records: noRecords,
    authors: new Map([[origin.author.id, origin.author]]),
    head: originHash(origin),
  })
}

/**
 * The briefing after one more change. The change must be intact (its hash is its own), follow the head,
 * have an author whom the log names by then, and give a valid document; costs what the change costs, not
 * what the document does.
 * Fails with `history.broken` where the chain of hashes does not hold and `history.invalid` where an
 * operation cannot be applied, naming the change.
 */
export function applyChange(briefing: Briefing, change: Change): Result<Briefing> {
  return follow(briefing, change)
}

function follow(briefing: Briefing, change: Change, scratch = new Scratch()): Result<Briefing> {
  const where = { entry: `change ${change.id}` }
  if (change.parent !== briefing.head) {
    return fail('history.broken', 'The change does not follow the one before it', where)
  }
  if (!isIntact(change)) {
    return fail('history.broken', 'The change is not what its hash says', where)
  }
  let next: Briefing = briefing
  const context = {
    author: change.author,
    time: change.time,
    head: briefing.head,
    scratch,
  }
  try {
    for (const operation of change.operations) next = operate(next, operation, context)
  } catch (error) {
    return fail('history.invalid', reason(error), where)
  }
  if (!next.authors.has(change.author)) {
    return fail('history.invalid', 'The change is by an author whom nothing names', where)
  }
  return ok({ ...next, head: change.hash })
}

/**
 * The briefing at the end of a log: everything checked, the last document as a whole once more.
 * Fails as `openLog` and `applyChange` do; the entry gives the change's number, from 1, and its id.
 */
export function replay(origin: Origin, changes: readonly Change[]): Result<Briefing> {
  const opened = openLog(origin)
  if (!opened.ok) return opened
  const { briefing, length, failure } = walk(opened.value, changes)
  if (failure !== null) {
    const entry = `change ${length + 1} (${changes[length]?.id})`
    return fail(failure.code, failure.message, { entry })
  }
  try {
    briefing.doc.check()
  } catch (error) {
    return fail('history.invalid', `The document is not valid: ${reason(error)}`, { entry: 'document' })
  }
  return ok(briefing)
}

/** The briefing at the last change of a damaged log that follows and applies; null where not even the origin holds. */
export function replayAsFarAs(origin: Origin, changes: readonly Change[]): Briefing | null {
  const opened = openLog(origin)
  if (!opened.ok) return null
  // A change that fails may have written into what those before it made, so they are done again.
  const { length } = walk(opened.value, changes)
  const replayed = replay(origin, changes.slice(0, length))
  return replayed.ok ? replayed.value : null
}

/** Goes along changes until one fails: the briefing there, how many did not, and why the next one did. */
function walk(
  opened: Briefing,
  changes: readonly Change[],
): { readonly briefing: Briefing; readonly length: number; readonly failure: Failure | null } {
  let briefing = opened
  const scratch = new Scratch()
  for (const [length, change] of changes.entries()) {
    const next = follow(briefing, change, scratch)
    if (!next.ok) return { briefing, length, failure: next.error }
    briefing = next.value
  }
  return { briefing, length: changes.length, failure: null }
}

/**
 * The next change of a briefing: behind its head, with an `author` operation in front where the log does
 * not name this author yet or names him otherwise. `operations` must not be empty.
 */
export function composeChange(
  briefing: Briefing,
  parts: {
    readonly id: string
    readonly author: Author
    readonly time: string
    readonly operations: readonly Operation[]
    readonly carries?: string
  },
): Change {
  const { id, author, time, carries } = parts
  const known = isSameJson(briefing.authors.get(author.id), author)
  const operations: Operation[] = known
    ? [...parts.operations]
    : [{ type: 'author', author }, ...parts.operations]
  return makeChange({
    id,
    author: author.id,
    time,
    parent: briefing.head,
    operations,
    ...(carries === undefined ? {} : { carries }),
  })
}

/**
 * The operation that sets a detail, with the counter it needs.
 * Fails with `input.invalid` and the detail's name as entry when the value is not valid for it.
 */
export function detailOperation<N extends DetailName>(
  briefing: Pick<Briefing, 'detailCounters'>,
  name: N,
  value: DetailValue<N>,
): Result<Operation> {
  const parsed = detailSchemas[name].safeParse(value)
  if (!parsed.success) {
    return fail('input.invalid', parsed.error.issues[0]?.message ?? 'Not valid', { entry: name })
  }
  return ok({ type: 'detail', name, value: parsed.data, counter: (briefing.detailCounters[name] ?? 0) + 1 })
}

/** @throws RangeError when the operation cannot be applied */
function operate(briefing: Briefing, operation: Operation, context: RecordContext): Briefing {
  switch (operation.type) {
    case 'steps': {
      let doc = briefing.doc
      for (const json of operation.steps) {
        const step = readStep(json)
        context.scratch.spend(workOf(doc, step))
        doc = applyStep(doc, step)
      }
      return { ...briefing, doc }
    }
    case 'detail': {
      const { name, value, counter } = operation
      if (counter !== (briefing.detailCounters[name] ?? 0) + 1) {
        throw new RangeError(`The detail "${name}" is set out of turn`)
      }
      const parsed = detailSchemas[name].safeParse(value)
      if (!parsed.success) {
        throw new RangeError(`The detail "${name}" is not valid: ${parsed.error.issues[0]?.message ?? ''}`)
      }
      return {
        ...briefing,
        details: { ...briefing.details, [name]: parsed.data },
        detailCounters: { ...briefing.detailCounters, [name]: counter },
      }
    }
    case 'author': {
      const { author } = operation
      const authors = context.scratch.set(briefing.authors, author.id, author)
      if (authors.size > mostAuthors) throw new RangeError(`A briefing has at most ${mostAuthors} authors`)
      return { ...briefing, authors }
    }
    default:
      return { ...briefing, records: applyRecord(briefing.records, operation, context) }
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
