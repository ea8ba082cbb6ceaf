import { Transform } from 'prosemirror-transform'
import type { BriefingId } from '../../src/core/briefing/briefing.ts'
import { emptyDetails } from '../../src/core/briefing/details.ts'
import { writeBriefingFile } from '../../src/core/handoff/write.ts'
import type { Change, Operation } from '../../src/core/history/change.ts'
import { applyChange, composeChange, createOrigin, openLog } from '../../src/core/history/log.ts'
import { quoteOf } from '../../src/core/review/threads.ts'
import { schema } from '../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  section,
  standfirst,
  uuid,
} from '../support/builders.ts'
import { randomFrom } from './keys.ts'

const vocabulary =
  'harbour tide barrier council levy storm vessel quay river estuary engineer minister plan fund gate pilot'.split(
    ' ',
  )

/** Paragraphs of invented words, 80 each: the same for the same seed. */
export function paragraphsOf(words: number, seed = 11): string[] {
  const random = randomFrom(seed)
  const word = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'tide'
  return Array.from({ length: Math.ceil(words / 80) }, () => `${Array.from({ length: 80 }, word).join(' ')}.`)
}

/** A briefing of so many words with so many threads and pending suggestions by two people, as a file. */
export function longBriefing(words: number, threads: number, suggestions: number): Uint8Array {
  const paragraphs = paragraphsOf(words)
  const blocks = paragraphs.flatMap((text, index) =>
    index % 10 === 0 ? [section(`Part ${index / 10 + 1}`), p(text)] : [p(text)],
  )
  const first = doc(
    headline('The long briefing'),
    standfirst('Measured, not read'),
    keyPoints(kp('One'), kp('Two'), kp('Three')),
    body(...blocks),
  )
  const origin = createOrigin({
    id: uuid(77) as BriefingId,
    time: at(0),
    author: ada,
    doc: first,
    details: emptyDetails,
  })
  const tr = new Transform(first)
  const places: number[] = []
  first.descendants((node, pos) => {
    if (node.type.name === 'paragraph') places.push(pos + 1)
    return !node.isTextblock
  })
  const records: Operation[] = []
  const place = (index: number, count: number) => {
    const block = Math.floor((index * places.length) / count) % places.length
    return (places[block] ?? 1) + 5 + (index % 5) * 70
  }
  for (let index = 0; index < threads; index += 1) {
    const from = place(index, threads)
    const thread = uuid(10_000 + index)
    tr.addMark(from, from + 20, schema.mark('comment', { thread }))
    const quote = quoteOf(first, { from, to: from + 20 })
    records.push({
      type: 'thread.open',
      thread,
      quote,
      comment: { id: uuid(20_000 + index), text: 'Is this so?' },
    })
  }
  for (let index = 0; index < suggestions; index += 1) {
    const from = place(index, suggestions) + 30
    const attrs = { id: uuid(30_000 + index), author: ben.id, time: at(2), of: 'text' }
    tr.addMark(from, from + 8, schema.mark(index % 2 === 0 ? 'deletion' : 'insertion', attrs))
  }
  const opened = openLog(origin)
  if (!opened.ok) throw new Error(opened.error.message)
  let briefing = opened.value
  const changes: Change[] = []
  const append = (id: number, author: typeof ada, operations: Operation[]) => {
    const change = composeChange(briefing, { id: uuid(id), author, time: at(1), operations })
    const applied = applyChange(briefing, change)
    if (!applied.ok) throw new Error(applied.error.message)
    briefing = applied.value
    changes.push(change)
  }
  append(1, ada, records)
  append(2, ben, [{ type: 'steps', steps: tr.steps.map(step => step.toJSON()) }])
  return writeBriefingFile({ origin, changes, title: 'The long briefing', time: at(3) })
}
