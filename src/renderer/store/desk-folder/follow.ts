import { liveQuery, type Subscription } from 'dexie'
import { titleOf } from '../../../core/briefing/briefing.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Failure } from '../../../core/result.ts'
import { masterFileOf } from '../backup.ts'
import { database, stored } from '../database.ts'
import { folderState, putInDeskFolder } from '../desk-folder.ts'
import { openFromStore } from '../log-read.ts'
import { createPauses } from '../pauses.ts'
import { settings } from '../settings.ts'
import { keep, keptLogs } from './kept.ts'

/** A rest in typing after which the files follow, and how long they wait where there is none (ms). */
const resting = { pause: 4000, latest: 60_000 }

/** Told what could not be written, once until it works again. */
type OnFailed = (title: string, failure: Failure) => void

let onFailed: OnFailed = () => undefined
const failing = new Set<LogId>()
let watched: Subscription | null = null
let watchedIds = ''
let running: Promise<void> = Promise.resolve()

const rest = createPauses(resting, () => void writeKept())

/**
 * Lets the files of what is kept in the desk folder follow it from now on: after a rest, whoever changed it
 * (the desk, a merge, a file that was opened), and whenever the folder is back.
 */
export function followKept(failed: OnFailed): void {
  onFailed = failed
  let wasThere = false
  const look = () => {
    const { folder } = folderState.getState()
    const isThere = folder?.isThere === true
    if (isThere && !wasThere) void writeKept()
    wasThere = isThere
    watchLogs()
  }
  folderState.subscribe(look)
  look()
}

/** Writes what differs from its file, now; answers when all is written or has failed. */
export function writeKept(): Promise<void> {
  rest.cancel()
  watchLogs()
  const next = running.then(async () => {
    for (const id of keptLogs().keys()) await writeOne(id)
  })
  running = next.catch(() => undefined)
  return running
}

/** Changes of other briefings are none of ours: only the rows of those that are kept are watched. */
function watchLogs(): void {
  const ids = [...keptLogs().keys()]
  if (ids.join() === watchedIds) return
  watchedIds = ids.join()
  watched?.unsubscribe()
  let isFirst = true
  watched = liveQuery(() => database().logs.bulkGet(ids)).subscribe(() => {
    if (!isFirst) rest.touch()
    isFirst = false
  })
}

async function writeOne(id: LogId): Promise<void> {
  const kept = keptLogs().get(id)
  if (kept === undefined || folderState.getState().folder?.isThere !== true) return
  if (settings().binned?.[id] !== undefined) return
  const row = await stored(() => database().logs.get(id))
  if (!row.ok || row.value === undefined || row.value.head === kept) return
  const opened = await openFromStore(id)
  // What cannot be opened says so when it is; its file stays as it was.
  if (!opened.ok || opened.value === null) return
  const { briefing } = opened.value
  const title = titleOf(briefing.doc)
  const file = await masterFileOf(id, briefing)
  const put = file.ok ? await putInDeskFolder(title, file.value, id) : file
  if (put.ok) {
    failing.delete(id)
    // Somebody may have said meanwhile that it is not to be kept.
    if (keptLogs().has(id)) await keep(id, briefing.head)
  } else if (!failing.has(id)) {
    failing.add(id)
    onFailed(title, put.error)
  }
}
