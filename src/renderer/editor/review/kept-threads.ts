import type { Transaction } from 'prosemirror-state'
import { anchorsOf, findQuote, quoteOf } from '../../../core/review/threads.ts'
import { schema } from '../../../core/schema/schema.ts'

/**
 * Undo puts text back as it was, also text that was commented on since. Where a thread would lose its words and
 * they still stand there, they stay its words.
 */
export function keepThreads(tr: Transaction): void {
  const before = anchorsOf(tr.before)
  if (before.size === 0) return
  const after = anchorsOf(tr.doc)
  for (const [thread, ranges] of before) {
    const [first, last] = [ranges[0], ranges.at(-1)]
    if (after.has(thread) || first === undefined || last === undefined) continue
    const found = findQuote(tr.doc, quoteOf(tr.before, { from: first.from, to: last.to }))
    if (found !== null) tr.addMark(found.from, found.to, schema.mark('comment', { thread }))
  }
}
