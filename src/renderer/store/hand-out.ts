import { titleOf } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { writeBriefingFile } from '../../core/handoff/write.ts'
import { notify } from '../ui/notify.ts'
import { putInDeskFolder } from './desk-folder.ts'
import { storedLog } from './stored-log.ts'

/** A `.briefing` file that was made here and is to leave the window. */
export interface FileOut {
  /** The name it is offered under. */
  readonly name: string
  readonly bytes: Uint8Array
}

let isOut = false

/**
 * Goes on with a drag that began on a file as one of a real file, for mails and folders. To be called at
 * `dragstart`, behind `preventDefault`. Answers whether it could, and tells where not.
 */
export async function dragOut({ name, bytes }: FileOut): Promise<boolean> {
  beginDrag()
  const dragged = await window.galley.invoke('file.drag', { suggestedName: name, bytes })
  if (dragged.ok) return true
  isOut = false
  notify({ kind: 'error', message: 'The file could not be dragged out.', failure: dragged.error })
  return false
}

/** Goes on with a drag that began on a log of this library, as `dragOut` does with a file of it. */
export async function dragLogOut(id: LogId): Promise<boolean> {
  // Said before the file is made: what is dragged over the window until then is the same.
  beginDrag()
  const log = await storedLog(id)
  if (log.ok && log.value !== null) {
    const title = titleOf(log.value.briefing.doc)
    const bytes = writeBriefingFile({ ...log.value, title, time: new Date().toISOString() })
    return await dragOut({ name: `${title}.briefing`, bytes })
  }
  isOut = false
  if (!log.ok) notify({ kind: 'error', message: 'The file could not be dragged out.', failure: log.error })
  return false
}

/** Whether what is dragged over the window began in it: dropped here, it is not to be taken in. */
export function isDraggedOut(): boolean {
  return isOut
}

/** No event says how a drag by the system ended; the first of these comes once it has. */
const ends = ['pointermove', 'pointerdown', 'keydown', 'blur'] as const

function beginDrag(): void {
  isOut = true
  const end = (event: Event) => {
    // The moves that began the drag may still be on their way.
    if (event.type === 'pointermove' && event instanceof PointerEvent && event.buttons !== 0) return
    isOut = false
    for (const name of ends) window.removeEventListener(name, end, true)
  }
  for (const name of ends) window.addEventListener(name, end, true)
}

/** Asks where to save a file, and tells how that went; the answer is its name there, or null. */
export async function saveOut({ name, bytes }: FileOut): Promise<string | null> {
  const saved = await window.galley.invoke('file.save', { suggestedName: name, kind: 'briefing', bytes })
  if (!saved.ok) {
    notify({ kind: 'error', message: 'The file was not written.', failure: { file: name, ...saved.error } })
    return null
  }
  if (saved.value === null) return null
  notify({ kind: 'done', message: `Saved as “${saved.value.name}”.` })
  return saved.value.name
}

/**
 * Puts a file into the desk folder, in the place of what was put there for the same id, and tells how that went;
 * the answer is its name there, or null.
 * @param id a UUID: that of the copy, or of what stands for its return
 */
export async function putOut({ name, bytes }: FileOut, id: string): Promise<string | null> {
  const put = await putInDeskFolder(name.replace(/\.briefing$/, ''), bytes, id)
  if (put.ok) {
    notify({ kind: 'done', message: `Put into the desk folder as “${put.value.name}”.` })
    return put.value.name
  }
  notify({ kind: 'error', message: `“${name}” was not put into the desk folder.`, failure: put.error })
  return null
}

/** What became of files that were saved together, in their order. */
export interface SavedFiles {
  readonly folder: string
  readonly files: readonly {
    readonly name: string
    readonly failure: { readonly code: string; readonly message: string } | null
  }[]
}

/** Asks for a folder and saves files in it, none over another; null where that was cancelled, or refused and told. */
export async function saveAllOut(files: readonly FileOut[]): Promise<SavedFiles | null> {
  const saved = await window.galley.invoke('file.save-all', {
    files: files.map(({ name, bytes }) => ({ suggestedName: name, bytes })),
  })
  if (saved.ok) return saved.value
  notify({ kind: 'error', message: 'The files were not written.', failure: saved.error })
  return null
}
