import type { Failure } from '../../core/result.ts'
import { database, openDatabase } from '../store/database.ts'
import { followFolder } from '../store/desk-folder.ts'
import { startSearch } from '../store/search/search.ts'
import { loadSettings } from '../store/settings.ts'
import { compareLibrary } from '../store/sweep.ts'
import { notify } from '../ui/notify.ts'
import { followDeskFolder } from './desk-folder.ts'

let started: Promise<Failure | null> | null = null

/**
 * Makes the window usable: settings and store. Null when it is; else why Galley cannot go on. Comparing the
 * library with the journals goes on behind the first screen.
 */
export function startUp(): Promise<Failure | null> {
  started ??= start()
  return started
}

async function start(): Promise<Failure | null> {
  const [read, opened] = await Promise.all([loadSettings(), openDatabase()])
  if (!read.ok) {
    notify({
      kind: 'warning',
      message: 'The settings could not be read; the usual ones hold.',
      failure: read.error,
    })
  }
  if (!opened.ok) return opened.error
  if (opened.value.movedAside) {
    notify({
      kind: 'warning',
      message:
        'The library’s store was damaged. It was moved aside, and the library is being rebuilt from the journals and backups on disk.',
    })
  }
  return null
}

/** What can wait until the first screen is there: the search's index, and the comparison with the journals. */
export async function startBehind(): Promise<void> {
  startSearch(database().name)
  void followFolder()
  let shown = () => {}
  let told = 0
  const compared = await compareLibrary((done, of) => {
    // A handful is done before anyone could read it; beyond that every hundredth is told.
    if (of < 100 || done < told) return
    told = done + 100
    shown()
    shown =
      done === of ? () => {} : notify({ kind: 'info', message: `Bringing back briefings: ${done} of ${of}.` })
  })
  shown()
  // Only now: what is written there, and what files are compared with, is what was recovered.
  followDeskFolder()
  if (!compared.ok) {
    notify({
      kind: 'warning',
      message: 'The library could not be compared with the journals on disk.',
      failure: compared.error,
    })
    return
  }
  const { recovered, failed } = compared.value
  if (recovered.length > 0) {
    const count = recovered.length === 1 ? 'One briefing was' : `${recovered.length} briefings were`
    // Which copy had less, each briefing tells when it is opened.
    notify({
      kind: 'warning',
      message: `${count} recovered: the copies in the library and on disk agree again.`,
    })
  }
  const [first] = failed
  if (first !== undefined) {
    const count = failed.length === 1 ? 'One briefing' : `${failed.length} briefings`
    notify({
      kind: 'error',
      message: `${count} could not be recovered. What is left of ${failed.length === 1 ? 'it' : 'them'} on disk was not touched.`,
      failure: first.failure,
    })
  }
}
