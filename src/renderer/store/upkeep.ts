import type { Briefing } from '../../core/briefing/briefing.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Change } from '../../core/history/change.ts'
import { ok, type Result } from '../../core/result.ts'
import { writeBackup } from './backup.ts'
import type { OpenedLog } from './log-read.ts'
import { writeSnapshot } from './log-write.ts'
import { createPauses } from './pauses.ts'
import { writeViews } from './views.ts'

/** The views of the library and snapshots wait for a longer pause (ms). */
const resting = { pause: 15_000 }
/** At a rest a backup is written when the last one is older than this (ms). */
const backupEvery = 10 * 60_000
/** How long after opening a backup is written where one is missing (ms): not while the page appears. */
const backupAfterOpening = 5000

/** What follows the changes of an open briefing when it rests: its views in the library, snapshots and backups. */
export interface Upkeep {
  /** Takes notice of a change that was appended. */
  readonly note: (change: Change) => void
  /** Brings the library up to date, where everything is saved. */
  readonly writeLibrary: () => Promise<void>
  /** Flushes and writes a backup; false where nothing changed since the last one. */
  readonly backUp: () => Promise<Result<boolean>>
  /** Nothing more is written unasked. */
  readonly stop: () => void
}

/** What the upkeep of a session asks of it. */
interface Kept {
  readonly briefing: () => Briefing
  /** Whether changes are still on their way to the disk. */
  readonly isBusy: () => boolean
  readonly flush: () => Promise<Result<void>>
}

/** Keeps up what was opened. */
export function createUpkeep(id: LogId, opened: OpenedLog, { briefing, isBusy, flush }: Kept): Upkeep {
  let { snapshotSize, sizeSince, updated } = opened
  let { length, backupHead } = opened.row
  let backupTime = Date.now()
  let viewedHead = opened.briefing.head

  const backUp = async (): Promise<Result<boolean>> => {
    const flushed = await flush()
    if (!flushed.ok) return flushed
    const { head } = briefing()
    if (head === backupHead) return ok(false)
    const written = await writeBackup(id, briefing())
    if (!written.ok) return written
    backupHead = head
    backupTime = Date.now()
    return ok(true)
  }

  const writeLibrary = async () => {
    if (isBusy() || viewedHead === briefing().head) return
    const current = briefing()
    viewedHead = current.head
    await writeViews(id, current, { created: opened.origin.time, updated })
    if (sizeSince <= snapshotSize || isBusy()) return
    sizeSince = 0
    const size = await writeSnapshot(id, current, length)
    if (size.ok) snapshotSize = size.value
  }

  const rest = createPauses(resting, () => {
    void writeLibrary()
    if (Date.now() - backupTime >= backupEvery) void backUp()
  })
  const opening = setTimeout(() => void backUp(), backupAfterOpening)

  return {
    note: change => {
      length += 1
      updated = change.time
      sizeSince += JSON.stringify(change).length
      rest.touch()
    },
    writeLibrary,
    backUp,
    stop: () => {
      clearTimeout(opening)
      rest.cancel()
    },
  }
}
