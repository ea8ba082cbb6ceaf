import { z } from 'zod'
import { type Comment, type Records, statuses, type Thread, versionCauses } from '../briefing/records.ts'
import type { Hash } from '../canonical.ts'
import { applyHandoff, handoffOperations, isHandoffOperation } from './handoff-operations.ts'
import { hashSchema } from './hash-schema.ts'

const counter = z.int().positive()
const words = z.string().max(20_000, 'At most 20,000 characters')
const spoken = words.min(1, 'A comment has words')

const quoteSchema = z.object({ text: words, before: z.string().max(200), after: z.string().max(200) })

const newComment = z.object({ id: z.uuid(), text: spoken })

/**
 * Operations on what stands beside the text. Author and time are the change's. A counter is the highest seen
 * for its field + 1; one that is not higher than what stands loses, and the wall clock decides nothing.
 */
export const recordOperations = [
  z.object({
    type: z.literal('thread.open'),
    thread: z.uuid(),
    quote: quoteSchema.nullable(),
    comment: newComment,
  }),
  /** A reply; it reopens a resolved thread. */
  z.object({ type: z.literal('comment.add'), thread: z.uuid(), comment: newComment }),
  z.object({
    type: z.literal('comment.edit'),
    thread: z.uuid(),
    comment: z.uuid(),
    text: spoken,
    counter,
  }),
  /** Names every comment it deletes, so that a reply nobody had seen stays, and its thread with it. */
  z.object({ type: z.literal('comment.delete'), thread: z.uuid(), comments: z.array(z.uuid()).min(1) }),
  z.object({ type: z.literal('thread.resolve'), thread: z.uuid(), resolved: z.boolean(), counter }),
  /** A thread is attached to other words. */
  z.object({ type: z.literal('thread.attach'), thread: z.uuid(), quote: quoteSchema, counter }),
  z.object({ type: z.literal('status'), status: z.enum(statuses), content: hashSchema, counter }),
  z.object({
    type: z.literal('approval'),
    approval: z.uuid(),
    verdict: z.enum(['approved', 'changes-requested']),
    note: words,
    content: hashSchema,
  }),
  z.object({
    type: z.literal('version'),
    version: z.uuid(),
    name: z.string().trim().min(1, 'A version needs a name').max(200, 'At most 200 characters').nullable(),
    cause: z.enum(versionCauses),
  }),
  ...handoffOperations,
] as const

const recordOperation = z.discriminatedUnion('type', recordOperations)
export type RecordOperation = z.infer<typeof recordOperation>

/** Who changes a record, when, and the head the change follows. */
export interface RecordContext {
  readonly author: string
  readonly time: string
  readonly head: Hash
  /**
   * The maps that were made while one log is replayed and that nobody else has seen: they are written to
   * instead of copied, or a log of many threads would cost the square of them.
   */
  readonly scratch?: WeakSet<object>
}

/** What a briefing's records may hold; no person reaches these, and a hostile log stays small. */
const most = { threads: 20_000, comments: 5000, statuses: 5000, approvals: 5000, versions: 20_000 } as const

/**
 * The records after one operation. @throws RangeError where they would hold more than they may
 *
 * What a file from elsewhere gets wrong is kept and shown for what it is: a
 * thread that exists already takes the comment as a reply, an id that is taken gets a number behind it, a reply to an unknown thread opens one without a
 * place, an edit of an unknown comment or of another person's changes nothing.
 */
export function applyRecord(records: Records, operation: RecordOperation, context: RecordContext): Records {
  if (isHandoffOperation(operation)) return applyHandoff(records, operation, context)
  const { author, time, head } = context
  switch (operation.type) {
    case 'thread.open':
    case 'comment.add': {
      const existing = records.threads.get(operation.thread)
      const opened: Thread = existing ?? {
        id: operation.thread,
        quote: operation.type === 'thread.open' ? operation.quote : { text: '', before: '', after: '' },
        quoteCounter: 0,
        comments: [],
        resolved: null,
        resolvedCounter: 0,
      }
      const { id, text } = operation.comment
      const comment: Comment = {
        id: unused(opened.comments, id),
        author,
        time,
        text,
        edited: null,
        counter: 0,
      }
      const comments = added(opened.comments, comment, most.comments)
      return withThread(records, { ...opened, comments, resolved: null }, context)
    }
    case 'comment.edit':
      return changeThread(records, operation.thread, context, thread => ({
        ...thread,
        comments: thread.comments.map(comment =>
          comment.id === operation.comment && comment.author === author && operation.counter > comment.counter
            ? { ...comment, text: operation.text, edited: time, counter: operation.counter }
            : comment,
        ),
      }))
    case 'comment.delete':
      return changeThread(records, operation.thread, context, thread => ({
        ...thread,
        comments: thread.comments.filter(comment => !operation.comments.includes(comment.id)),
      }))
    case 'thread.resolve':
      return changeThread(records, operation.thread, context, thread =>
        operation.counter > thread.resolvedCounter
          ? {
              ...thread,
              resolved: operation.resolved ? { author, time } : null,
              resolvedCounter: operation.counter,
            }
          : thread,
      )
    case 'thread.attach':
      return changeThread(records, operation.thread, context, thread =>
        operation.counter > thread.quoteCounter
          ? { ...thread, quote: operation.quote, quoteCounter: operation.counter }
          : thread,
      )
    case 'status': {
      if (operation.counter <= records.statusCounter) return records
      const { status, content } = operation
      const entry = { status, author, time, content }
      return {
        ...records,
        status,
        statusCounter: operation.counter,
        statusHistory: added(records.statusHistory, entry, most.statuses),
      }
    }
    case 'approval': {
      const { verdict, note, content } = operation
      const id = unused(records.approvals, operation.approval)
      const approval = { id, author, time, verdict, note, content, head }
      return { ...records, approvals: added(records.approvals, approval, most.approvals) }
    }
    case 'version': {
      const { name, cause } = operation
      const version = { id: unused(records.versions, operation.version), author, time, name, cause, head }
      return { ...records, versions: added(records.versions, version, most.versions) }
    }
  }
}

function changeThread(
  records: Records,
  id: string,
  context: RecordContext,
  change: (thread: Thread) => Thread,
): Records {
  const thread = records.threads.get(id)
  return thread === undefined ? records : withThread(records, change(thread), context)
}

/** A thread without a comment is no thread. */
function withThread(records: Records, thread: Thread, { scratch }: RecordContext): Records {
  const isOurs = scratch?.has(records.threads) === true
  const threads = isOurs ? (records.threads as Map<string, Thread>) : new Map(records.threads)
  scratch?.add(threads)
  if (thread.comments.length === 0) threads.delete(thread.id)
  else threads.set(thread.id, thread)
  if (threads.size > most.threads) throw new RangeError(`A briefing holds at most ${most.threads} threads`)
  return isOurs ? records : { ...records, threads }
}

function added<T>(list: readonly T[], item: T, limit: number): T[] {
  if (list.length >= limit) throw new RangeError(`A briefing holds at most ${limit} records of one kind`)
  return [...list, item]
}

/** The id, made one of its own where another record has it: both are kept. */
function unused(taken: readonly { readonly id: string }[], id: string): string {
  let free = id
  for (let number = 2; taken.some(record => record.id === free); number += 1) free = `${id}#${number}`
  return free
}
