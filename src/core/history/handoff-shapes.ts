import { z } from 'zod'
import { authorSchema } from '../briefing/author.ts'
import { type DetailName, detailNames } from '../briefing/details.ts'
import { plainMarks } from '../briefing/formatting.ts'
import { type Handoff, rights } from '../briefing/handoff.ts'
import { isSafeHref } from '../schema/href.ts'
import { hashSchema } from './hash-schema.ts'
import { listOf } from './list-schema.ts'
import { placedQuoteSchema, statusSchema } from './record-shapes.ts'

/** What a copy is: whose, and what they may do and are asked. */
export const invitationShape = {
  copy: z.uuid(),
  reviewer: authorSchema,
  rights: z.enum(rights),
  asks: z.string().max(2000),
}

/** A copy that went out, and whose return answered it. */
export const answerShape = z.object({ copy: z.uuid(), reviewer: z.uuid() })

const rangeShape = { from: z.int().nonnegative(), to: z.int().nonnegative() }

const formattingSchema = z.discriminatedUnion('mark', [
  z.object({ ...rangeShape, mark: z.enum(plainMarks) }),
  z.object({ ...rangeShape, mark: z.literal('link'), href: z.string().refine(isSafeHref) }),
])

/** A conflict without its id and without what became of it. */
export const conflictShape = {
  author: z.string(),
  time: z.iso.datetime(),
  kind: z.enum(['lost', 'overlap', 'proposal', 'refused']),
  wanted: z.string(),
  content: z.string(),
  formatting: listOf(formattingSchema).readonly().optional(),
  where: placedQuoteSchema.nullable(),
  proposal: z
    .discriminatedUnion('of', [
      z.object({
        of: z.literal('detail'),
        name: z.enum(detailNames as [DetailName, ...DetailName[]]),
        value: z.union([z.string(), listOf(z.string()).readonly()]),
      }),
      z.object({ of: z.literal('status'), status: statusSchema }),
    ])
    .nullable(),
}

export const settledAs = z.enum(['taken', 'comment', 'dismissed'])

export const conflictSchema = z.object({
  id: z.string(),
  ...conflictShape,
  settled: z.object({ author: z.string(), time: z.string(), as: settledAs }).nullable(),
})

const invitationSchema = z.object({
  ...invitationShape,
  root: z.string(),
  sender: z.string(),
  time: z.string(),
  base: hashSchema,
})

const mergeSchema = z.object({
  id: z.string(),
  author: z.string(),
  time: z.string(),
  reviewers: z.array(z.string()),
  // Snapshots from before there were any have none.
  answers: z.array(answerShape).default([]),
  undone: z.boolean(),
})

/** What a snapshot keeps of hand-off. */
export const handoffSchema: z.ZodType<Handoff> = z.object({
  copy: invitationSchema.nullable(),
  invitations: z.array(invitationSchema),
  merges: z.array(mergeSchema),
  conflicts: z.array(conflictSchema),
})
