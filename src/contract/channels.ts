import { z } from 'zod'
import { changeSchema, originSchema } from '../core/history/change.ts'
import { hashSchema } from '../core/history/hash-schema.ts'
import { commandIds } from './commands.ts'
import { settingsSchema } from './settings.ts'

const briefingId = z.uuid()
const bytes = z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array)
const suggestedName = z.string().min(1).max(255)

/** A file that the user chose, as the renderer gets it: its name without a path, and what is in it. */
export const chosenFileSchema = z.object({ name: z.string(), bytes })
export type ChosenFile = z.infer<typeof chosenFileSchema>

/** A `.briefing` file in the desk folder that has arrived whole, or stays as it is without being whole. */
const deskFileSchema = z.object({
  name: z.string(),
  /** Bytes. */
  size: z.number().nonnegative(),
  /** When it was last written, in milliseconds since 1970, as its disk says. */
  modified: z.number(),
})
export type DeskFile = z.infer<typeof deskFileSchema>

/** What the desk folder holds just now. */
const deskFilesSchema = z.object({
  files: z.array(deskFileSchema).readonly(),
  /** The names of those that may still be being written. */
  arriving: z.array(z.string()).readonly(),
})
export type DeskFiles = z.infer<typeof deskFilesSchema>

/** The folder that a team's machines share through a sync engine or a network drive. */
const deskFolderSchema = z.object({
  name: z.string(),
  path: z.string(),
  /** False while it cannot be read: a drive that is unplugged, a share that is away. */
  isThere: z.boolean(),
})
export type DeskFolder = z.infer<typeof deskFolderSchema>

/** A name in a folder: it must not lead out of it. */
const plainName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\\/\0]+$/)

const journalState = z.object({
  briefingId,
  /** The journal's length. The store keeps the one it last saw; another one means they must be compared. */
  bytes: z.int().nonnegative(),
})

const channel = <Q extends z.ZodType, R extends z.ZodType>(request: Q, response: R) => ({ request, response })
const nothing = z.undefined()

/**
 * Every request the renderer can make of main. Main checks each argument against `request` and answers with a
 * `Result` of `response`; an expected failure is a value, never a rejected promise.
 */
