import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Briefing } from '../briefing/briefing.ts'
import { type Hash, hashValue } from '../canonical.ts'
import { schema } from '../schema/schema.ts'
import { type Decision, withAll } from './resolve.ts'

/** The text as it reads with every suggestion decided one way, without comments. */
export function readingOf(doc: Node, suggestions: Decision): Node {
  const tr = new Transform(withAll(doc, suggestions))
  tr.removeMark(0, tr.doc.content.size, schema.mark('comment', { thread: '' }).type)
  return tr.doc
}

/**
 * The hash that names what would be published: the text with suggestions rejected and comments taken off, and
 * the details. A comment does not change it, an accepted suggestion does (architecture: the document).
 */
export function contentHash(briefing: Pick<Briefing, 'doc' | 'details'>): Hash {
  return hashValue({ doc: readingOf(briefing.doc, 'reject').toJSON(), details: briefing.details })
}
