import type { LogId } from '../../core/briefing/log-id.ts'
import type { Change, Operation } from '../../core/history/change.ts'
import { nameVersion } from '../../core/review/operations.ts'
import { database, stored } from './database.ts'

/** An edit that comes this long after the one before (ms) leaves a version behind. */
const longPause = 10 * 60_000

/**
 * Which automatic versions a session keeps (R5). One is kept of the text as it is *left*, with the edit that
 * leaves it: looking at a briefing writes nothing, and text that nobody went on from is the newest anyway.
 */
export interface VersionKeeping {
  /** The operation that a change of the text begins with; none where there is nothing new to keep. */
  readonly beforeEdit: () => Operation[]
  /** Whether the text or a detail has changed since the last version. */
  readonly isDue: () => boolean
  /** Takes notice of a change that was appended. */
  readonly note: (change: Change) => void
}

/** @param due whether the log that was opened has changed since its last version */
export function keepVersions(due: boolean): VersionKeeping {
  let isDue = due
  let lastEdit: number | null = null
  return {
    beforeEdit: () => {
      const cause = lastEdit === null ? 'opened' : 'pause'
      if (!isDue || (lastEdit !== null && Date.now() - lastEdit < longPause)) return []
      return nameVersion({ id: crypto.randomUUID(), name: null, cause })
    },
    isDue: () => isDue,
    note: change => {
      const left = leaves(change)
      if (left === 'edited') lastEdit = Date.now()
      if (left !== null) isDue = left === 'edited'
    },
  }
}

/** What a change leaves behind: a version, an edit that no version has, or neither. */
function leaves({ operations }: Change): 'version' | 'edited' | null {
  if (operations.some(({ type }) => type === 'steps' || type === 'detail')) return 'edited'
  return operations.some(({ type }) => type === 'version') ? 'version' : null
}

/** Whether a log in the store has changed since its last version; its beginning is one. */
export async function isVersionDue(briefingId: LogId, length: number): Promise<boolean> {
  const db = database()
  for (let seq = length; seq > 0; seq -= 1) {
    const read = await stored(() => db.changes.get([briefingId, seq]))
    const left = read.ok && read.value !== undefined ? leaves(read.value.change) : 'edited'
    if (left !== null) return left === 'edited'
  }
  return false
}
