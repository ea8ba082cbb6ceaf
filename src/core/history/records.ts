import { z } from 'zod'
import { type Comment, type Records, statuses, type Thread, versionCauses } from '../briefing/records.ts'
import type { Hash } from '../canonical.ts'
import { applyHandoff, handoffOperations, isHandoffOperation } from './handoff-operations.ts'
import { hashSchema } from './hash-schema.ts'
import { filledListOf } from './list-schema.ts'
import type { Scratch } from './scratch.ts'

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
  z.object({ type: z.literal('comment.delete'), thread: z.uuid(), comments: filledListOf(z.uuid()) }),
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
  readonly scratch: Scratch
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
  const { author, time, head, scratch } = context
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
        id: scratch.unusedId(opened.comments, id),
        author,
        time,
        text,
        edited: null,
        counter: 0,
      }
      const comments = scratch.add(opened.comments, comment, most.comments)
      return withThread(records, { ...opened, comments, resolved: null }, context)
    }
    case 'comment.edit':
      return changeThread(records, operation.thread, context, thread => {
        const { comments } = thread
        const index = scratch.indexOf(comments, operation.comment)
        const comment = comments[index]
        if (comment?.author !== author || operation.counter <= comment.counter) return thread
        const { text, counter: latest } = operation
        return {
          ...thread,
          comments: scratch.replace(comments, index, { ...comment, text, edited: time, counter: latest }),
        }
      })
    case 'comment.delete':
      return changeThread(records, operation.thread, context, thread => {
        const deleted = new Set<string>(operation.comments)
        scratch.spend(4 * thread.comments.length)
        return { ...thread, comments: thread.comments.filter(({ id }) => !deleted.has(id)) }
      })
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
        statusHistory: scratch.add(records.statusHistory, entry, most.statuses),
      }
    }
    case 'approval': {
      const { verdict, note, content } = operation
      const id = scratch.unusedId(records.approvals, operation.approval)
      const approval = { id, author, time, verdict, note, content, head }
      return { ...records, approvals: scratch.add(records.approvals, approval, most.approvals) }
    }
    case 'version': {
      const { name, cause } = operation
      const version = {
        id: scratch.unusedId(records.versions, operation.version),
        author,
        time,
        name,
        cause,
        head,
      }
      return { ...records, versions: scratch.add(records.versions, version, most.versions) }
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
  if (thread === undefined) return records
  return withThread(records, change(thread), context)
}

/** A thread without a comment is no thread. */
function withThread(records: Records, thread: Thread, { scratch }: RecordContext): Records {
  const threads = scratch.ownMap(records.threads)
  if (thread.comments.length === 0) threads.delete(thread.id)
  else threads.set(thread.id, thread)
  if (threads.size > most.threads) throw new RangeError(`A briefing holds at most ${most.threads} threads`)
  return threads === records.threads ? records : { ...records, threads }
}
