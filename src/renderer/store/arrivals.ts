import type { ChosenFile } from '../../contract/channels.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import { type Salvaged, salvage } from '../../core/handoff/salvage.ts'
import type { Failure } from '../../core/result.ts'
import { type Incoming, place, type ReadFile, readIncoming } from './incoming.ts'
import { type OpenedFile, openIncoming } from './open-file.ts'

/** A file to merge into a log that is here: a return, or another copy of the log itself. */
export type ToMerge = Incoming & { readonly kind: 'return' | 'forked' }

/** A return of a briefing that is not here. */
export type Stranger = Incoming & { readonly kind: 'stranger' }

/** Files that came together, by what is to be done with them. */
export interface Arrivals {
  /** What went into the library at once: new there, known, or going on from what is there. */
  readonly taken: readonly (OpenedFile & { readonly name: string })[]
  /** What is to be merged, by the log here that it is of. */
  readonly groups: readonly { readonly id: LogId; readonly files: readonly ToMerge[] }[]
  readonly strangers: readonly Stranger[]
  /** What could not be read or taken in. */
  readonly refused: readonly Refused[]
}

/** A file that could not be read or taken in, and why. */
export interface Refused {
  readonly name: string
  readonly failure: Failure
  /** What can still be read of it, to become a new briefing; null or nothing where that is nothing. */
  readonly rest?: Salvaged | null
}

export const noArrivals: Arrivals = { taken: [], groups: [], strangers: [], refused: [] }

/** How reading goes on: told after each file, asked before each whether to stop. */
export interface Reading {
  readonly onRead: (done: number) => void
  readonly isCancelled: () => boolean
}

/**
 * Reads files and takes in what needs no decision. A briefing and its returns may come together: whatever is
 * new goes in first. Between two files the window has time to draw.
 */
export async function readArrivals(files: readonly ChosenFile[], reading: Reading): Promise<Arrivals> {
  const refused: Refused[] = []
  let waiting: ReadFile[] = []
  for (const [index, { name, bytes }] of files.entries()) {
    await breath()
    if (reading.isCancelled()) return noArrivals
    const read = readIncoming(bytes, name)
    if (read.ok) waiting.push(read.value)
    else refused.push({ name, failure: read.error, rest: salvage(bytes, read.error) })
    reading.onRead(index + 1)
  }
  const taken: Arrivals['taken'][number][] = []
  const toMerge: ToMerge[] = []
  let strangers: Stranger[] = []
  // Where a briefing turned up, what was strange before may be a return of it.
  for (let hasMore = true; hasMore; ) {
    hasMore = false
    strangers = []
    const again: ReadFile[] = []
    for (const file of waiting) {
      await breath()
      if (reading.isCancelled()) return { ...noArrivals, taken }
      const placed = await place(file)
      if (!placed.ok) {
        refused.push({ name: file.name, failure: placed.error })
        continue
      }
      const incoming = placed.value
      switch (incoming.kind) {
        case 'stranger':
          strangers.push(incoming)
          again.push(file)
          break
        case 'return':
        case 'forked':
          toMerge.push(incoming)
          break
        default: {
          const opened = await openIncoming(incoming)
          if (!opened.ok) refused.push({ name: file.name, failure: opened.error })
          else taken.push({ ...opened.value, name: file.name })
          hasMore ||= opened.ok && incoming.kind === 'new'
        }
      }
    }
    waiting = again
    hasMore &&= waiting.length > 0
  }
  return { taken, groups: grouped([], toMerge), strangers, refused }
}

/** What came first and what came after, as if they had come together. */
export function joinArrivals(a: Arrivals, b: Arrivals): Arrivals {
  const strangers = [...a.strangers, ...b.strangers]
  return {
    taken: [...a.taken, ...b.taken],
    groups: grouped(
      a.groups,
      b.groups.flatMap(({ files }) => files),
    ),
    strangers: strangers.filter((one, index) => strangers.findIndex(other => isSame(one, other)) === index),
    refused: [...a.refused, ...b.refused],
  }
}

function grouped(groups: Arrivals['groups'], files: readonly ToMerge[]): Arrivals['groups'] {
  const byId = new Map(groups.map(({ id, files: its }) => [id, [...its]]))
  for (const file of files) {
    const id = file.kind === 'return' ? file.of : file.id
    const its = byId.get(id) ?? []
    byId.set(id, its)
    // The same file twice is one.
    if (!its.some(other => isSame(other, file))) its.push(file)
  }
  return [...byId].map(([id, its]) => ({ id, files: its }))
}

/** Lets the window draw, and the user cancel. */
function breath(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

function isSame(a: Incoming, b: Incoming): boolean {
  return a.log.briefing.head === b.log.briefing.head
}
