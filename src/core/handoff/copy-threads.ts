import type { Node } from 'prosemirror-model'
import type { Author } from '../briefing/author.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Quote, Thread } from '../briefing/records.ts'
import type { Change, Operation } from '../history/change.ts'
import { derivedId } from '../history/derived-id.ts'
import { applyChange, composeChange } from '../history/log.ts'
import type { Result } from '../result.ts'
import { ok } from '../result.ts'
import { anchorsOf, quoteOf, type Range } from '../review/threads.ts'

/**
 * A copy's log with some threads as they stand in the master, every comment by its author and with its time,
 * and nothing of how they came to be. What a thread is about is quoted from the copy's own text: the master's
 * quote may hold words that the copy does not show, or that were deleted since.
 * @param known everybody who may have written in them
 */
export function copyThreads(
  start: Briefing,
  threads: readonly Thread[],
  known: ReadonlyMap<string, Author>,
): Result<{ changes: Change[]; briefing: Briefing }> {
  const changes: Change[] = []
  const anchors = anchorsOf(start.doc)
  let briefing = start
  for (const whole of threads) {
    const thread = { ...whole, quote: quoteIn(start.doc, whole, anchors.get(whole.id) ?? []) }
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

/** The most of its words that a quote may hold. */
const most = 20_000

/** What a thread is about, in a text's own words; none where they are not in it. */
function quoteIn(doc: Node, { quote }: Thread, ranges: readonly Range[]): Quote | null {
  if (quote === null) return null
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (first === undefined || last === undefined) return { text: '', before: '', after: '' }
  const now = quoteOf(doc, { from: first.from, to: last.to })
  return { ...now, text: now.text.slice(0, most) }
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
