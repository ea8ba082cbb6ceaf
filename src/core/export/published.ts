import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Thread } from '../briefing/records.ts'
import { readingOf } from '../review/publication.ts'
import { withAll } from '../review/resolve.ts'
import { type PlacedThread, placeThreads } from '../review/threads.ts'
import { schema } from '../schema/schema.ts'
import { type Publication, plainReview } from './publication.ts'
import { publishedDocument } from './published-blocks.ts'
import { withSuggestionsShown } from './shown-suggestions.ts'

/** A thread as an export lists it, with the number that stands at its words. */
export interface Note {
  readonly number: number
  /** Its words in the text; empty where it is about the whole briefing. */
  readonly quote: string
  readonly isResolved: boolean
  readonly comments: readonly { readonly author: string; readonly date: string; readonly text: string }[]
}

/** What is written of a publication. */
export interface Published {
  /** Without empty blocks. A `comment` mark whose thread is a number stands on that number: a footnote's. */
  readonly doc: Node
  /** The headline and the words as data, where no number or mark has a place. */
  readonly plain: Node
  readonly notes: readonly Note[]
}

const comment = schema.mark('comment', { thread: '' }).type

/** The text as it was chosen to be published, and the comments to list (P3). */
export function published({ doc, review }: Publication): Published {
  const { suggestions, comments } = review ?? plainReview
  const decision = suggestions === 'accept' ? 'accept' : 'reject'
  const plain = publishedDocument(readingOf(doc, decision))
  if (suggestions !== 'show' && comments === 'none') return { doc: plain, plain, notes: [] }
  const marked = suggestions === 'show' ? withSuggestionsShown(doc) : withAll(doc, decision)
  const placed = comments === 'none' || review === undefined ? [] : inReadingOrder(review.threads, marked)
  const numbered = numberedText(marked, comments === 'footnotes' ? placed : [])
  const notes = placed.map(({ thread }, index) => ({
    number: index + 1,
    quote: thread.quote?.text ?? '',
    isResolved: thread.resolved !== null,
    comments: thread.comments.map(({ author, time, text }) => ({
      author: review?.authors.get(author)?.name ?? '?',
      date: time.slice(0, 10),
      text,
    })),
  }))
  return { doc: publishedDocument(numbered), plain, notes }
}

/** Threads in the order in which their words end; those without a place in the text come last. */
function inReadingOrder(threads: ReadonlyMap<string, Thread>, doc: Node): PlacedThread[] {
  const end = ({ ranges }: PlacedThread) => ranges.at(-1)?.to ?? doc.content.size
  return placeThreads(threads.values(), doc).sort((a, b) => end(a) - end(b))
}

/** The text with each thread's number behind its words instead of a mark on them. */
function numberedText(doc: Node, placed: readonly PlacedThread[]): Node {
  const tr = new Transform(doc)
  tr.removeMark(0, doc.content.size, comment)
  for (const [index, { ranges }] of [...placed.entries()].reverse()) {
    const end = ranges.at(-1)?.to
    if (end === undefined) continue
    const number = String(index + 1)
    tr.insert(end, schema.text(number, [comment.create({ thread: number })]))
  }
  return tr.doc
}
