import { z } from 'zod'
import { authorSchema } from '../core/briefing/author.ts'
import { hashSchema } from '../core/history/hash-schema.ts'

/** What the user set. Main keeps it as one JSON file; everything has a default, so an old file still opens. */
export const settingsSchema = z.object({
  /** Who writes here. The id is made at first start; the name is empty until the user gives one. */
  author: authorSchema.extend({ name: z.string().trim().max(120) }),
  /** Whether first start is behind us: a name was given, or the question was skipped. */
  introduced: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  spelling: z.boolean(),
  /** Widths in pixels and whether they are open, by panel name. */
  panels: z.record(z.string(), z.object({ width: z.number().positive(), open: z.boolean() })),
  /** The panel that stands on the right of the page. */
  side: z.enum(['review', 'versions', 'details']).optional(),
  /**
   * The briefings in the bin, and since when. It is kept here because a briefing's log does not hold it, and
   * it must outlive the browser's store: what was thrown away must not come back with a rebuilt library.
   */
  binned: z.record(z.uuid(), z.iso.datetime()).optional(),
  /** The review copies, by their id, whose reader said that they are not the reviewer it was made for. */
  asMyself: z.array(z.uuid()).optional(),
  /** What is remembered of review copies, by their id. It is nothing that a copy's log should tell its sender. */
  copies: z
    .record(
      z.uuid(),
      z.object({
        /** Whether the banner that says what is asked is folded away. */
        folded: z.boolean().optional(),
        /** The last return that was made: the head it had, and when. */
        returned: z.object({ head: hashSchema, time: z.iso.datetime() }).optional(),
      }),
    )
    .optional(),
  /**
   * What the user keeps in the desk folder: by the log's id the head that its file there holds, null before it
   * was written. It holds for the folder of this path alone, so that going over to another folder puts
   * nothing there unasked.
   */
  deskFolder: z.object({ path: z.string(), kept: z.record(z.uuid(), hashSchema.nullable()) }).optional(),
})

export type Settings = z.infer<typeof settingsSchema>
