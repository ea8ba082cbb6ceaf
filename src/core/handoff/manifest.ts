import { z } from 'zod'
import type { Briefing } from '../briefing/briefing.ts'
import { rights } from '../briefing/handoff.ts'
import { hashSchema } from '../history/hash-schema.ts'

/** The version of the file format that this Galley writes, and the highest it reads. */
export const formatVersion = 2

/** The entries of a file, in the order in which they are written. */
export const entryNames = ['manifest.json', 'document.json', 'origin.json', 'changes.ndjson'] as const
export type EntryName = (typeof entryNames)[number]

/** What every version's manifest says, so that a newer file can be told from a broken one. */
export const manifestHeadSchema = z.object({
  format: z.literal('galley-briefing'),
  formatVersion: z.int().positive(),
  epoch: z.int().positive(),
})

const listedEntry = z.strictObject({ size: z.int().nonnegative(), sha256: hashSchema })

const entriesSchema = z.strictObject({
  'document.json': listedEntry,
  'origin.json': listedEntry,
  'changes.ndjson': listedEntry,
})

/** What a damaged file's manifest is still good for. */
export const manifestListSchema = z.object({ head: hashSchema, entries: entriesSchema })

const common = {
  format: z.literal('galley-briefing'),
  /** The epoch of the schema that the documents are written in. */
  epoch: z.int().positive(),
  /** The briefing's id. */
  id: z.uuid(),
  title: z.string().max(1000),
  /** When the file was written. */
  time: z.iso.datetime(),
  /** The hash of the last change, or of the origin where there is none. */
  head: hashSchema,
  /** Every other entry of the file. */
  entries: entriesSchema,
}

/** Whose a copy is and what for, as its log says too: for programs that only look at the manifest. */
const invitationSchema = z.strictObject({
  /** The copy's id, and that of the copy that left the master: the same, unless it was passed on. */
  copy: z.uuid(),
  root: z.uuid(),
  /** The hash of the sender's last change before it. */
  base: hashSchema,
  reviewer: z.strictObject({ id: z.uuid(), name: z.string() }),
  sender: z.strictObject({ id: z.uuid(), name: z.string() }),
  rights: z.enum(rights),
  asks: z.string(),
})

/** manifest.json of format version 1: masters only. */
const firstSchema = z.strictObject({ ...common, formatVersion: z.literal(1), kind: z.literal('master') })

/** manifest.json of format version 2. */
const secondSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, formatVersion: z.literal(2), kind: z.literal('master') }),
  z.strictObject({
    ...common,
    formatVersion: z.literal(2),
    kind: z.enum(['review-copy', 'return']),
    invitation: invitationSchema,
  }),
])

export const manifestSchemas = { 1: firstSchema, 2: secondSchema } as const

export type Manifest = z.infer<typeof firstSchema> | z.infer<typeof secondSchema>
export type ManifestInvitation = z.infer<typeof invitationSchema>

/** What a copy's manifest says of its invitation; null for a master's log. */
export function invitationOf(briefing: Pick<Briefing, 'records' | 'authors'>): ManifestInvitation | null {
  const { copy: own } = briefing.records.handoff
  if (own === null) return null
  const { copy, root, base, reviewer, sender, rights: may, asks } = own
  return {
    copy,
    root,
    base,
    reviewer: { id: reviewer.id, name: reviewer.name },
    sender: { id: sender, name: briefing.authors.get(sender)?.name ?? '' },
    rights: may,
    asks,
  }
}
