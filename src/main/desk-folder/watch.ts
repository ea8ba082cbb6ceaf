import { type FSWatcher, watch } from 'node:fs'
import type { DeskFiles } from '../../contract/channels.ts'
import type { Disk } from '../storage/disk.ts'
import { type Patience, watchArrivals } from './arrivals.ts'

/** In milliseconds. */
export interface Times extends Patience {
  /** How often the folder is looked at when the system tells of nothing: for network drives, which never do. */
  readonly poll: number
}

/** What a folder holds just now. */
export interface Seen extends DeskFiles {
  /** False while the folder cannot be read: a drive that is unplugged, a share that is away. */
  readonly isThere: boolean
}

/** A folder that is looked at whenever something in it may have changed. */
export interface Watch {
  readonly seen: () => Seen
  /** Looks now; answers when it has. */
  readonly look: () => Promise<void>
  readonly stop: () => void
}

const away: Seen = { isThere: false, files: [], arriving: [] }

/** The system tells of one write several times (ms). */
const flurry = 100

/**
 * Watches a folder and tells each time something else has arrived, or the folder went or came back.
 * One that is away is looked for again for as long as it is watched.
 */
export function watchFolder(
  disk: Disk,
  folder: string,
  times: Times,
  tell: (seen: Seen) => void,
  report: (what: string, error: unknown) => void,
): Watch {
  const arrivals = watchArrivals(disk, folder, times, () => performance.now())
  let seen = away
  let told = ''
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let system: FSWatcher | null = null
  let looking: Promise<void> | null = null
  /** Something was told of while the folder was being looked at: the look may have come too early. */
  let isStale = false

  const schedule = (delay: number) => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void look(), delay)
  }

  const listen = () => {
    if (system !== null || isStopped) return
    try {
      system = watch(folder, { persistent: false }, () => {
        isStale = true
        if (looking === null) schedule(flurry)
      })
      system.on('error', deafen)
    } catch {
      // Some file systems tell of nothing; the folder is looked at all the same.
    }
  }
  const deafen = () => {
    system?.close()
    system = null
  }

  const lookOnce = async () => {
    let next = times.poll
    isStale = false
    try {
      // Listened first: what changes during the look is then told.
      listen()
      const { files, arriving } = await arrivals.look()
      if (arriving.length > 0) next = Math.min(times.poll, times.settle)
      seen = { isThere: true, files, arriving }
    } catch (error) {
      if (seen.isThere) report('the desk folder is away', error)
      deafen()
      seen = away
    }
    if (isStopped) return
    schedule(isStale ? flurry : next)
    const now = JSON.stringify(seen)
    if (now === told) return
    told = now
    tell(seen)
  }
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }

  return {
    seen: () => seen,
    look,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      deafen()
    },
  }
}
