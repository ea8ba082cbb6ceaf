import { z } from 'zod'

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
})

export type Remembered = z.infer<typeof rememberedSchema>

export const nothingRemembered: Remembered = { window: null, folders: { open: null, save: null } }
