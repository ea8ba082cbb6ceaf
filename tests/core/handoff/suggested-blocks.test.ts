import { describe, expect, test } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { readingOf } from '../../../src/core/review/publication.ts'
import { withoutSuggestions } from '../../../src/core/review/resolve.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { type Edit, edited, merge, send } from '../../support/handoff.ts'
import { startLog } from '../../support/log.ts'

const start = startLog(doc(headline('Tides'), body(p('High water.'), p('Low water.'), p('The end.'))))
const before = (words: string) => (now: Parameters<typeof posOf>[0]) =>
  now.resolve(posOf(now, words)).before()

/** Suggests a divider in front of a paragraph. */
const suggestDivider =
  (words: string): Edit =>
  tr => {
    const pos = before(words)(tr.doc)
    const mark = { id: uuid(0xd1), author: ben.id, time: at(9), of: 'block' }
    tr.insert(pos, schema.node('divider')).addNodeMark(pos, schema.mark('insertion', mark))
  }

/** Makes a quotation of the paragraphs from one to another. */
const quote =
  (first: string, last: string): Edit =>
  tr => {
    const range = tr.doc.resolve(posOf(tr.doc, first)).blockRange(tr.doc.resolve(posOf(tr.doc, last)))
    const { blockQuotation } = schema.nodes
    if (range !== null && blockQuotation !== undefined) tr.wrap(range, [{ type: blockQuotation }])
  }

function merged(editor: Edit, reviewer: Edit) {
  const sent = send(start, ben, 'comment')
  const master = edited(sent.master, ada, editor)
  const { doc: now, records } = merge(master, [edited(sent.copy, ben, reviewer)]).master.briefing
  expect(readingOf(now, 'reject').toString()).toBe(readingOf(master.briefing.doc, 'reject').toString())
  return { text: now.child(3).toString(), held: openConflicts(records.handoff).map(one => one.wanted) }
}

test('[H3] a block suggested at the edge of what became a quotation stands beside it, still a suggestion', () => {
  const { text, held } = merged(quote('Low', 'Low'), suggestDivider('Low'))
  expect(text).toBe(
    'body(paragraph("High water."), insertion(divider), blockQuotation(paragraph("Low water.")), paragraph("The end."))',
  )
  expect(held).toEqual([])
})

test('[H3] one suggested in the middle of it is reported: splitting the quotation would be more than a suggestion', () => {
  const { text, held } = merged(quote('High', 'Low'), suggestDivider('Low'))
  expect(text).toBe(
    'body(blockQuotation(paragraph("High water."), paragraph("Low water.")), paragraph("The end."))',
  )
  expect(held).toEqual(['To put in words'])
})

test('[H3] a block suggested to go that was split meanwhile is reported with all its words', () => {
  const split: Edit = tr => tr.split(posOf(tr.doc, 'Low'))
  const strike: Edit = tr => {
    const mark = { id: uuid(0xd2), author: ben.id, time: at(9), of: 'block' }
    tr.addNodeMark(before('Low')(tr.doc), schema.mark('deletion', mark))
  }
  const sent = send(start, ben)
  const { records } = merge(edited(sent.master, ada, split), [edited(sent.copy, ben, strike)]).master.briefing
  expect(openConflicts(records.handoff).map(({ content }) => content)).toEqual(['Low water.'])
})

describe('[H3] directly in a block that somebody else suggests, by whom may only suggest', () => {
  const suggested = edited(start, ada, tr => {
    const mark = schema.mark('insertion', { id: uuid(0xd3), author: ada.id, time: at(8), of: 'block' })
    tr.insert(before('Low')(tr.doc), p('Slack water.').mark([mark]))
  })

  /** The text after a merge; without what the merge suggests, it is as it was. */
  function landed(edit: Edit): string {
    const sent = send(suggested, ben, 'suggest', { shown: [uuid(0xd3)] })
    const { doc: now } = merge(sent.master, [edited(sent.copy, ben, edit)]).master.briefing
    const withoutBens = withoutSuggestions(now, mark => mark.attrs.author === ben.id)
    expect(withoutBens.toString()).toBe(sent.master.briefing.doc.toString())
    return now.child(3).toString()
  }

  test('words become a suggestion too', () => {
    const text = landed(tr => tr.insert(posOf(tr.doc, 'Slack') + 6, schema.text('tidal ')))
    expect(text).toContain('insertion(paragraph("Slack ", insertion("tidal "), "water."))')
  })

  test('so does a link', () => {
    const href = 'https://example.org/slack'
    const text = landed(tr => {
      const from = posOf(tr.doc, 'Slack')
      return tr.addMark(from, from + 5, schema.mark('link', { href }))
    })
    expect(text).toContain('insertion(paragraph(link(modification("Slack")), " water."))')
  })

  test('so does a break', () => {
    const text = landed(tr => tr.split(posOf(tr.doc, 'Slack') + 6))
    expect(text).toContain('insertion(paragraph("Slack ")), insertion(insertion(paragraph("water.")))')
  })
})
