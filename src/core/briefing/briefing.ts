import type { Node } from 'prosemirror-model'
import type { Hash } from '../canonical.ts'
import type { Author } from './author.ts'
import type { DetailName, Details } from './details.ts'
import type { Records } from './records.ts'
import { eachStandingBlock, standingText } from './standing-text.ts'

export type BriefingId = string & { readonly __briefingId: true }

/**
 * A briefing at one place in its history: what replaying its log up to `head` gives.
 * It is a value: a change makes a new one.
 */
export interface Briefing {
  readonly id: BriefingId
  /** The text, valid under the schema. */
  readonly doc: Node
  readonly details: Details
  /** The highest counter seen for each detail that was ever set. */
  readonly detailCounters: { readonly [N in DetailName]?: number }
  /** Threads, status, approvals and versions. */
  readonly records: Records
  /** Everyone who wrote in it, by id. */
  readonly authors: ReadonlyMap<string, Author>
  /** The hash of the last change, or of the origin where there is none. */
  readonly head: Hash
}

/** The four fields of a briefing's text. */
export interface Fields {
  readonly headline: Node
  readonly standfirst: Node
  readonly keyPoints: Node
  readonly body: Node
}

/** The fields of a document; the strict schema (D1) guarantees that they are there. */
export function fields(doc: Node): Fields {
  return { headline: doc.child(0), standfirst: doc.child(1), keyPoints: doc.child(2), body: doc.child(3) }
}

/** What the library and the window call a briefing: its headline, else its first words, else "Untitled". */
export function titleOf(doc: Node): string {
  const headline = wordsIn(fields(doc).headline).join(' ')
  if (headline !== '') return headline
  let words: string[] = []
  eachStandingBlock(doc, block => {
    if (words.length === 0) words = wordsIn(block)
  })
  if (words.length === 0) return 'Untitled'
  const first = words.join(' ')
  const short = [...words.slice(0, 10).join(' ')].slice(0, 90).join('')
  return short.length < first.length ? `${short}…` : short
}

function wordsIn(block: Node): string[] {
  return standingText(block, ' ')
    .split(/\s+/u)
    .filter(word => word !== '')
}
