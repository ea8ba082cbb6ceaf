import { z } from 'zod'
import { statuses, versionCauses } from '../briefing/records.ts'
import { hashSchema } from './hash-schema.ts'

/* The records as JSON: in a snapshot, and in the log where a merge that is undone sets them back. */

/*
 * The records as JSON are held to what the log's own operations can make of them: what comes in by another way
 * may be copied into a new log, which must be readable.
 */

const count = z.int().nonnegative()
const time = z.iso.datetime()
/** A UUID, with a number behind it where it had been taken. */
const recordId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(#\d{1,9})?$/i)
const words = z.string().max(20_000)

export const statusSchema = z.enum(statuses)

export const placedQuoteSchema = z.object({
  text: words,
  before: z.string().max(200),
  after: z.string().max(200),
})

export const threadSchema = z.object({
  id: z.uuid(),
  quote: placedQuoteSchema.nullable(),
  quoteCounter: count,
  comments: z
    .array(
      z.object({
        id: recordId,
        author: z.uuid(),
        time,
        text: words.min(1),
        edited: time.nullable(),
        counter: count,
      }),
    )
    .min(1)
    .readonly(),
  resolved: z.object({ author: z.uuid(), time }).nullable(),
  resolvedCounter: count,
})

const stamped = { id: recordId, author: z.uuid(), time, head: hashSchema }

export const statusEntrySchema = z.object({
  status: statusSchema,
  author: z.uuid(),
  time,
  content: hashSchema,
})

export const approvalSchema = z.object({
  ...stamped,
  verdict: z.enum(['approved', 'changes-requested']),
  note: words,
  content: hashSchema,
})

export const versionSchema = z.object({
  ...stamped,
  name: z.string().min(1).max(200).nullable(),
  cause: z.enum(versionCauses),
})
