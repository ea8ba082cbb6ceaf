import { z } from 'zod'
import type { DeskFile } from '../../../contract/channels.ts'

/**
 * What a file turned out to be: `known` brings nothing; `stranger` brings nothing unless another briefing comes
 * here first; `told` is damaged, and the user was told so.
 */
const verdict = z.enum(['known', 'stranger', 'told'])
export type Verdict = z.infer<typeof verdict>

const seenSchema = z.object({
  path: z.string(),
  files: z.record(z.string(), z.object({ size: z.number(), modified: z.number(), verdict })),
})
type Seen = z.infer<typeof seenSchema>

const place = 'galley.desk-folder.seen'
let seen: Seen | null = null

/** What was found out about a folder's files, over restarts, so that each is read only once. */
export interface SeenFiles {
  /** Null where this file, as it is now, was not looked at yet. */
  readonly verdictOf: (file: DeskFile) => Verdict | null
  readonly note: (file: DeskFile, verdict: Verdict) => void
  /** Forgets files that are not there any more. */
  readonly keepOnly: (names: ReadonlySet<string>) => void
}

/** Those of the folder with this path. They can be lost at no cost but that of reading the files again. */
export function seenIn(path: string): SeenFiles {
  if (seen?.path !== path) seen = read(path)
  const files = () => seen?.files ?? {}
  const write = (next: Seen['files']) => {
    seen = { path, files: next }
    try {
      localStorage.setItem(place, JSON.stringify(seen))
    } catch {
      // A full store: the files are read again at the next start.
    }
  }
  return {
    verdictOf: ({ name, size, modified }) => {
      const before = files()[name]
      return before?.size === size && before.modified === modified ? before.verdict : null
    },
    note: ({ name, size, modified }, found) =>
      write({ ...files(), [name]: { size, modified, verdict: found } }),
    keepOnly: names => {
      const left = Object.entries(files()).filter(([name]) => names.has(name))
      if (left.length < Object.keys(files()).length) write(Object.fromEntries(left))
    },
  }
}

/** Has all files looked at again that brought nothing: what was taken back here is news again. */
export function forgetKnown(): void {
  try {
    const kept = seenSchema.parse(JSON.parse(localStorage.getItem(place) ?? 'null'))
    const files = Object.entries(kept.files).filter(([, file]) => file.verdict !== 'known')
    localStorage.setItem(place, JSON.stringify({ ...kept, files: Object.fromEntries(files) }))
  } catch {
    // Nothing was kept, or not in this form.
  }
  seen = null
}

function read(path: string): Seen {
  try {
    const kept = seenSchema.parse(JSON.parse(localStorage.getItem(place) ?? 'null'))
    if (kept.path === path) return kept
  } catch {
    // Nothing was kept, or not in this form.
  }
  return { path, files: {} }
}
