import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { leastRights, type Rights } from '../briefing/handoff.ts'
import type { Hash } from '../canonical.ts'
import { firstId } from '../history/branch.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import type { LogCopy } from '../history/fork.ts'
import { applyChange, composeChange, createOrigin, openLog, replay } from '../history/log.ts'
import { applyStep, readStep } from '../history/step.ts'
import { fail, ok, type Result } from '../result.ts'
import { copyThreads } from './copy-threads.ts'
import { hidingSteps } from './hiding.ts'
import { operationOf } from './operation-of.ts'

/** A log with what it replays to. */
export interface WholeLog extends LogCopy {
  readonly briefing: Briefing
}

/** Who gets a copy, from whom, and what for. */
export interface Invite {
  /** The copy's id, a new UUID. */
  readonly copy: string
  readonly reviewer: Author
  readonly rights: Rights
  /** What the reviewer is asked; may be empty. */
  readonly asks: string
  readonly sender: Author
  readonly time: string
  /** The ids of the threads and suggestions that the copy shows. One that is passed on shows all it has. */
  readonly shown: readonly string[]
}

/** An invitation with the sender's head that the copy is made from. */
interface Sent extends Invite {
  readonly base: Hash
}

/**
 * A review copy (H2) and the change by which the sender's log remembers it. A master's copy is a log of its
 * own: it starts from the text as it is now, without what is not shown, and holds no earlier history. The
 * change in the master keeps the steps that hide, so that places in a return map back exactly, and does not
 * touch the master's text. A copy that is passed on keeps its beginning and all changes since, with at most
 * the rights it had, but nothing of whom else it was passed on to.
 * Fails as `applyChange` does.
 */
export function makeReviewCopy(log: WholeLog, invite: Invite): Result<{ change: Change; copy: WholeLog }> {
  const { briefing } = log
  const own = briefing.records.handoff.copy
  const { copy, reviewer, asks, sender, time } = invite
  const rights = own === null ? invite.rights : leastRights(own.rights, invite.rights)
  const about = { copy, reviewer, rights, asks: asks.trim() }
  const shown = own === null ? [...new Set(invite.shown)] : []
  const steps = own === null ? hidingSteps(briefing.doc, new Set(shown)) : []
  const made = copyFrom(log, { ...about, sender, time, shown, base: briefing.head }, steps)
  if (!made.ok) return made
  const change = composeChange(briefing, {
    id: derivedId(['invite', copy]),
    author: sender,
    time,
    operations: [
      {
        type: 'invite',
        ...about,
        steps: steps.map(step => step.toJSON()),
        shown,
        made: made.value.briefing.head,
      },
      { type: 'version', version: derivedId(['sent', copy]), name: null, cause: 'hand-off' },
    ],
  })
  const remembered = applyChange(briefing, change)
  return remembered.ok ? ok({ change, copy: made.value }) : remembered
}

/**
 * The copy that a log remembers having sent, made again to the letter: a file that was lost on its way can be
 * saved once more. Nothing else is ever given for it: a log that was joined with another machine's since may not
 * hold all that the copy began with any more.
 * Fails with `handoff.not-a-copy` where the log does not remember it, or not what it showed, and where it would
 * come out otherwise; with `history.invalid` where the invitation's steps do not apply.
 */
export function makeCopyAgain(log: LogCopy, copy: string): Result<WholeLog> {
  const at = log.changes.findIndex(change => operationOf(change, 'invite')?.copy === copy)
  const change = log.changes[at]
  const invite = change === undefined ? null : operationOf(change, 'invite')
  if (change === undefined || invite?.shown === undefined) {
    return fail('handoff.not-a-copy', 'The copy cannot be made again: what it showed is not on record')
  }
  const { origin } = log
  const changes = log.changes.slice(0, at)
  const before = replay(origin, changes)
  if (!before.ok) return before
  const sender = authorOf(before.value, change)
  if (sender === null) return fail('history.invalid', 'The copy was sent by an author whom nothing names')
  const { reviewer, rights, asks, shown, moved, made } = invite
  const base = moved?.base ?? before.value.head
  const about = { copy, reviewer, rights, asks, sender, time: change.time, shown, base }
  let again: Result<WholeLog>
  try {
    again = copyFrom({ origin, changes, briefing: before.value }, about, invite.steps.map(readStep))
  } catch (error) {
    return fail('history.invalid', error instanceof Error ? error.message : String(error))
  }
  if (!again.ok) return again
  // Files from before the copy's last hash was on record have it only where they were not joined since.
  const isSame = made === undefined ? change.carries === undefined : made === again.value.briefing.head
  if (isSame) return again
  return fail(
    'handoff.not-a-copy',
    'The copy cannot be made again: the briefing was joined with another copy of it since',
  )
}

