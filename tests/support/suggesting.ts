import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import { trackEdit } from '../../src/core/review/track.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { ada, at, posOf, uuid } from './builders.ts'

/** Ids of suggestions, one after another. */
export function suggestionIds(): () => string {
  let last = 0x5000
  return () => {
    last += 1
    return uuid(last)
  }
}

const nextId = suggestionIds()

/** An edit of a document as suggestions, as Suggesting mode makes it. */
export function suggest(doc: Node, edit: (tr: Transform) => void, author: Author = ada): Node {
  const tr = new Transform(doc)
  edit(tr)
  const tracked = trackEdit(doc, tr.steps, tr.docs, { author: author.id, time: at(1), newId: nextId })
  if (tracked === null) throw new Error('The edit cannot be a suggestion')
  return tracked.transform.doc
}

/** A document in which some words are commented. */
export function commented(doc: Node, words: string, thread: string): Node {
  const from = posOf(doc, words)
  return new Transform(doc).addMark(from, from + words.length, schema.mark('comment', { thread })).doc
}
