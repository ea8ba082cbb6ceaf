import { z } from 'zod'
import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Change, Operation } from '../history/change.ts'
import { applyChange, composeChange } from '../history/log.ts'
import { ok, type Result } from '../result.ts'
import { suggestionsOf } from './suggestions.ts'

/** Who makes the copy, and where new ids come from. */
interface Copying {
  readonly author: Author
  readonly time: string
  readonly newId: () => string
}

/**
 * The changes that give a new briefing, begun with another's text, what its review needs: the people whose
 * suggestions stand in the text, and with `records` the threads, the status and the approvals, each signed and
 * dated as in the other. Versions stay behind: they are places in a log that this one does not have.
 */
export function copyReview(
  start: Briefing,
  from: Briefing,
  { author: by, time, newId }: Copying,
  { records }: { readonly records: boolean },
): Result<{ changes: readonly Change[]; briefing: Briefing }> {
  let briefing = start
  const changes: Change[] = []
  const add = (author: Author, when: string, operations: Operation[]): Result<void> => {
    const change = composeChange(briefing, { id: newId(), author, time: when, operations })
    const next = applyChange(briefing, change)
    if (!next.ok) return next
    briefing = next.value
    changes.push(change)
    return ok(undefined)
  }
  const suggesting = new Set(suggestionsOf(from.doc).map(suggestion => suggestion.author))
  const people = [...from.authors.values()].filter(({ id }) => suggesting.has(id) && !start.authors.has(id))
  if (people.length > 0) {
    const named = add(
      by,
      time,
      people.map(author => ({ type: 'author', author })),
    )
    if (!named.ok) return named
  }
  for (const { author, when, operation } of records ? recordsOf(from, newId) : []) {
    const added = add(from.authors.get(author) ?? by, when, [operation])
    if (!added.ok) return added
  }
  return ok({ changes, briefing })
}

interface Signed {
  readonly author: string
  readonly when: string
  readonly operation: Operation
}

function recordsOf({ records }: Briefing, newId: () => string): Signed[] {
  const { threads, statusHistory, approvals } = records
  // An id that was taken twice was told apart in a way that no log may hold.
  const idOf = (id: string) => (z.uuid().safeParse(id).success ? id : newId())
  const signed: Signed[] = []
  for (const { id: thread, quote, comments, resolved } of threads.values()) {
    for (const [index, { id, author, time: when, text }] of comments.entries()) {
      const comment = { id: idOf(id), text }
      const operation: Operation =
        index === 0
          ? { type: 'thread.open', thread, quote, comment }
          : { type: 'comment.add', thread, comment }
      signed.push({ author, when, operation })
    }
    if (resolved === null) continue
    const operation: Operation = { type: 'thread.resolve', thread, resolved: true, counter: 1 }
    signed.push({ author: resolved.author, when: resolved.time, operation })
  }
  for (const [index, { author, time: when, status, content }] of statusHistory.entries()) {
    signed.push({ author, when, operation: { type: 'status', status, content, counter: index + 1 } })
  }
  for (const { id, author, time: when, verdict, note, content } of approvals) {
    const operation: Operation = { type: 'approval', approval: idOf(id), verdict, note, content }
    signed.push({ author, when, operation })
  }
  return signed
}
