import { z } from 'zod'
import { type Records, statuses, versionCauses } from '../briefing/records.ts'
import { hashSchema } from './hash-schema.ts'

const count = z.int().nonnegative()

const thread = z.object({
  id: z.string(),
  quote: z.object({ text: z.string(), before: z.string(), after: z.string() }).nullable(),
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
    .min(1),
  resolved: z.object({ author: z.string(), time: z.string() }).nullable(),
  resolvedCounter: count,
})

const stamped = { id: z.string(), author: z.string(), time: z.string(), head: hashSchema }

/** Records as a snapshot keeps them. What is not of this shape is made again from the log. */
export const recordsSchema: z.ZodType<Records> = z.object({
  threads: z.map(z.string(), thread),
  status: z.enum(statuses),
  statusCounter: count,
  statusHistory: z.array(
    z.object({ status: z.enum(statuses), author: z.string(), time: z.string(), content: hashSchema }),
  ),
  approvals: z.array(
    z.object({
      ...stamped,
      verdict: z.enum(['approved', 'changes-requested']),
      note: z.string(),
      content: hashSchema,
    }),
  ),
  versions: z.array(z.object({ ...stamped, name: z.string().nullable(), cause: z.enum(versionCauses) })),
})
