import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Thread } from '../briefing/records.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import { applyChange, composeChange } from '../history/log.ts'
import type { Result } from '../result.ts'
import { ok } from '../result.ts'

/**
 * A copy's log with some threads as they stand in the master, every comment by its author and with its time,
 * and nothing of how they came to be.
 * @param known everybody who may have written in them
 */
export function copyThreads(
  start: Briefing,
  threads: readonly Thread[],
  known: ReadonlyMap<string, Author>,
): Result<{ changes: Change[]; briefing: Briefing }> {
  const changes: Change[] = []
  let briefing = start
  for (const thread of threads) {
    for (const { author: id, time, operations } of wordsOf(thread)) {
      const author = known.get(id)
      if (author === undefined || operations.length === 0) continue
      const change = composeChange(briefing, {
        id: derivedId(['thread', thread.id, changes.length, briefing.head]),
        author,
        time,
        operations,
      })
      const applied = applyChange(briefing, change)
      if (!applied.ok) return applied
      briefing = applied.value
      changes.push(change)
    }
  }
  return ok({ changes, briefing })
}

interface Said {
  readonly author: string
  readonly time: string
  readonly operations: readonly Operation[]
}

function wordsOf({ id: thread, quote, quoteCounter, comments, resolved, resolvedCounter }: Thread): Said[] {
  const said = comments.map(({ id, author, time, text, edited, counter }, index): Said => {
    const comment = { id: isUuid(id) ? id : derivedId([thread, id]), text }
    const operations: Operation[] = [
      index === 0
        ? { type: 'thread.open', thread, quote, comment }
        : { type: 'comment.add', thread, comment },
    ]
    if (index === 0 && quote !== null && quoteCounter > 0) {
      operations.push({ type: 'thread.attach', thread, quote, counter: quoteCounter })
    }
    if (edited !== null && counter > 0) {
      operations.push({ type: 'comment.edit', thread, comment: comment.id, text, counter })
    }
    return { author, time, operations }
  })
  const first = comments[0]
  if (resolvedCounter > 0 && first !== undefined) {
    const { author, time } = resolved ?? first
    const isResolved = resolved !== null
    const operation = {
      type: 'thread.resolve',
      thread,
      resolved: isResolved,
      counter: resolvedCounter,
    } as const
    said.push({ author, time, operations: [operation] })
  }
  return said
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}