export const channels = {
  'settings.read': channel(nothing, settingsSchema),
  'settings.write': channel(settingsSchema, settingsSchema),

  /** Starts a briefing's journal with its origin. Fails where there is one already. */
  'journal.start': channel(z.object({ briefingId, origin: originSchema }), journalState),
  /**
   * Appends changes behind the one with hash `after`; answers when they are on disk (fsync).
   * Changes that the journal already ends with are not written twice.
   */
  'journal.append': channel(
    z.object({ briefingId, after: hashSchema, changes: z.array(changeSchema).min(1) }),
    journalState,
  ),
  'journal.list': channel(nothing, z.array(journalState)),
  /**
   * All that can be read of a journal: its origin, or, where it was rotated, the backup that replaced the
   * beginning joined with what follows; `damage` says in words what could not be read, else null.
   */
  'journal.read': channel(
    z.object({ briefingId }),
    journalState.extend({
      origin: originSchema,
      changes: z.array(changeSchema),
      damage: z.string().nullable(),
    }),
  ),
  /** Replaces a journal by another log; the old one is moved aside, never overwritten. */
  'journal.replace': channel(
    z.object({ briefingId, origin: originSchema, changes: z.array(changeSchema) }),
    journalState,
  ),

  /**
   * Writes a checkpoint: a master .briefing file. Main reads it back before it answers, thins older ones,
   * and rotates the journal where that has grown large and ends at `head`.
   */
  'backup.write': channel(z.object({ briefingId, head: hashSchema, bytes }), journalState),
  /** The newest backup that can be read. */
  'backup.read': channel(z.object({ briefingId }), z.object({ bytes })),
  /** Every briefing that has a journal or a backup. */
  'backup.list': channel(nothing, z.array(z.object({ briefingId, newest: z.iso.datetime() }))),

  /** Emptying the bin: journal and backups of this briefing are gone for good. */
  'briefing.destroy': channel(z.object({ briefingId }), nothing),

  /** A native dialog to choose files. An empty list means that the user cancelled. */
  'file.choose': channel(
    z.object({ purpose: z.enum(['import', 'briefing', 'returns']) }),
    z.array(chosenFileSchema),
  ),
  /** A native save dialog, then an atomic write. `null` means that the user cancelled. */
  'file.save': channel(
    z.object({
      suggestedName,
      kind: z.enum(['briefing', 'html', 'fragment', 'markdown', 'text']),
      bytes,
    }),
    z.object({ name: z.string() }).nullable(),
  ),
  /** The same for a PDF, printed in a hidden window from a self-contained HTML page. */
  'file.save-pdf': channel(
    z.object({ suggestedName, html: z.string(), title: z.string() }),
    z.object({ name: z.string() }).nullable(),
  ),
  /**
   * A native dialog for a folder, then an atomic write of each `.briefing` file into it. None is written over:
   * a name that is taken gets a number. One entry a file, in order, with the name it has there, or the one it
   * should have had and why it could not be written. `null` means that the user cancelled.
   */
  'file.save-all': channel(
    z.object({ files: z.array(z.object({ suggestedName, bytes })).min(1).max(100) }),
    z
      .object({
        folder: z.string(),
        files: z.array(
          z.object({
            name: z.string(),
            failure: z.object({ code: z.string(), message: z.string() }).nullable(),
          }),
        ),
      })
      .nullable(),
  ),
  /**
   * To be asked while the user drags: goes on as a drag of a real `.briefing` file of this content, which can
   * be dropped into a mail or a folder. The file is Galley's own and goes when Galley quits.
   */
  'file.drag': channel(z.object({ suggestedName, bytes }), nothing),
  /** The system's print dialog for a self-contained HTML page. False means that the user cancelled. */
  print: channel(z.object({ html: z.string() }), z.boolean()),
  /** The desk folder, or null where none is chosen. Only main knows folders; the page cannot name one. */
  'desk-folder.describe': channel(nothing, deskFolderSchema.nullable()),
  /** A native dialog to choose the desk folder. `null` means that the user cancelled. */
  'desk-folder.choose': channel(nothing, deskFolderSchema.nullable()),
  /** Lets go of the desk folder; its files stay as they are. */
  'desk-folder.leave': channel(nothing, nothing),
  /** Shows the desk folder in the system's file manager. */
  'desk-folder.show': channel(nothing, nothing),
  /** What has arrived in the desk folder, and what is arriving. */
  'desk-folder.list': channel(nothing, deskFilesSchema),
  'desk-folder.read': channel(z.object({ name: plainName }), chosenFileSchema),
  /**
   * Writes a file of this machine, atomically. It is named after `stem` and the machine when `id` is first
   * written, and keeps that name; no file of another machine is ever replaced.
   */
  'desk-folder.write': channel(z.object({ id: z.uuid(), stem: z.string().max(1000), bytes }), deskFileSchema),

  /** Puts a text on the clipboard, with a rich form beside it where there is one. */
  'clipboard.write': channel(z.object({ text: z.string(), html: z.string().optional() }), nothing),

  /** Does in the focused text what the application menu's items of the same names do. */
  'edit.native': channel(
    z.object({ action: z.enum(['cut', 'copy', 'paste', 'pasteAndMatchStyle']) }),
    nothing,
  ),

  /** A Hunspell dictionary's two files as text, from what ships with the app. */
  'spelling.dictionary': channel(
    z.object({ language: z.enum(['en-GB', 'en-US']) }),
    z.object({ affixes: z.string(), words: z.string() }),
  ),
  'spelling.personal': channel(nothing, z.array(z.string())),
  'spelling.learn': channel(z.object({ word: z.string().trim().min(1).max(100) }), z.array(z.string())),

  /** Opens an https or mailto address in the system's browser after the user confirmed it. */
  'link.open': channel(z.object({ href: z.string() }), z.boolean()),
  /** What the window shows, for its title and for the commands the menu enables. */
  'window.describe': channel(
    z.object({
      title: z.string(),
      where: z.enum(['library', 'desk', 'dialog']),
      checked: z.array(z.enum(commandIds)),
      /** The commands that would work in this place, but not now: the menu greys them. */
      off: z.array(z.enum(commandIds)).optional(),
    }),
    nothing,
  ),
  /** The renderer is ready for files and commands; what waited for it is sent now. */
  'window.ready': channel(nothing, nothing),
  /** Answer to the event `flush`: everything typed is safe, the window may close. */
  'window.flushed': channel(nothing, nothing),
} as const

export type ChannelName = keyof typeof channels
export type Request<C extends ChannelName> = z.input<(typeof channels)[C]['request']>
export type Response<C extends ChannelName> = z.output<(typeof channels)[C]['response']>

/** What main tells the renderer unasked. */
export const events = {
  /** A command was chosen in the application menu. */
  command: z.object({ id: z.enum(commandIds) }),
  /** A file was opened: double-clicked, handed over by a second start, or given on the command line. */
  'file.opened': chosenFileSchema,
  /** A file could not be read; the renderer tells the user. */
  'file.failed': z.object({ name: z.string(), code: z.string(), message: z.string() }),
  /** Something else has arrived in the desk folder, it went away or came back, or another one was chosen. */
  'desk-folder.changed': deskFilesSchema.extend({ folder: deskFolderSchema.nullable() }),
  /** The window wants to close: make everything safe, then answer with `window.flushed`. */
  flush: nothing,
} as const

export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
