import type { Briefing } from '../briefing/briefing.ts'
import type { Proposal } from '../briefing/handoff.ts'
import type { Records, Thread } from '../briefing/records.ts'
import { isSameJson } from '../canonical.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, Operation } from './change.ts'
import type { Conflict } from './conflict.ts'
import { applyRecord, type RecordOperation } from './records.ts'
import { Scratch } from './scratch.ts'

/** Hears what of a change could not be carried, and the detail or status that it was about. */
export type Report = (conflict: Conflict, proposal?: Proposal) => void

/** The fields of the records that some changes touched, each by a name of its own. */
export type Touched = ReadonlySet<string>

/** The briefing that changes are carried to, what it touched since the fork, and where the branch ended. */
interface Sides {
  readonly now: Briefing
  readonly own: Touched
  readonly theirs: Briefing
}

export function recordsTouched(changes: readonly Change[]): Touched {
  const touched = new Set<string>()
  for (const operation of changes.flatMap(change => change.operations)) {
    const field = fieldOf(operation)
    if (field !== null) touched.add(field)
    if (operation.type === 'comment.add') touched.add(`replies ${operation.thread}`)
  }
  return touched
}

/** The field that an operation sets; null for what only adds or takes away. */
function fieldOf(operation: Operation): string | null {
  switch (operation.type) {
    case 'detail':
      return `detail ${operation.name}`
    case 'author':
      return `author ${operation.author.id}`
    case 'comment.edit':
      return `comment ${operation.thread} ${operation.comment}`
    case 'thread.resolve':
      return `resolved ${operation.thread}`
    case 'thread.attach':
      return `quote ${operation.thread}`
    case 'status':
      return 'status'
    default:
      return null
  }
}

/**
 * A branch change's operations as `carryRecords` gives them.
 * Fails with `history.invalid` where the records of both sides together are more than a briefing may hold.
 */
export function carriedRecords(change: Change, sides: Sides, report: Report): Result<Operation[]> {
  try {
    return ok(carryRecords(change, sides, report))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fail('history.invalid', error.message, { entry: `change ${change.id}` })
  }
}

/**
 * A branch change's operations on records, carried behind the base (architecture: hand-off and merge):
 * different fields join; of one field that both set the base's value stays and the branch's is reported;
 * deleting never takes a reply or an edit that the deleter had not seen; a reply that meets a resolution leaves
 * the thread open, and the resolution is reported; so is one of a thread that was deleted meanwhile; a reply to a
 * thread that was deleted meanwhile opens it again with its quote.
 */
function carryRecords(change: Change, sides: Sides, report: Report): Operation[] {
  const { now, own } = sides
  const detailCounters = { ...now.detailCounters }
  const context = { author: change.author, time: change.time, head: now.head, scratch: new Scratch() }
  let records = now.records
  return change.operations.flatMap((operation): Operation[] => {
    const isOwn = own.has(fieldOf(operation) ?? '')
    switch (operation.type) {
      case 'steps':
        return []
      case 'author':
        return isOwn ? [] : [operation]
      case 'detail': {
        const { name, value } = operation
        if (isOwn) {
          const content = typeof value === 'string' ? value : value.join(', ')
          if (!isSameJson(now.details[name], value)) {
            const proposal = { of: 'detail', name, value } as const
            report({ kind: 'lost', wanted: `To set the ${name}`, content }, proposal)
          }
          return []
        }
        const counter = (detailCounters[name] ?? 0) + 1
        detailCounters[name] = counter
        return [{ ...operation, counter }]
      }
      default: {
        const carried = carryRecord(operation, records, isOwn, sides, report)
        if (carried === null) return []
        records = applyRecord(records, carried, context)
        return [carried]
      }
    }
  })
}

function carryRecord(
  operation: RecordOperation,
  records: Records,
  isOwn: boolean,
  { own, theirs }: Sides,
  report: Report,
): RecordOperation | null {
  const lose = (wanted: string, content: string) => {
    report({ kind: 'lost', wanted, content })
    return null
  }
  switch (operation.type) {
    case 'comment.add': {
      const { thread, comment } = operation
      if (records.threads.has(thread)) return operation
      const quote = theirs.records.threads.get(thread)?.quote
      return quote === undefined ? operation : { type: 'thread.open', thread, quote, comment }
    }
    case 'comment.edit': {
      const { thread, comment: id, text } = operation
      const comment = records.threads.get(thread)?.comments.find(each => each.id === id)
      if (comment?.text === text) return null
      if (comment === undefined || isOwn) return lose('To change a comment', text)
      return { ...operation, counter: comment.counter + 1 }
    }
    case 'comment.delete': {
      const { thread, comments } = operation
      const edited = comments.filter(id => own.has(`comment ${thread} ${id}`))
      for (const id of edited) lose('To delete a comment', wordsOf(records, thread, id))
      const rest = comments.filter(id => !edited.includes(id))
      return rest.length === 0 ? null : { ...operation, comments: rest }
    }
    case 'thread.resolve': {
      const thread = records.threads.get(operation.thread)
      if (thread !== undefined && isSettled(thread) === operation.resolved) return null
      const met = operation.resolved && own.has(`replies ${operation.thread}`)
      if (thread === undefined || isOwn || met) {
        const wanted = operation.resolved ? 'To resolve a thread' : 'To reopen a thread'
        const known = thread ?? theirs.records.threads.get(operation.thread)
        return known === undefined ? null : lose(wanted, known.comments[0]?.text ?? '')
      }
      return { ...operation, counter: thread.resolvedCounter + 1 }
    }
    case 'thread.attach': {
      const thread = records.threads.get(operation.thread)
      if (isSameJson(thread?.quote, operation.quote)) return null
      if (thread === undefined || isOwn)
        return lose('To attach a thread to other words', operation.quote.text)
      return { ...operation, counter: thread.quoteCounter + 1 }
    }
    case 'status':
      if (isOwn) {
        const { status } = operation
        if (records.status === status) return null
        report({ kind: 'lost', wanted: 'To set the status', content: status }, { of: 'status', status })
        return null
      }
      return { ...operation, counter: records.statusCounter + 1 }
    case 'thread.open':
    case 'approval':
    case 'version':
    case 'invite':
    case 'copy':
    case 'merge':
    case 'merge.undo':
    case 'conflict.add':
    case 'conflict.settle':
    case 'conflict.reopen':
      return operation
  }
}

function isSettled(thread: Thread): boolean {
  return thread.resolved !== null
}

function wordsOf({ threads }: Records, thread: string, comment: string): string {
  return threads.get(thread)?.comments.find(({ id }) => id === comment)?.text ?? ''
}
