import type { Editor } from '@tiptap/core'
import { redo, undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import type { Formatting } from '../../../src/core/briefing/formatting.ts'
import type { HeldConflict } from '../../../src/core/briefing/handoff.ts'
import { withAll } from '../../../src/core/review/resolve.ts'
import { activeReview } from '../../../src/renderer/editor/review/active.ts'
import { insertWords } from '../../../src/renderer/editor/review/insert-words.ts'
import { goToConflict, goToNext } from '../../../src/renderer/editor/review/navigation.ts'
import { putIn, takeOut } from '../../../src/renderer/editor/review/put-in.ts'
import { type Mode, setReview } from '../../../src/renderer/editor/review/review-state.ts'
import { wordsBeside } from '../../../src/renderer/editor/review/words-beside.ts'
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
import { struck } from '../../support/reviewed.ts'
import { cursorAt, mounted, shape } from './mounted.ts'

const text = doc(
  headline('Ports agree'),
  keyPoints(kp('Nine ports sign'), kp('Fares stay')),
  body(p('The plan covers barriers.'), p('Second paragraph here.'), bullets(li(p('One')), li(p('Two')))),
)

function writing(mode: Mode = 'editing', content = text): Editor {
  const editor = mounted(content)
  setReview(editor, { mode, author: ada.id })
  return editor
}

/** What the text comes to with words put in at a place. */
function withWords(where: string, content: string, between = false, offset = 0, formatting?: Formatting[]) {
  const editor = writing()
  const pos = posOf(editor.state.doc, where) + offset
  return insertWords(editor.state.tr, { pos, between }, { content, formatting }).doc
}

/** Puts words in, and follows what becomes of them. */
function put(editor: Editor, content: string, where = 'plan', between = false) {
  const told: string[] = []
  const pos = posOf(editor.state.doc, where)
  const isIn = putIn(editor, insertWords(editor.state.tr, { pos, between }, { content }), {
    id: 'c',
    onGone: () => told.push('gone'),
    onBack: () => told.push('back'),
  })
  return { told, isIn }
}
const first = (editor: Editor) => editor.state.doc.child(3).child(0).textContent
const settled = () => Promise.resolve()
const run = (editor: Editor, command: typeof undo) => command(editor.state, editor.view.dispatch)

describe('[H3] lost words put in', () => {
  it('have the formatting and the links that they had, as far as it may stand there', () => {
    const href = 'https://example.org/report'
    const formatting: Formatting[] = [
      { from: 4, to: 10, mark: 'bold' },
      { from: 8, to: 99, mark: 'link', href },
    ]
    const inLine = withWords('plan', ' the new report ', false, 0, formatting)
    expect(inLine.child(3).child(0).toString()).toBe(
      'paragraph("The the", bold(" new"), link(bold(" r")), link("eport "), "plan covers barriers.")',
    )
    const inBlocks = withWords('plan', 'see the\n new report', true, 0, formatting)
    expect(inBlocks.child(3).child(1).toString()).toBe('paragraph("see ", bold("the"))')
    expect(inBlocks.child(3).child(2).toString()).toBe('paragraph(link(bold("n")), link("ew report"))')
    const inHeadline = withWords('agree', 'really', false, 0, [{ from: 0, to: 6, mark: 'bold' }])
    expect(inHeadline.child(0).toString()).toBe('headline("Ports really agree")')
  })

  it('stand among the words there, never run into them', () => {
    expect(withWords('plan', 'new ').child(3).child(0).textContent).toBe('The new plan covers barriers.')
    expect(withWords('plan', 'new').child(3).child(0).textContent).toBe('The new plan covers barriers.')
    expect(withWords(' plan', ' new').child(3).child(0).textContent).toBe('The new plan covers barriers.')
    expect(withWords('lan', 'x').child(3).child(0).textContent).toBe('The p x lan covers barriers.')
  })

  it('are blocks of their own beside the block there', () => {
    const bodyOf = (where: string, content: string, offset = 0) =>
      shape(withWords(where, content, true, offset).child(3))
    expect(bodyOf('The plan', 'New words ')).toEqual([
      'paragraph: New words',
      'paragraph: The plan covers barriers.',
      'paragraph: Second paragraph here.',
      'bulletList',
      '  listItem',
      '    paragraph: One',
      '  listItem',
      '    paragraph: Two',
    ])
    expect(bodyOf('barriers.', 'One more.\n* * *\nAnd another.', 9).slice(0, 4)).toEqual([
      'paragraph: The plan covers barriers.',
      'paragraph: One more.',
      'divider',
      'paragraph: And another.',
    ])
    expect(bodyOf('One', 'One and a half', 3).slice(3, 6)).toEqual([
      '  listItem',
      '    paragraph: One',
      '  listItem',
    ])
  })

  it('are a key point among key points, and words in a headline', () => {
    const points = shape(withWords('Fares', 'A third one', true).child(2))
    expect(points).toEqual(['keyPoint: Nine ports sign', 'keyPoint: A third one', 'keyPoint: Fares stay'])
    expect(withWords('agree', 'in the\nnorth', true).child(0).textContent).toBe('Ports in the north agree')
  })
})

describe('[H3] undo of words put in', () => {
  it('is told, redo too, and whatever is undone before it is not', async () => {
    const editor = writing()
    const { told } = put(editor, 'new ')
    expect(first(editor)).toBe('The new plan covers barriers.')
    editor.view.dispatch(editor.state.tr.insertText('!', posOf(editor.state.doc, 'Second')))
    run(editor, undo)
    await settled()
    expect(told).toEqual([])
    run(editor, undo)
    await settled()
    expect([first(editor), ...told]).toEqual(['The plan covers barriers.', 'gone'])
    run(editor, redo)
    await settled()
    expect([first(editor), ...told]).toEqual(['The new plan covers barriers.', 'gone', 'back'])
  })

  it('is not told where somebody only deletes the words', async () => {
    const editor = writing()
    const { told } = put(editor, 'new ')
    const from = posOf(editor.state.doc, 'new ')
    editor.view.dispatch(editor.state.tr.delete(from, from + 4))
    await settled()
    expect(told).toEqual([])
  })

  it('can be asked for by itself, also after other edits', async () => {
    for (const isLater of [false, true]) {
      const editor = writing()
      const { told } = put(editor, 'A whole paragraph.', 'The plan', true)
      if (isLater) editor.view.dispatch(editor.state.tr.insertText('!', posOf(editor.state.doc, 'Second')))
      takeOut(editor, 'c')
      await settled()
      expect(told).toEqual(['gone'])
      expect(first(editor)).toBe('The plan covers barriers.')
      expect(editor.state.doc.child(3).child(1).textContent).toBe(
        `${isLater ? '!' : ''}Second paragraph here.`,
      )
    }
  })

  it('holds for suggestions, which Suggesting makes of them', async () => {
    const editor = writing('suggesting')
    const { told } = put(editor, 'A whole paragraph.', 'The plan', true)
    expect(first(editor)).toBe('A whole paragraph.')
    expect(withAll(editor.state.doc, 'reject').eq(text)).toBe(true)
    run(editor, undo)
    await settled()
    expect(told).toEqual(['gone'])
    expect(editor.state.doc.eq(text)).toBe(true)
  })

  it('a block that is to go takes none, and Viewing neither', () => {
    const notAllowed = writing('viewing')
    expect(put(notAllowed, 'new ').isIn).toBe(false)
    expect(notAllowed.state.doc.eq(text)).toBe(true)
  })
})

describe('[H3] the place of a conflict on the page', () => {
  const conflict = (id: number, before: string, after: string): HeldConflict => ({
    id: uuid(id),
    author: ben.id,
    time: at(1),
    kind: 'lost',
    wanted: 'To put in words',
    content: 'new ',
    where: { text: '', before, after },
    proposal: null,
    settled: null,
  })

  it('is shown while the cursor is there', () => {
    const editor = writing()
    const one = conflict(1, 'The plan ', 'covers barriers.')
    expect(goToConflict(editor, one, { focus: false })).toBe(true)
    expect(activeReview(editor.state)).toEqual({ kind: 'conflict', id: one.id })
    expect(editor.view.dom.querySelectorAll('.conflict-point')).toHaveLength(1)
    cursorAt(editor, 'Second')
    expect(activeReview(editor.state)).toBeNull()
    expect(editor.view.dom.querySelectorAll('.conflict-point')).toHaveLength(0)
    expect(goToConflict(editor, conflict(2, 'gone', 'too'), { focus: false })).toBe(false)
  })

  it('is a line at the edge of a block where it is between two', () => {
    const editor = writing()
    goToConflict(editor, conflict(1, 'covers barriers.', 'Second paragraph'), { focus: false })
    expect(editor.view.dom.querySelector('.conflict-behind')?.textContent).toBe('The plan covers barriers.')
    goToConflict(editor, conflict(2, '', 'The plan covers'), { focus: false })
    expect(editor.view.dom.querySelector('.conflict-before')?.textContent).toBe('The plan covers barriers.')
  })

  it('is one of the stops of Next and Previous', () => {
    const editor = writing('editing', struck(text, 'Second', 's1', ben.id))
    const conflicts = [
      conflict(1, 'here.', 'One'),
      conflict(2, 'no', 'where'),
      conflict(3, 'Nine ', 'ports sign'),
    ]
    const visited = [1, 1, 1, -1].map(direction => {
      goToNext(editor, direction === 1 ? 1 : -1, { isOpen: () => true, conflicts }, { focus: false })
      return activeReview(editor.state)?.id
    })
    expect(visited).toEqual([uuid(3), 's1', uuid(1), 's1'])
  })

  it('has the word beside it for a comment', () => {
    const words = (where: string, offset = 0) => {
      const from = posOf(text, where) + offset
      const range = wordsBeside(text, { from, to: from })
      return range === null ? null : text.textBetween(range.from, range.to)
    }
    expect(words('plan')).toBe('plan')
    expect(words('plan', 4)).toBe('plan')
    expect(words('barriers.', 9)).toBe('barriers.')
    expect(words('The plan')).toBe('The')
  })
})
