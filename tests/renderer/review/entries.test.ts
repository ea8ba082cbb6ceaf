import { describe, expect, test } from 'vitest'
import { type HeldConflict, noHandoff } from '../../../src/core/briefing/handoff.ts'
import { type ReviewEntry, reviewEntries } from '../../../src/renderer/features/review/entries.ts'
import { entryLabel } from '../../../src/renderer/features/review/entry-label.ts'
import {
  countKinds,
  filterEntries,
  filterWords,
  unfiltered,
} from '../../../src/renderer/features/review/filter.ts'
import { peopleOf, personOf } from '../../../src/renderer/ui/people.ts'
import { ada, at, ben, body, doc, p, uuid } from '../../support/builders.ts'
import { commented, struck, threadOf } from '../../support/reviewed.ts'

const [first, second, lost, whole, done] = [1, 2, 3, 4, 5].map(uuid)
const stranger = uuid(0x99)
const text = commented(
  commented(
    struck(doc(body(p('One two'), p('Three four'), p('Five six'))), 'Three', uuid(20), ben.id),
    'One',
    first ?? '',
  ),
  'Five',
  second ?? '',
)
const threads = new Map(
  [
    threadOf(second ?? '', 'Five', [ben.id, ada.id]),
    threadOf(whole ?? '', null, [stranger]),
    threadOf(lost ?? '', 'Seven', [ada.id]),
    threadOf(first ?? '', 'One', [ada.id]),
    threadOf(done ?? '', 'Six', [ada.id], true),
  ].map(thread => [thread.id, thread]),
)
const held = (id: number, part: Partial<HeldConflict> = {}): HeldConflict => ({
  id: uuid(id),
  author: ben.id,
  time: at(5),
  kind: 'lost',
  wanted: 'To put in words where the text is gone',
  content: 'often ',
  where: null,
  proposal: null,
  settled: null,
  ...part,
})
const settled = { author: ada.id, time: at(9), as: 'dismissed' } as const
const handoff = { ...noHandoff, conflicts: [held(0xa), held(0xb, { settled })] }
const entries = reviewEntries({ threads, handoff }, commented(text, 'six', done ?? ''))
const people = peopleOf(new Map([[ada.id, ada]]), ben)
const names = (list: readonly ReviewEntry[]) =>
  list.map(entry => {
    if (entry.kind === 'suggestion') return 'suggestion'
    return (entry.kind === 'conflict' ? entry.conflict : entry.placed.thread).id.slice(-1)
  })

describe('R1, R2 the cards', () => {
  test('stand in the order of the text, behind conflicts, lost threads and those on the whole briefing', () => {
    expect(names(entries)).toEqual(['a', 'b', '3', '4', '1', 'suggestion', '2', '5'])
  })

  test('say who and what they are about, also of people whom the briefing does not know', () => {
    expect(entries.map(entry => entryLabel(entry, people))).toEqual([
      'Conflict of Ben Lindqvist: Inserted “often”',
      'Conflict of Ben Lindqvist: Inserted “often”, dealt with',
      'Thread by Ada Okafor on “Seven”, 1 comment, its text was removed',
      'Thread by Unknown author on the whole briefing, 1 comment',
      'Thread by Ada Okafor on “One”, 1 comment',
      'Suggestion by Ben Lindqvist: Delete “Three”',
      'Thread by Ben Lindqvist on “Five”, 2 comments',
      'Thread by Ada Okafor on “Six”, 1 comment, resolved',
    ])
  })

  test('are filtered by state, kind and author', () => {
    const shown = (part: object) => names(filterEntries(entries, { ...unfiltered, ...part }))
    expect(shown({})).toEqual(['a', '3', '4', '1', 'suggestion', '2'])
    expect(shown({ state: 'resolved' })).toEqual(['b', '5'])
    expect(shown({ state: 'all', kind: 'comments' })).toEqual(['3', '4', '1', '2', '5'])
    expect(shown({ state: 'all', kind: 'conflicts' })).toEqual(['a', 'b'])
    expect(shown({ kind: 'suggestions' })).toEqual(['suggestion'])
    expect(shown({ author: ben.id })).toEqual(['a', 'suggestion', '2'])
    expect(shown({ author: ada.id })).toEqual(['3', '1', '2'])
  })

  test('are counted by kind, as the filter is else', () => {
    expect(countKinds(entries, unfiltered)).toEqual({
      everything: 6,
      conflicts: 1,
      comments: 4,
      suggestions: 1,
    })
    expect(countKinds(entries, { ...unfiltered, state: 'resolved', kind: 'comments' })).toMatchObject({
      everything: 2,
      conflicts: 1,
    })
  })

  test('a filter says what it shows', () => {
    expect(filterWords(unfiltered)).toBe('Open')
    expect(filterWords({ state: 'resolved', kind: 'comments', author: null })).toBe('Resolved comments')
  })
})

describe('people', () => {
  test('have a colour each, although they chose the same', () => {
    const two = peopleOf(new Map([[ada.id, ada]]), { ...ben, colour: ada.colour })
    expect(two.get(ada.id)?.colour).toBe('blue')
    expect(two.get(ben.id)?.colour).toBe('vermilion')
  })

  test('whom nobody knows have none', () => {
    expect(personOf(people, stranger)).toMatchObject({ name: 'Unknown author', initials: '?', colour: null })
  })
})
