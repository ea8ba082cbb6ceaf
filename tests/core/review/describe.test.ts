import { deleteSelection, joinBackward, setBlockType, splitBlock, toggleMark } from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { describeSuggestion } from '../../../src/core/review/describe.ts'
import { suggestionsIn, suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { trackEdit } from '../../../src/core/review/track.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  bold,
  bullets,
  doc,
  keyPoints,
  kp,
  li,
  p,
  posOf,
  pullQuote,
  uuid,
} from '../../support/builders.ts'

const text = doc(
  keyPoints(kp('Over 40 ports'), kp('Second point')),
  body(p('One two three'), p('Four five'), bullets(li(p('item'))), pullQuote('We are done', 'A Name')),
)

let made = 0

/** The document after one suggested edit at a selection. */
function suggest(from: Node, select: readonly [string, string], command: Command, author = ada.id): Node {
  const state = EditorState.create({ doc: from })
  const selection = TextSelection.create(from, posOf(from, select[0]), posOf(from, select[1]))
  let suggested: Node | undefined
  command(state.apply(state.tr.setSelection(selection)), tr => {
    made += 1
    const who = { author, time: at(made), newId: () => uuid(made) }
    suggested = trackEdit(from, tr.steps, tr.docs, who)?.transform.doc
  })
  if (suggested === undefined) throw new Error('The edit could not be suggested')
  return suggested
}

const type =
  (typed: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(typed))
    return true
  }

const summaries = (suggested: Node) => suggestionsOf(suggested).map(s => describeSuggestion(s).summary)

describe('R2 a suggestion says what it would do', () => {
  const mark = (name: string) => schema.mark(name).type
  const node = (name: string) => schema.node(name).type
  test.each<[string, readonly [string, string], Command]>([
    ['Replace “40” with “41”', ['40 ports', ' ports'], type('41')],
    ['Insert “new”', ['two', 'two'], type('new ')],
    ['Delete “two”', ['two', ' three'], deleteSelection],
    ['Split paragraph', [' three', ' three'], splitBlock],
    ['Join paragraphs', ['Four', 'Four'], joinBackward],
    ['Join key points', ['Second', 'Second'], joinBackward],
    ['Make heading', ['Four', 'Four'], setBlockType(node('sectionHeading'), { level: 1 })],
    ['Make subheading', ['Four', 'Four'], setBlockType(node('sectionHeading'), { level: 2 })],
    ['Make “two” bold', ['two', ' three'], toggleMark(mark('bold'))],
    [
      'Make bulleted list of “Four five”',
      ['Four', 'five'],
      wrapInList(schema.node('bulletList', null, [li(p())]).type),
    ],
  ])('%s', (summary, select, command) => {
    expect(summaries(suggest(text, select, command))).toEqual([summary])
  })

  test('a moved block is one suggestion', () => {
    const move: Command = (state, dispatch) => {
      const from = posOf(state.doc, 'Four') - 1
      const block = state.doc.nodeAt(from)
      if (block !== null)
        dispatch?.(state.tr.delete(from, from + block.nodeSize).insert(posOf(state.doc, 'One') - 1, block))
      return true
    }
    expect(summaries(suggest(text, ['Four', 'Four'], move))).toEqual(['Move paragraph “Four five”'])
  })
})

describe('R2 suggestions of several people', () => {
  test('one person’s adjacent keystrokes are one suggestion, another’s are another’s', () => {
    const once = suggest(text, ['two', 'two'], type('a'))
    const twice = suggest(once, ['two', 'two'], type('b'))
    expect(summaries(twice)).toEqual(['Insert “ab”'])
    const other = suggest(twice, ['two', 'two'], type('c'), ben.id)
    expect(summaries(other)).toEqual(['Insert “ab”', 'Insert “c”'])
    expect(suggestionsOf(other).map(({ author }) => author)).toEqual([ada.id, ben.id])
  })

  test('two people’s deletions stand on one word', () => {
    const once = suggest(text, ['two', ' three'], deleteSelection)
    const both = suggest(once, ['two', ' three'], deleteSelection, ben.id)
    expect(summaries(both)).toEqual(['Delete “two”', 'Delete “two”'])
  })

  test('words that one person typed are deleted for real by that person, and marked by another', () => {
    const typed = suggest(text, ['two', 'two'], type('new '))
    expect(summaries(suggest(typed, ['new', 'two'], deleteSelection))).toEqual([])
    expect(summaries(suggest(typed, ['new', 'two'], deleteSelection, ben.id))).toEqual([
      'Insert “new”',
      'Delete “new”',
    ])
  })

  test('making bold and taking it back leaves no suggestion', () => {
    const made = suggest(text, ['two', ' three'], toggleMark(schema.mark('bold').type))
    const back = suggest(made, ['two', ' three'], toggleMark(schema.mark('bold').type))
    expect(summaries(back)).toEqual([])
    expect(back.eq(text)).toBe(true)
    expect(bold('two')).toHaveLength(1)
  })

  test('a selection finds the suggestions it touches', () => {
    const two = suggest(suggest(text, ['two', 'two'], type('a')), ['five', 'five'], type('b'), ben.id)
    const place = posOf(two, 'atwo')
    expect(suggestionsIn(two, place, place + 1).map(({ author }) => author)).toEqual([ada.id])
  })
})
