import { z } from 'zod'
import { statuses, versionCauses } from '../briefing/records.ts'
import { hashSchema } from './hash-schema.ts'

/* The records as JSON: in a snapshot, and in the log where a merge that is undone sets them back. */

const count = z.int().nonnegative()

export const statusSchema = z.enum(statuses)

export const placedQuoteSchema = z.object({ text: z.string(), before: z.string(), after: z.string() })

export const threadSchema = z.object({
  id: z.string(),
  quote: placedQuoteSchema.nullable(),
  quoteCounter: count,
  comments: z
    .array(
      z.object({
        id: z.string(),
        author: z.string(),
        time: z.string(),
        text: z.string(),
        edited: z.string().nullable(),
        counter: count,
      }),
    )
    .min(1)
    .readonly(),
  resolved: z.object({ author: z.string(), time: z.string() }).nullable(),
  resolvedCounter: count,
})

const stamped = { id: z.string(), author: z.string(), time: z.string(), head: hashSchema }

export const statusEntrySchema = z.object({
  status: statusSchema,
  author: z.string(),
  time: z.string(),
  content: hashSchema,
})

export const approvalSchema = z.object({
  ...stamped,
  verdict: z.enum(['approved', 'changes-requested']),
  note: z.string(),
  content: hashSchema,
})

export const versionSchema = z.object({
  ...stamped,
  name: z.string().nullable(),
  cause: z.enum(versionCauses),
})
