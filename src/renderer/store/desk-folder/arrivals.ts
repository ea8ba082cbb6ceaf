import { liveQuery } from 'dexie'
import { createStore } from 'zustand/vanilla'
import type { ChosenFile, DeskFile } from '../../../contract/channels.ts'
import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Hash } from '../../../core/canonical.ts'
import type { Failure } from '../../../core/result.ts'
import { database, stored } from '../database.ts'
import { folderState } from '../desk-folder.ts'
import { readIncoming } from '../incoming.ts'
import { isOpen } from '../open-sessions.ts'
import { createPauses } from '../pauses.ts'
import { settings } from '../settings.ts'
import { type Judged, judge } from './judge.ts'
import { keep, keptLogs } from './kept.ts'
import { type SeenFiles, seenIn } from './seen.ts'

/** A file in the desk folder that brings something. */
export interface Offer extends Pick<Judged, 'title' | 'what' | 'reviewer' | 'against'> {
  readonly file: DeskFile
  /** Where the log here stood when the file was judged; null where there was none. */
  readonly stood: Hash | null
}

interface Offers {
  readonly offers: readonly Offer[]
  /** Names of those that the user does not want to be asked about before the next start. */
  readonly notNow: ReadonlySet<string>
}

/** A file of the desk folder that was left as it is. */
export interface Trouble {
  /** It is damaged itself; a newer Galley wrote it; or it could not be read or compared just now. */
  readonly what: 'damaged' | 'too-new' | 'unread'
  /** Names the file. */
  readonly failure: Failure & { readonly file: string }
}

/** What the desk folder brings, until it is taken in. */
export const offersState = createStore<Offers>(() => ({ offers: [], notNow: new Set() }))

/** The names of files that were handed over to be taken in: whichever version is there next may be known. */
const handed = new Set<string>()
/** What is left alone in this run, and whether it still is. */
const aside = new Map<string, { readonly file: DeskFile; readonly holds: () => boolean }>()
let looking: Promise<void> = Promise.resolve()
let strangersAreOld = false
let onTrouble: (trouble: Trouble) => void = () => undefined

/**
 * Looks at what arrives in the desk folder from now on. Each file is read once, and again where the library
 * has changed in what the file is compared with.
 * @param trouble told of each file that cannot be read, once
 */
export function followArrivals(trouble: (trouble: Trouble) => void): void {
  onTrouble = trouble
  let path = folderState.getState().folder?.path
  folderState.subscribe(({ folder }) => {
    if (folder?.path !== path) offersState.setState({ offers: [], notNow: new Set() })
    path = folder?.path
    void lookAtArrivals()
  })
  let logs: number | null = null
  const rest = createPauses({ pause: 1000 }, () => void lookAtArrivals())
  liveQuery(() => database().logs.count()).subscribe(count => {
    // Another briefing is here: what was strange may bring something now.
    if (logs !== null && count !== logs) strangersAreOld = true
    if (strangersAreOld) rest.touch()
    logs = count
  })
  void lookAtArrivals()
}

/** Judges what was not judged yet, or against another state of the library; answers when that is done. */
export function lookAtArrivals(): Promise<void> {
  looking = looking.then(lookOnce).catch(() => undefined)
  return looking
}

/** Files that are offered, read to be taken in. */
export async function readOffers(chosen: readonly Offer[]): Promise<readonly ChosenFile[]> {
  const files: ChosenFile[] = []
  for (const { file } of chosen) {
    const read = await window.galley.invoke('desk-folder.read', { name: file.name })
    if (read.ok) {
      handed.add(file.name)
      files.push(read.value)
    } else onTrouble({ what: 'unread', failure: { ...read.error, file: file.name } })
  }
  return files
}

/** The user does not want to be asked about what is offered now, nor about its next versions, in this run. */
export function notNow(): void {
  offersState.setState(({ offers }) => ({ notNow: new Set(offers.map(({ file }) => file.name)) }))
}

