import type { Transaction } from '@tiptap/pm/state'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Author } from '../../core/briefing/author.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { DetailName, DetailValue } from '../../core/briefing/details.ts'
import { mayEdit } from '../../core/briefing/handoff.ts'
import type { LogId } from '../../core/briefing/log-id.ts'
import type { Version } from '../../core/briefing/records.ts'
import type { Hash } from '../../core/canonical.ts'
import type { WholeLog } from '../../core/handoff/review-copy.ts'
import { type Change, checkOperations } from '../../core/history/change.ts'
import { applyChange, detailOperation } from '../../core/history/log.ts'
import type { RecordOperation } from '../../core/history/records.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { nameVersion } from '../../core/review/operations.ts'
import { masterFileOf } from './backup.ts'
import type { OpenedLog } from './log-read.ts'
import { closeChange, continueChange, extend, type OpenChange } from './open-change.ts'
import { createPauses } from './pauses.ts'
import { type Restoration, restorationOf } from './restoration.ts'
import { createSafekeeping } from './safekeeping.ts'
import { signerOf } from './signer.ts'
import { createUpkeep } from './upkeep.ts'
import { isVersionDue, keepVersions } from './versions.ts'
import { replayUpTo, wholeLog } from './whole-log.ts'

/** Where the text stands; `saved` is said only when the journal and the store have both answered. */
export type Saved =
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface SessionState {
  /** As of the last closed change: a pause in typing, not every key. */
  readonly briefing: Briefing
  readonly saved: Saved
  /** What was recovered on opening, in words for the user; null where nothing was. */
  readonly recovered: string | null
}

/** One open briefing: what is typed goes in, and is safe on disk within a second. */
export interface Session {
  readonly id: LogId
  readonly state: StoreApi<SessionState>
  /** Takes a transaction of the editor; those that change no text are ignored. */
  readonly record: (transaction: Transaction) => void
  /**
   * Sets a detail as one change. A value that is not valid for it is refused and nothing changes; so is any in a
   * copy that may not be edited (H2).
   */
  readonly setDetail: <N extends DetailName>(name: N, value: DetailValue<N>) => Result<void>
  /** Everything typed so far is in the journal and in the store when it answers ok. */
  readonly flush: () => Promise<Result<void>>
  /** Writes a backup; false where nothing changed since the last one. */
  readonly checkpoint: () => Promise<Result<boolean>>
  /**
   * Appends operations on the records (core/review/operations.ts) as one change, behind what was typed so far.
   * What a log may not hold, such as a comment that is too long, is refused and nothing changes; so is a status
   * in a copy that may not be edited (H2).
   */
  readonly act: (operations: readonly RecordOperation[]) => Result<void>
  /**
   * Keeps the text as it is as a version; false where it is one already and no name is given (a named version
   * is always kept).
   */
  readonly keepVersion: (cause: Version['cause'], name?: string) => Result<boolean>
  /** Who signs what is written here (signer.ts). */
  readonly author: () => Author
  /** The whole log and what it replays to, with all that was typed so far. */
  readonly log: () => Promise<Result<WholeLog>>
  /**
   * Appends a change that was made for the very head that `log` answered with, as one that core composed of
   * its own. Refused where something was written since, or where it changes the text, which the editor would
   * not learn of.
   */
  readonly append: (change: Change) => Result<void>
  /** The briefing after the change with this hash, or at its beginning for the origin's. */
  readonly at: (head: Hash) => Promise<Result<Briefing>>
  /**
   * What makes the briefing read as it did at a head (R5), for the editor and `setDetail` to carry out; the
   * text as it is now is kept as a version before.
   */
  readonly restore: (head: Hash) => Promise<Result<Restoration>>
  /** The briefing as a master `.briefing` file, with all that was typed so far. */
  readonly masterFile: () => Promise<Result<Uint8Array>>
  /**
   * Flushes, brings the library up to date and lets go of the briefing; a backup follows where something
   * changed (`backupsWritten`). Where flushing fails the session stays open and keeps trying.
   */
  readonly close: () => Promise<Result<void>>
}

/** A change closes at a pause in typing, and at the latest this long after its first step (ms). */
const closing = { pause: 300, latest: 500 }

/**
 * A session on a briefing that was opened.
 * @param recovered what was recovered on opening, in words for the user
 * @param onClosed is called when it was let go of, with its last backup, which is still being written
 */
