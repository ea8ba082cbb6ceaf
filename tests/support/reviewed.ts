import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Comment, Thread } from '../../src/core/briefing/records.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { ada, at, posOf, uuid } from './builders.ts'

/** A document with a comment mark on words. */
export function commented(on: Node, words: string, thread: string): Node {
  const from = posOf(on, words)
  return new Transform(on).addMark(from, from + words.length, schema.mark('comment', { thread })).doc
}

/** A document in which words are suggested to go. */
export function struck(on: Node, words: string, id: string, author = ada.id): Node {
  const from = posOf(on, words)
  const mark = schema.mark('deletion', { id, author, time: at(0), of: 'text' })
  return new Transform(on).addMark(from, from + words.length, mark).doc
}

/** A thread with one comment for each author given. */
export function threadOf(
  id: string,
  quote: string | null,
  authors: readonly string[],
  resolved = false,
): Thread {
  const comments = authors.map(
    (author, index): Comment => ({
      id: uuid(0x1000 + index),
      author,
      time: at(index),
      text: `Comment ${index + 1}`,
      edited: null,
      counter: 0,
    }),
  )
  return {
    id,
    quote: quote === null ? null : { text: quote, before: '', after: '' },
    quoteCounter: 0,
    comments,
    resolved: resolved ? { author: ada.id, time: at(9) } : null,
    resolvedCounter: 0,
  }
}