async function lookOnce(): Promise<void> {
  const { folder, files, arriving } = folderState.getState()
  if (folder?.isThere !== true) {
    if (offersState.getState().offers.length > 0) offersState.setState({ offers: [] })
    return
  }
  const seen = seenIn(folder.path)
  const askStrangers = strangersAreOld
  strangersAreOld = false
  for (const file of files) {
    if (folderState.getState().folder?.path !== folder.path) return
    const verdict = seen.verdictOf(file)
    if (verdict === 'known' || verdict === 'told' || (verdict === 'stranger' && !askStrangers)) {
      withdraw(file.name)
    } else if (await isDue(file)) await lookAt(file, seen)
  }
  // The next version of an offered file may be arriving.
  const present = new Set([...arriving, ...files.map(({ name }) => name)])
  seen.keepOnly(present)
  for (const { file } of offersState.getState().offers) if (!present.has(file.name)) withdraw(file.name)
}

/** Whether a file is to be judged: it was not yet, or something changed since. */
async function isDue(file: DeskFile): Promise<boolean> {
  const left = aside.get(file.name)
  if (left !== undefined && isSame(left.file, file) && left.holds()) return false
  const offer = offersState.getState().offers.find(({ file: { name } }) => name === file.name)
  if (offer === undefined) return true
  // Its sender goes on writing, and so does whoever works here: judging each version would hold up typing.
  if (offer.against !== null && isOpen(offer.against) && !handed.has(file.name)) return false
  return !isSame(offer.file, file) || (await headOf(offer.against)) !== offer.stood
}

async function lookAt(file: DeskFile, seen: SeenFiles): Promise<void> {
  const read = await window.galley.invoke('desk-folder.read', { name: file.name })
  // It went away meanwhile; the folder tells when it is back.
  if (!read.ok && read.error.code === 'file.not-found') return withdraw(file.name)
  if (!read.ok && read.error.code !== 'file.empty') return leaveAlone(file, read.error)
  const parsed = read.ok ? readIncoming(read.value.bytes, file.name) : read
  if (!parsed.ok) {
    if (parsed.error.code === 'briefing.too-new') return leaveAlone(file, parsed.error)
    seen.note(file, 'told')
    withdraw(file.name)
    return onTrouble({ what: 'damaged', failure: { ...parsed.error, file: file.name } })
  }
  const judged = await judge(parsed.value)
  if (!judged.ok) return leaveAlone(file, judged.error)
  const { as, title, what, reviewer, against } = judged.value
  if (as === 'brings') {
    const offer = { file, title, what, reviewer, against, stood: await headOf(against) }
    offersState.setState(({ offers }) => ({
      offers: [...offers.filter(other => other.file.name !== file.name), offer],
    }))
    // It was not taken in, or has gone on since.
    if (against !== null && isOpen(against)) handed.delete(file.name)
    return
  }
  withdraw(file.name)
  if (as === 'binned') {
    const holds = () => against !== null && settings().binned?.[against] !== undefined
    aside.set(file.name, { file, holds })
    return
  }
  seen.note(file, as)
  if (as === 'known' && handed.delete(file.name)) await keepTaken(judged.value)
}

/** What is not wrong with the file itself may be mended by the next start: the disk, the library, an older Galley. */
function leaveAlone(file: DeskFile, failure: Failure): void {
  aside.set(file.name, { file, holds: () => true })
  withdraw(file.name)
  const what = failure.code === 'briefing.too-new' ? 'too-new' : 'unread'
  onTrouble({ what, failure: { ...failure, file: file.name } })
}

/** Edits of what was taken over from the folder go back there. */
async function keepTaken({ against, masterHead }: Judged): Promise<void> {
  if (against === null || masterHead === null || keptLogs().has(against)) return
  const head = await headOf(against)
  await keep(against, head === masterHead ? head : null)
}

async function headOf(id: LogId | null): Promise<Hash | null> {
  if (id === null) return null
  const row = await stored(() => database().logs.get(id))
  return row.ok ? (row.value?.head ?? null) : null
}

function isSame(a: DeskFile, b: DeskFile): boolean {
  return a.size === b.size && a.modified === b.modified
}

function withdraw(name: string): void {
  const { offers } = offersState.getState()
  if (offers.some(({ file }) => file.name === name)) {
    offersState.setState({ offers: offers.filter(({ file }) => file.name !== name) })
  }
}