export async function createSession(
  id: LogId,
  opened: OpenedLog,
  recovered: string | null,
  onClosed: (lastBackup: Promise<unknown>) => void,
): Promise<Session> {
  const versions = keepVersions(await isVersionDue(id, opened.row.length))
  let open: OpenChange | null = null

  const state = createStore<SessionState>(() => ({
    briefing: opened.briefing,
    saved: { kind: 'saved', at: new Date(opened.updated) },
    recovered,
  }))
  const { getState, setState } = state
  const briefing = () => getState().briefing
  const stamp = () => ({
    id: crypto.randomUUID(),
    author: signerOf(briefing()),
    time: new Date().toISOString(),
  })

  const safekeeping = createSafekeeping(id, outcome => {
    if (!outcome.ok) setState({ saved: { kind: 'failed', failure: outcome.error } })
    else if (open === null && !isBusy()) setState({ saved: { kind: 'saved', at: new Date() } })
    else setState({ saved: { kind: 'saving' } })
  })

  const isBusy = () => safekeeping.unsaved().length > 0

  /** A failure stays on the screen until writing works again. */
  const showSaving = () => {
    if (getState().saved.kind === 'saved') setState({ saved: { kind: 'saving' } })
  }

  const push = (next: { change: Change; briefing: Briefing }) => {
    setState({ briefing: next.briefing })
    showSaving()
    versions.note(next.change)
    safekeeping.add(next.change)
    upkeep.note(next.change)
  }

  /** Closes the open change. Where that fails its steps are kept, to be tried with the next ones. */
  const closeOpen = (): Result<void> => {
    pause.cancel()
    if (open === null) return ok(undefined)
    const closed = closeChange(briefing(), open, stamp(), versions.beforeEdit())
    if (!closed.ok) {
      setState({ saved: { kind: 'failed', failure: closed.error } })
      return closed
    }
    open = null
    if (closed.value !== null) push(closed.value)
    else if (!isBusy()) setState({ saved: { kind: 'saved', at: new Date() } })
    return ok(undefined)
  }
  const pause = createPauses(closing, closeOpen)

  const flush = async (): Promise<Result<void>> => {
    const closed = closeOpen()
    const settled = await safekeeping.settle()
    return closed.ok ? settled : closed
  }

  const upkeep = createUpkeep(id, opened, { briefing, isBusy, flush })

  const act = (operations: readonly RecordOperation[]): Result<void> => {
    const closed = closeOpen()
    if (!closed.ok || operations.length === 0) return closed
    if (operations.some(({ type }) => type === 'status') && !mayEdit(briefing().records.handoff)) {
      return fail('refused', 'The status of this copy is for its sender to set.')
    }
    const checked = checkOperations(operations)
    if (!checked.ok) return checked
    const next = extend(briefing(), checked.value, stamp())
    if (!next.ok) return next
    push(next.value)
    return ok(undefined)
  }

  const append = (change: Change): Result<void> => {
    const closed = closeOpen()
    if (!closed.ok) return closed
    const next = applyChange(briefing(), change)
    if (!next.ok) return next
    if (!next.value.doc.eq(briefing().doc)) return fail('refused', 'This change is one of the text.')
    push({ change, briefing: next.value })
    return ok(undefined)
  }

  const keepVersion = (cause: Version['cause'], name: string | null = null): Result<boolean> => {
    const closed = closeOpen()
    if (!closed.ok) return closed
    if (name === null && !versions.isDue()) return ok(false)
    const kept = act(nameVersion({ id: crypto.randomUUID(), name, cause }))
    return kept.ok ? ok(true) : kept
  }

  const wholeLogNow = async (): Promise<Result<WholeLog>> => {
    const closed = closeOpen()
    if (!closed.ok) return closed
    const now = briefing()
    const log = await wholeLog(id, now.head, safekeeping.unsaved())
    return log.ok ? ok({ ...log.value, briefing: now }) : log
  }

  const at = async (head: Hash): Promise<Result<Briefing>> => {
    const log = await wholeLogNow()
    return log.ok ? replayUpTo(log.value, head) : log
  }

  const onBlur = () => void closeOpen()
  window.addEventListener('blur', onBlur)

  return {
    id,
    state,
    record: transaction => {
      if (!transaction.docChanged) return
      open = continueChange(open, transaction)
      showSaving()
      pause.touch()
    },
    setDetail: (name, value) => {
      const closed = closeOpen()
      if (!closed.ok) return closed
      if (!mayEdit(briefing().records.handoff)) {
        return fail('refused', 'The details of this copy are for its sender to set.')
      }
      const operation = detailOperation(briefing(), name, value)
      if (!operation.ok) return operation
      const { details } = briefing()
      const wanted = operation.value.type === 'detail' ? operation.value.value : value
      if (JSON.stringify(details[name]) === JSON.stringify(wanted)) return ok(undefined)
      const next = extend(briefing(), [...versions.beforeEdit(), operation.value], stamp())
      if (!next.ok) return next
      push(next.value)
      return ok(undefined)
    },
    act,
    keepVersion,
    author: () => signerOf(briefing()),
    log: wholeLogNow,
    append,
    at,
    restore: async head => {
      const then = await at(head)
      if (!then.ok) return then
      const kept = keepVersion('restore')
      if (!kept.ok) return kept
      return ok(restorationOf(briefing(), then.value))
    },
    flush,
    checkpoint: upkeep.backUp,
    masterFile: async () => {
      // A file is wanted all the more where saving fails: what is not on disk comes from memory.
      await flush()
      return await masterFileOf(id, briefing(), safekeeping.unsaved())
    },
    close: async () => {
      const flushed = await flush()
      if (!flushed.ok) return flushed
      upkeep.stop()
      window.removeEventListener('blur', onBlur)
      await upkeep.writeLibrary()
      // What was typed while that was written.
      if (open !== null) await flush()
      // A third copy beside journal and store; one that fails is written at the next opening.
      onClosed(upkeep.backUp())
      return ok(undefined)
    },
  }
}
