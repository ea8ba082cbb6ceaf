import type { HeldConflict } from '../briefing/handoff.ts'
import type { Quote, Records, Status, Version } from '../briefing/records.ts'
import type { Hash } from '../canonical.ts'
import type { RecordOperation } from '../history/records.ts'

/** New words in a thread. `id` is a new UUID. */
export interface NewComment {
  readonly id: string
  readonly text: string
}

/*
 * What a person does to the records, as operations with the counters that these records call for. A builder
 * promises nothing about the words: whoever appends the operations has them checked (`checkOperations`).
 * Author and time are those of the change that the operations go into.
 */

/** Opens a thread on some words, or on the whole briefing where `quote` is null. `thread` is a new UUID. */
export function openThread(parts: {
  readonly thread: string
  readonly quote: Quote | null
  readonly comment: NewComment
}): RecordOperation[] {
  const { thread, quote, comment } = parts
  return [{ type: 'thread.open', thread, quote, comment: trimmed(comment) }]
}

/** Answers in a thread; a resolved one is open again. */
export function reply(thread: string, comment: NewComment): RecordOperation[] {
  return [{ type: 'comment.add', thread, comment: trimmed(comment) }]
}

/** Changes the words of one's own comment; another's keeps its words (R1). */
export function editComment(
  records: Records,
  parts: { readonly thread: string; readonly comment: string; readonly text: string },
): RecordOperation[] {
  const { thread, comment, text } = parts
  const known = records.threads.get(thread)?.comments.find(({ id }) => id === comment)
  return [{ type: 'comment.edit', thread, comment, text: text.trim(), counter: (known?.counter ?? 0) + 1 }]
}

/** What deleting a comment takes along: the replies behind a thread's first comment go with it (R1). */
export function deletedWith(records: Records, thread: string, comment: string): readonly string[] {
  const ids = records.threads.get(thread)?.comments.map(({ id }) => id) ?? []
  return ids[0] === comment ? ids : ids.filter(id => id === comment)
}

/** Deletes these comments and no others: a reply that nobody here has seen stays. */
export function deleteComments(thread: string, comments: readonly string[]): RecordOperation[] {
  return comments.length === 0 ? [] : [{ type: 'comment.delete', thread, comments: [...comments] }]
}

/** Resolves a thread, or opens it again. */
export function resolveThread(records: Records, thread: string, resolved: boolean): RecordOperation[] {
  const counter = (records.threads.get(thread)?.resolvedCounter ?? 0) + 1
  return [{ type: 'thread.resolve', thread, resolved, counter }]
}

/** Says which words a thread is about from now on. */
export function attachThread(records: Records, thread: string, quote: Quote): RecordOperation[] {
  const counter = (records.threads.get(thread)?.quoteCounter ?? 0) + 1
  return [{ type: 'thread.attach', thread, quote, counter }]
}

/**
 * Sets the status, and keeps the version that it was set on (R5). `content` is the content hash, `version` a
 * new UUID.
 */
export function setStatus(
  records: Records,
  parts: { readonly status: Status; readonly content: Hash; readonly version: string },
): RecordOperation[] {
  const { status, content, version } = parts
  return [
    { type: 'status', status, content, counter: records.statusCounter + 1 },
    { type: 'version', version, name: null, cause: 'status' },
  ]
}

/** One person's word on the version with this content hash. `id` is a new UUID. */
export function giveApproval(parts: {
  readonly id: string
  readonly verdict: 'approved' | 'changes-requested'
  readonly note: string
  readonly content: Hash
}): RecordOperation[] {
  const { id, verdict, note, content } = parts
  return [{ type: 'approval', approval: id, verdict, note: note.trim(), content }]
}

/** Keeps the place in the log as a version. `id` is a new UUID; an automatic one has no name. */
export function nameVersion(parts: {
  readonly id: string
  readonly name: string | null
  readonly cause: Version['cause']
}): RecordOperation[] {
  return [{ type: 'version', version: parts.id, name: parts.name, cause: parts.cause }]
}

/** Says what became of a conflict: its words were taken or set, made a comment, or left. */
export function settleConflict(
  conflict: string,
  as: NonNullable<HeldConflict['settled']>['as'],
): RecordOperation[] {
  return [{ type: 'conflict.settle', conflict, as }]
}

/** Takes back what was said of a conflict last; nothing where it is open. */
export function reopenConflict(records: Records, conflict: string): RecordOperation[] {
  const held = records.handoff.conflicts.find(({ id }) => id === conflict)
  if (held?.settled == null) return []
  const { author, time } = held.settled
  return [{ type: 'conflict.reopen', conflict, settled: { author, time } }]
}

function trimmed({ id, text }: NewComment): NewComment {
  return { id, text: text.trim() }
}
