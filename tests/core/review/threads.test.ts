import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import type { BriefingId } from '../../../src/core/briefing/briefing.ts'
import { emptyDetails } from '../../../src/core/briefing/details.ts'
import { noRecords, type Records } from '../../../src/core/briefing/records.ts'
import { originHash } from '../../../src/core/history/change.ts'
import { createOrigin } from '../../../src/core/history/log.ts'
import { applyRecord, type RecordOperation } from '../../../src/core/history/records.ts'
import { Scratch } from '../../../src/core/history/scratch.ts'
import { anchorsOf, findQuote, placeThreads, quoteOf } from '../../../src/core/review/threads.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, p, posOf, uuid } from '../../support/builders.ts'

const text = doc(body(p('The fund starts at ten and doubles'), p('The fund ends at ten and stops')))
const head = originHash(
  createOrigin({ id: uuid(1) as BriefingId, time: at(0), author: ada, doc: text, details: emptyDetails }),
)
const thread = uuid(100)

function recordsAfter(
  operations: readonly RecordOperation[],
  author = ada.id,
  from: Records = noRecords,
): Records {
  return operations.reduce(
    (records, operation) =>
      applyRecord(records, operation, { author, time: at(1), head, scratch: new Scratch() }),
    from,
  )
}

const open: RecordOperation = {
  type: 'thread.open',
  thread,
  quote: { text: 'ten', before: 'starts at ', after: ' and' },
  comment: { id: uuid(1), text: 'Source?' },
}

function commented(on: Node, words: string, id = thread): Node {
  const from = posOf(on, words)
  return new Transform(on).addMark(from, from + words.length, schema.mark('comment', { thread: id })).doc
}

describe('R1 threads', () => {
  test('a reply reopens a resolved thread, also one that came late', () => {
    const resolved = recordsAfter([open, { type: 'thread.resolve', thread, resolved: true, counter: 1 }])
    expect(resolved.threads.get(thread)?.resolved).toEqual({ author: ada.id, time: at(1) })
    const replied = recordsAfter(
      [{ type: 'comment.add', thread, comment: { id: uuid(2), text: 'No.' } }],
      ben.id,
      resolved,
    )
    expect(replied.threads.get(thread)?.resolved).toBeNull()
    expect(replied.threads.get(thread)?.comments.map(({ author }) => author)).toEqual([ada.id, ben.id])
  })

  test('deleting a thread never takes a reply that its deleter had not seen', () => {
    const replied = recordsAfter([
      open,
      { type: 'comment.add', thread, comment: { id: uuid(2), text: 'Wait' } },
    ])
    const deleted = recordsAfter([{ type: 'comment.delete', thread, comments: [uuid(1)] }], ada.id, replied)
    expect(deleted.threads.get(thread)?.comments.map(comment => comment.text)).toEqual(['Wait'])
    expect(
      recordsAfter([{ type: 'comment.delete', thread, comments: [uuid(2)] }], ada.id, deleted).threads.size,
    ).toBe(0)
  })

  test('the higher counter wins, whatever the clock says', () => {
    const edited = recordsAfter([
      open,
      { type: 'comment.edit', thread, comment: uuid(1), text: 'second', counter: 2 },
    ])
    const late = recordsAfter(
      [{ type: 'comment.edit', thread, comment: uuid(1), text: 'first', counter: 1 }],
      ada.id,
      edited,
    )
    expect(late.threads.get(thread)?.comments[0]?.text).toBe('second')
  })

  test('what a foreign file gets wrong is kept: a second thread of one id, a reply to none', () => {
    const twice = recordsAfter([open, { ...open, comment: { id: uuid(1), text: 'Again' } }])
    expect(twice.threads.get(thread)?.comments.map(({ id, text }) => [id, text])).toEqual([
      [uuid(1), 'Source?'],
      [`${uuid(1)}#2`, 'Again'],
    ])
    const orphan = recordsAfter([{ type: 'comment.add', thread, comment: { id: uuid(3), text: 'Hello?' } }])
    expect(placeThreads(orphan.threads.values(), text).map(({ place }) => place)).toEqual(['lost'])
  })

  test('threads stand in the order of the text, those without their words first', () => {
    const second = uuid(101)
    const whole = uuid(102)
    const gone = uuid(103)
    const records = recordsAfter([
      open,
      { ...open, thread: second },
      { ...open, thread: whole, quote: null },
      { ...open, thread: gone },
    ])
    const marked = commented(commented(text, 'ends', thread), 'starts', second)
    const placed = placeThreads(records.threads.values(), marked)
    expect(placed.map(({ thread: { id }, place }) => [id, place])).toEqual([
      [gone, 'lost'],
      [whole, 'briefing'],
      [second, 'text'],
      [thread, 'text'],
    ])
  })

  test('an anchor is one range as long as its words stand together', () => {
    const marked = commented(text, 'fund starts')
    const bold = new Transform(marked).addMark(
      posOf(marked, 'fund'),
      posOf(marked, 'fund') + 4,
      schema.mark('bold'),
    ).doc
    const from = posOf(bold, 'fund')
    expect(anchorsOf(bold).get(thread)).toEqual([{ from, to: from + 'fund starts'.length }])
  })

  test('a quote is found by the words around it, and not where two places fit', () => {
    const from = posOf(text, 'ten and doubles')
    const quote = quoteOf(text, { from, to: from + 3 })
    expect(quote).toEqual({ text: 'ten', before: 'The fund starts at ', after: ' and doubles' })
    expect(findQuote(text, quote)).toEqual({ from, to: from + 3 })
    expect(findQuote(text, { text: 'ten', before: 'nowhere', after: 'nowhere' })).toBeNull()
    expect(findQuote(text, { text: 'eleven', before: '', after: '' })).toBeNull()
  })
})
