import { describe, expect, test } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { readingOf } from '../../../src/core/review/publication.ts'
import { resolveSuggestions, withAll, withoutSuggestions } from '../../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  bullets,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  p,
  posOf,
  uuid,
} from '../../support/builders.ts'
import { type Edit, edited, merge, send, suggested } from '../../support/handoff.ts'
import { startLog, type TestLog } from '../../support/log.ts'

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
  const begun = edited(start, ada, tr => {
    const mark = schema.mark('insertion', { id: uuid(0xd3), author: ada.id, time: at(8), of: 'block' })
    tr.insert(before('Low')(tr.doc), p('Slack water.').mark([mark]))
  })

  /** The text after a merge; without what the merge suggests, it is as it was. */
  function landed(edit: Edit): string {
    const sent = send(begun, ben, 'suggest', { shown: [uuid(0xd3)] })
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

test('[H3] a comment on words that a suggestion over several blocks shows anew is on the new ones', () => {
  const lists = doc(
    body(bullets(li(p('High')), li(p('Low'))), bullets(li(p(), bullets(li(p('Ebb')), li(p('Flow')))))),
  )
  const sent = send(startLog(lists), ben, 'suggest')
  const master = edited(sent.master, ada, tr => tr.insert(posOf(tr.doc, 'Low'), schema.text('Very ')))
  const cut = edited(sent.copy, ben, tr => tr.delete(posOf(tr.doc, 'High'), posOf(tr.doc, 'Ebb') + 3))
  const back = edited(cut, ben, tr => {
    const from = posOf(tr.doc, 'Flow')
    return tr.addMark(from, from + 4, schema.mark('comment', { thread: uuid(0x7e) }))
  })
  const now = merge(master, [back]).master.briefing.doc
  const accepted = withAll(now, 'accept').child(3).toString()
  expect(accepted).toContain('comment("Flow")')
})

/** Moves the first of all key points behind the last. */
const moveFirst: Edit = tr => {
  const points = tr.doc.child(2)
  const from = tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize + 1
  const first = points.child(0)
  tr.insert(from + points.content.size, first).delete(from, from + first.nodeSize)
}

describe('[H3] what a copy that may only suggest did on what it had suggested', () => {
  const point = startLog(doc(keyPoints(kp('Ebb flow')), body(p())))
  const breaking: Edit = tr => tr.split(posOf(tr.doc, 'flow'))

  /** Without what the merge suggests, the text is as it was. */
  function expectSuggestions(master: TestLog, back: TestLog) {
    const now = merge(master, [back]).master.briefing.doc
    expect(readingOf(now, 'reject').toString()).toBe(readingOf(master.briefing.doc, 'reject').toString())
  }

  test('a break that it withdrew where it had nothing to join is not accepted by that', () => {
    const sent = send(point, ben, 'suggest')
    const moved = edited(suggested(sent.copy, ben, breaking), ben, moveFirst)
    const { doc: text } = moved.briefing
    expect(text.child(2).toString()).toBe('keyPoints(insertion(keyPoint("flow")), keyPoint("Ebb "))')
    const back = edited(moved, ben, tr =>
      resolveSuggestions(tr, mark => (mark.attrs.of === 'break' ? 'reject' : null)),
    )
    expectSuggestions(sent.master, back)
  })

  test('nor is an empty block that it accepted where it was the only one', () => {
    const sent = send(startLog(doc(body(p()))), ben, 'suggest')
    const put = suggested(sent.copy, ben, tr => tr.insert(tr.doc.content.size - 3, p()))
    const alone = edited(put, ben, tr => tr.delete(tr.doc.content.size - 3, tr.doc.content.size - 1))
    expect(alone.briefing.doc.child(3).toString()).toBe('body(insertion(paragraph))')
    expectSuggestions(
      sent.master,
      edited(alone, ben, tr => resolveSuggestions(tr, () => 'accept')),
    )
  })

  test('moving one of two empty blocks is a move, though the text is the same', () => {
    const sent = send(startLog(doc(keyPoints(kp()), body(p()))), ben, 'suggest')
    const split = edited(sent.copy, ben, tr =>
      tr.split(tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize + 2),
    )
    expectSuggestions(sent.master, edited(split, ben, moveFirst))
  })

  test('accepting the replacement of a word by the same word is an edit of it', () => {
    const sent = send(point, ben, 'suggest')
    const from = posOf(point.briefing.doc, 'flow')
    const replaced = suggested(sent.copy, ben, tr => tr.replaceWith(from, from + 4, schema.text('flow')))
    const back = edited(replaced, ben, tr => resolveSuggestions(tr, () => 'accept'))
    expectSuggestions(
      edited(sent.master, ada, tr => tr.delete(from, from + 4)),
      back,
    )
  })

  test('what is deleted of one’s own suggested block is gone, and so is the block when it is withdrawn', () => {
    const sent = send(point, ben, 'suggest')
    const put = suggested(sent.copy, ben, tr => tr.insert(posOf(tr.doc, 'Ebb') + 9, kp('Slack')))
    const emptied = edited(put, ben, tr => {
      const from = posOf(tr.doc, 'Slack')
      return tr.insert(tr.doc.content.size - 2, schema.text('Tides')).delete(from, from + 5)
    })
    const back = edited(emptied, ben, tr =>
      resolveSuggestions(tr, mark => (mark.attrs.of === 'block' ? 'reject' : null)),
    )
    expectSuggestions(sent.master, back)
  })

  test('a break of another’s that it rejected stays, and waits for nothing', () => {
    const broken = suggested(point, ada, breaking)
    const of = suggestionsOf(broken.briefing.doc).map(({ id }) => id)
    const sent = send(broken, ben, 'suggest', { shown: of })
    const struck = suggested(sent.copy, ben, tr => {
      const from = posOf(tr.doc, 'Ebb') - 1
      return tr.delete(from, from + 6)
    })
    const back = edited(struck, ben, tr =>
      resolveSuggestions(tr, mark => (of.includes(mark.attrs.id as string) ? 'reject' : null)),
    )
    const now = merge(sent.master, [back]).master.briefing
    const withoutBens = withoutSuggestions(now.doc, mark => mark.attrs.author === ben.id)
    expect(withoutBens.toString()).toBe(sent.master.briefing.doc.toString())
    expect(openConflicts(now.records.handoff)).toHaveLength(1)
  })
})

test('[H3] a kind that a block cannot take is reported with the words of those that it is suggested to be joined with', () => {
  const sent = send(start, ben, 'suggest')
  const ours = edited(sent.master, ada, quote('High', 'Low'))
  const joined = suggested(sent.copy, ben, tr => tr.join(before('Low')(tr.doc)))
  const theirs = edited(joined, ben, tr => {
    const at = posOf(tr.doc, 'High')
    return tr.setBlockType(at, at, schema.node('sectionHeading').type)
  })
  const { records } = merge(ours, [theirs]).master.briefing
  const kinds = openConflicts(records.handoff).filter(
    ({ wanted }) => wanted === 'To change the kind of a block',
  )
  expect(kinds.map(({ content }) => content)).toEqual(['High water.\nLow water.'])
})

test('[H2] what a rejection that is not carried leaves waiting for another suggestion is not carried either', () => {
  const change = (id: number, what: Record<string, unknown>) =>
    schema.mark('modification', { id: uuid(id), author: ada.id, time: at(1), change: what })
  const words = schema.text('Ports.', [change(1, { mark: 'bold', before: schema.mark('bold').toJSON() })])
  const block = change(2, { before: { type: 'paragraph', attrs: schema.node('paragraph').attrs } })
  const log = startLog(doc(body(schema.node('sectionHeading', { level: 1 }, words, [block]))))
  const sent = send(log, ben, 'suggest', { shown: [uuid(1), uuid(2)] })
  const theirs = edited(sent.copy, ben, tr =>
    resolveSuggestions(tr, mark => (mark.attrs.id === uuid(1) ? 'reject' : null)),
  )
  const { doc: now, records } = merge(sent.master, [theirs]).master.briefing
  expect(now.toString()).toBe(log.briefing.doc.toString())
  expect(openConflicts(records.handoff)).toHaveLength(1)
})