/** Who made a change, as the change itself names them or the log did before. */
function authorOf(before: Briefing, change: Change): Author | null {
  const named = change.operations.flatMap(operation =>
    operation.type === 'author' && operation.author.id === change.author ? [operation.author] : [],
  )
  return named.at(-1) ?? before.authors.get(change.author) ?? null
}

function copyFrom(log: WholeLog, invite: Sent, steps: readonly Step[]): Result<WholeLog> {
  const { briefing } = log
  const { copy, reviewer, rights, asks, sender, time, shown, base } = invite
  const isMaster = briefing.records.handoff.copy === null
  const begun = isMaster ? begin(log, invite, steps.reduce(applyStep, briefing.doc)) : withoutInvitations(log)
  if (!begun.ok) return begun
  const marked = composeChange(begun.value.briefing, {
    id: derivedId(['copy', copy]),
    author: sender,
    time,
    operations: [
      { type: 'author', author: reviewer },
      { type: 'copy', copy, reviewer, rights, asks, base, shown: [...shown] },
    ],
  })
  const ended = applyChange(begun.value.briefing, marked)
  if (!ended.ok) return ended
  const { origin, changes } = begun.value
  return ok({ origin, changes: [...changes, marked], briefing: ended.value })
}

/** The beginning of a copy: its first text, who is in it, and its threads. */
function begin(log: WholeLog, { shown, sender, time }: Invite, doc: Node): Result<WholeLog> {
  const { id, details, records, authors } = log.briefing
  const origin = createOrigin({ id, time, author: sender, doc, details })
  const opened = openLog(origin)
  if (!opened.ok) return opened
  const threads = [...records.threads.values()].filter(thread => shown.includes(thread.id))
  const named = authorsIn(doc).flatMap((author): Operation[] => {
    const known = authors.get(author)
    return known === undefined || author === sender.id ? [] : [{ type: 'author', author: known }]
  })
  if (named.length === 0) {
    const copied = copyThreads(opened.value, threads, authors)
    return copied.ok ? ok({ origin, ...copied.value }) : copied
  }
  const naming = composeChange(opened.value, {
    id: derivedId(['authors', opened.value.head]),
    author: sender,
    time,
    operations: named,
  })
  const after = applyChange(opened.value, naming)
  if (!after.ok) return after
  const copied = copyThreads(after.value, threads, authors)
  if (!copied.ok) return copied
  return ok({ origin, changes: [naming, ...copied.value.changes], briefing: copied.value.briefing })
}

/**
 * A copy's log without the invitations that went out from it, and without whose returns were merged in it. The
 * changes behind the first of these are in a new place then, and say which ones they carry, so that whoever merges
 * both logs knows them for the same.
 */
function withoutInvitations(log: WholeLog): Result<WholeLog> {
  const { origin, changes } = log
  const at = changes.findIndex(({ operations }) => operations.some(tellsOfOthers))
  if (at < 0) return ok(log)
  const kept = changes.slice(0, at)
  const before = replay(origin, kept)
  if (!before.ok) return before
  let briefing = before.value
  for (const change of changes.slice(at)) {
    const operations = untold(change)
    if (operations.every(({ type }) => type === 'author') && operationOf(change, 'invite') !== null) continue
    const author = briefing.authors.get(change.author) ?? log.briefing.authors.get(change.author)
    if (author === undefined) return fail('history.invalid', 'A change is by an author whom nothing names')
    const next = composeChange(briefing, {
      id: derivedId([firstId(change), briefing.head]),
      author,
      time: change.time,
      operations,
      carries: firstId(change),
    })
    const after = applyChange(briefing, next)
    if (!after.ok) return after
    briefing = after.value
    kept.push(next)
  }
  return ok({ origin, changes: kept, briefing })
}

function tellsOfOthers(operation: Operation): boolean {
  return operation.type === 'invite' || (operation.type === 'merge' && operation.reviewers.length > 0)
}

/** What a change does but for inviting, and without saying whose returns it merged. */
function untold(change: Change): Operation[] {
  const invites = operationOf(change, 'invite') !== null
  return change.operations.flatMap((operation): Operation[] => {
    if (operation.type === 'invite') return []
    if (operation.type === 'version' && invites && operation.cause === 'hand-off') return []
    if (operation.type !== 'merge') return [operation]
    const { answers: _, ...merge } = operation
    return [{ ...merge, reviewers: [] }]
  })
}

/** Whose suggestions stand in a text, in order. */
function authorsIn(doc: Node): string[] {
  const found = new Set<string>()
  doc.descendants(node => {
    for (const mark of node.marks) {
      if (typeof mark.attrs.author === 'string') found.add(mark.attrs.author)
    }
  })
  return [...found]
}
