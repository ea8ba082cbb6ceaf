import { Transform } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import type { Rights } from '../../src/core/briefing/handoff.ts'
import { type Merged, type MergeOptions, mergeReturns } from '../../src/core/handoff/merge.ts'
import { makeReviewCopy } from '../../src/core/handoff/review-copy.ts'
import type { Operation } from '../../src/core/history/change.ts'
import { replay } from '../../src/core/history/log.ts'
import { emptyRecording, record } from '../../src/core/history/recorder.ts'
import type { Entry } from '../../src/core/review/script/entries.ts'
import { runScript } from '../../src/core/review/script/run-script.ts'
import { trackEdit } from '../../src/core/review/track.ts'
import { ada, at, uuid } from './builders.ts'
import { expectOk, extend, stepsOf, type TestLog } from './log.ts'

export const cleo: Author = { id: uuid(0xc1e0), name: 'Cleo Marsh', initials: 'CM', colour: 'green' }

export type Edit = (transform: Transform) => unknown

let copies = 0

interface Sending {
  readonly sender?: Author
  readonly shown?: readonly string[]
  readonly asks?: string
}

/** Sends a log to a reviewer: the sender's log afterwards, and the copy. */
export function send(
  log: TestLog,
  reviewer: Author,
  rights: Rights = 'edit',
  { sender = ada, shown = [], asks = 'Please read.' }: Sending = {},
): { master: TestLog; copy: TestLog } {
  copies += 1
  const { change, copy } = expectOk(
    makeReviewCopy(log, {
      copy: uuid(0xc0000 + copies),
      reviewer,
      rights,
      asks,
      sender,
      time: at(30),
      shown,
    }),
  )
  return { master: appended(log, [change]), copy }
}

let changes = 0

/** A log with one more change: what `edit` does to the text. */
export function edited(log: TestLog, author: Author, edit: Edit): TestLog {
  const transform = new Transform(log.briefing.doc)
  edit(transform)
  const { steps } = record(emptyRecording, transform.steps)
  return steps.length === 0 ? log : acted(log, author, [stepsOf(steps)])
}

/** The same as a suggestion. */
export function suggested(log: TestLog, author: Author, edit: Edit): TestLog {
  const transform = new Transform(log.briefing.doc)
  edit(transform)
  const newId = () => {
    changes += 1
    return uuid(0x5000000 + changes)
  }
  const tracked = trackEdit(log.briefing.doc, transform.steps, transform.docs, {
    author: author.id,
    time: at(40),
    newId,
  })
  if (tracked === null || tracked.transform.steps.length === 0) return log
  return acted(log, author, [stepsOf(tracked.transform.steps)])
}

/** A log with one more change of these operations, with an id of its own. */
export function acted(log: TestLog, author: Author, operations: readonly Operation[]): TestLog {
  changes += 1
  return extend(log, operations, { author, id: uuid(0x1000000 + changes) })
}

export function appended(log: TestLog, more: readonly Merged['changes'][number][]): TestLog {
  const all = [...log.changes, ...more]
  return { origin: log.origin, changes: all, briefing: replayed(log, all) }
}

function replayed(log: TestLog, all: TestLog['changes']): TestLog['briefing'] {
  return expectOk(replay(log.origin, all))
}

/** Merges returns into a master, and gives the master afterwards and the report. */
export function merge(
  master: TestLog,
  returns: readonly TestLog[],
  options: Partial<MergeOptions> = {},
): { master: TestLog; merged: Merged } {
  const merged = expectOk(
    mergeReturns(master, returns, { author: ada, time: at(50), edits: 'edits', ...options }),
  )
  return { master: appended(master, merged.changes), merged }
}

/** A log with what a script does, each entry one change. */
export function scripted(log: TestLog, author: Author, entries: readonly Entry[], suggest = false): TestLog {
  const newId = () => {
    changes += 1
    return uuid(0x7000000 + changes)
  }
  const done = expectOk(runScript(log.briefing, entries, { author, time: at(40), suggest, newId }))
  return { origin: log.origin, changes: [...log.changes, ...done.changes], briefing: done.briefing }
}
