import { z } from 'zod'
import { hashSchema } from '../history/hash-schema.ts'

/** The version of the file format that this Galley writes, and the highest it reads. */
export const formatVersion = 1

/** The entries of a master, in the order in which they are written. */
export const entryNames = ['manifest.json', 'document.json', 'origin.json', 'changes.ndjson'] as const
export type EntryName = (typeof entryNames)[number]

/** What every version's manifest says, so that a newer file can be told from a broken one. */
export const manifestHeadSchema = z.object({
  format: z.literal('galley-briefing'),
  formatVersion: z.int().positive(),
  epoch: z.int().positive(),
})

const listedEntry = z.strictObject({ size: z.int().nonnegative(), sha256: hashSchema })

/** manifest.json of format version 1. */
export const manifestSchema = z.strictObject({
  format: z.literal('galley-briefing'),
  formatVersion: z.literal(formatVersion),
  /** The epoch of the schema that the documents are written in. */
  epoch: z.int().positive(),
  kind: z.literal('master'),
  /** The briefing's id. */
  id: z.uuid(),
  title: z.string().max(1000),
  /** When the file was written. */
  time: z.iso.datetime(),
  /** The hash of the last change, or of the origin where there is none. */
  head: hashSchema,
  /** Every other entry of the file. */
  entries: z.strictObject({
    'document.json': listedEntry,
    'origin.json': listedEntry,
    'changes.ndjson': listedEntry,
  }),
})

export type Manifest = z.infer<typeof manifestSchema>
