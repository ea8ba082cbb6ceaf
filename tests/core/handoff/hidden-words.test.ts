import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { writeCopyFile } from '../../../src/core/handoff/copy-file.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { quoteOf } from '../../../src/core/review/threads.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { acted, cleo, edited, send, suggested } from '../../support/handoff.ts'
import { startLog, stepsOf, type TestLog } from '../../support/log.ts'
import { unzipText } from '../../support/zip.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.'), p('The end.'))))
const fox = uuid(0x1f0)
const hidden = uuid(0x1f1)
const gone = uuid(0x1f2)
const other = uuid(0x1f3)

/** A log with a thread by Ben on words of the text, as the page makes it. */
function thread(log: TestLog, id: string, words: string, said: string): TestLog {
  const from = posOf(log.briefing.doc, words)
  const range = { from, to: from + words.length }
  const marked = new Transform(log.briefing.doc).addMark(
    range.from,
    range.to,
    schema.mark('comment', { thread: id }),
  )
  return acted(log, ben, [
    {
      type: 'thread.open',
      thread: id,
      quote: quoteOf(log.briefing.doc, range),
      comment: { id: uuid(Number.parseInt(id.slice(-4), 16) + 0x100), text: said },
    },
    stepsOf(marked.steps),
  ])
}

/** Hidden words beside and inside what threads are about, and words that were deleted since. */
function secretive(): TestLog {
  let log = suggested(start, cleo, tr => tr.insert(posOf(tr.doc, 'fox'), schema.text('SECRET ')))
  log = thread(log, fox, 'fox', 'Which fox?')
  log = thread(log, hidden, 'SECRET', 'Are we sure?')
  log = thread(log, gone, 'jumps', 'Or leaps?')
  log = thread(log, other, 'end', 'UNSHOWN')
  return edited(log, ben, tr => tr.delete(posOf(tr.doc, ' jumps'), posOf(tr.doc, ' jumps') + 6))
}

describe('[H2] what a copy’s threads are about', () => {
  const { copy } = send(secretive(), ben, 'suggest', { shown: [fox, hidden, gone] })
  const threads = copy.briefing.records.threads

  it('is quoted from the text that it shows', () => {
    expect(threads.get(fox)?.quote).toEqual({ text: 'fox', before: 'The quick brown ', after: '.' })
  })

  it('is not quoted where the words are hidden or gone', () => {
    const none = { text: '', before: '', after: '' }
    expect(threads.get(hidden)).toMatchObject({ quote: none, comments: [{ text: 'Are we sure?' }] })
    expect(threads.get(gone)).toMatchObject({ quote: none, comments: [{ text: 'Or leaps?' }] })
  })

  it('leaves nothing that is hidden in any part of its file', () => {
    const text = Object.values(unzipText(writeCopyFile(copy, at(60)))).join('\n')
    expect(text).toContain('Which fox?')
    for (const word of ['SECRET', 'jumps', 'UNSHOWN', other, cleo.name, cleo.id]) {
      expect(text).not.toContain(word)
    }
  })

  it('is quoted with suggestions that are shown', () => {
    const log = secretive()
    const ids = suggestionsOf(log.briefing.doc).map(({ id }) => id)
    const shown = send(log, ben, 'suggest', { shown: [fox, hidden, ...ids] }).copy.briefing.records.threads
    expect(shown.get(fox)?.quote?.before).toBe('The quick brown SECRET ')
    expect(shown.get(hidden)?.quote?.text).toBe('SECRET')
  })
})
