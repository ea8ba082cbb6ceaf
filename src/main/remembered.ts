import { z } from 'zod'

const writtenFile = z.object({
  name: z.string(),
  /**
   * SHA-256 of what was written last, and of what stood there before it: a power cut between remembering and
   * writing leaves either.
   */
  hashes: z.array(z.string()),
})

/** A file of this machine in a desk folder. */
export type WrittenFile = z.infer<typeof writtenFile>

/** What Galley remembers of its own accord, apart from what the user set. */
export const rememberedSchema = z.object({
  window: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number().positive(),
      height: z.number().positive(),
      maximised: z.boolean(),
    })
    .nullable(),
  /** The folders last used, as absolute paths. */
  folders: z.object({ open: z.string().nullable(), save: z.string().nullable() }),
  /** The folder that a team's machines share. It is kept here, so that the page cannot name another one. */
  deskFolder: z.object({
    /** Its absolute path, or null where none is chosen. */
    path: z.string().nullable(),
    /** By what this machine's files are told from those of others; null until it writes one. */
    machine: z.string().nullable(),
    /** What this machine wrote, by folder and then by the id of what it is a file of. */
    written: z.record(z.string(), z.record(z.uuid(), writtenFile)),
  }),
})

export type Remembered = z.infer<typeof rememberedSchema>

export const nothingRemembered: Remembered = {
  window: null,
  folders: { open: null, save: null },
  deskFolder: { path: null, machine: null, written: {} },
}
