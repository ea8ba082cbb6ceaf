import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findCount,
  findNext,
  replaceAll,
  replaceCurrent,
  setFind,
} from '../../../src/renderer/editor/find/find.ts'
import { findMatches } from '../../../src/renderer/editor/find/find-query.ts'
import {
  body,
  bold,
  br,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  pullQuote,
  standfirst,
} from '../../support/builders.ts'
import { cursorAt, mounted } from './mounted.ts'

const briefing = doc(
  headline('Port and port'),
  standfirst('The Port'),
  keyPoints(kp('Ports, 40')),
  body(p('im', bold('port'), 'ant', br(), 'port 140'), pullQuote('No port', 'Port Authority')),
)
const plain = { matchCase: false, wholeWord: false }
const texts = (text: string, options: Partial<typeof plain> = {}) =>
  findMatches(briefing, { ...plain, ...options, text }).map(({ from, to }) => briefing.textBetween(from, to))

describe('[D7] finding', () => {
  it('looks through all fields, across formatting', () => {
    expect(texts('port')).toHaveLength(8)
    expect(texts('Port', { matchCase: true })).toHaveLength(4)
    expect(texts('port', { wholeWord: true })).toHaveLength(6)
    expect(texts('important')).toEqual(['important'])
  })

  it('does not take a part of a number for a whole word, nor a pattern for anything but itself', () => {
    expect(texts('40')).toHaveLength(2)
    expect(texts('40', { wholeWord: true })).toHaveLength(1)
    expect(texts('.')).toEqual([])
  })

  it('finds a typographer’s apostrophe with a typewriter’s', () => {
    const doc_ = doc(body(p('The port’s name')))
    expect(findMatches(doc_, { ...plain, text: "port's" })).toHaveLength(1)
  })

  it('gives every text back at its place', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string(), (text, around) => {
        const line = `${around}${text}`.replace(/[\r\n]/g, '')
        const wanted = text.replace(/[\r\n]/g, '')
        if (wanted === '') return
        const held = doc(body(p(line)))
        const found = findMatches(held, { text: wanted, matchCase: true, wholeWord: false })
        expect(found.length).toBeGreaterThan(0)
      }),
    )
  })

  it('counts, and goes round the ends', () => {
    const editor = mounted(briefing)
    cursorAt(editor, 'Port and')
    setFind(editor, { ...plain, text: 'port' })
    expect(findCount(editor.state)).toEqual({ total: 8, current: 1 })
    findNext(editor, -1)
    expect(findCount(editor.state).current).toBe(8)
    findNext(editor, 1)
    findNext(editor, 1)
    expect(findCount(editor.state).current).toBe(2)
    expect(editor.view.dom.querySelectorAll('.find-match').length).toBeGreaterThanOrEqual(8)
    setFind(editor, null)
    expect(editor.view.dom.querySelectorAll('.find-match')).toHaveLength(0)
  })
})

describe('[D7] replacing', () => {
  it('takes the replacement as it is, also with a dollar sign, and keeps the formatting', () => {
    const editor = mounted(briefing)
    setFind(editor, { ...plain, text: 'port' })
    expect(replaceAll(editor, '$5m $& $1')).toBe(8)
    expect(editor.state.doc.child(0).textContent).toBe('$5m $& $1 and $5m $& $1')
    expect(editor.state.doc.child(3).child(0).child(1).marks[0]?.type.name).toBe('bold')
    editor.state.doc.check()
  })

  it('of all is one step of undo', () => {
    const editor = mounted(briefing)
    setFind(editor, { ...plain, text: 'port' })
    replaceAll(editor, '')
    expect(editor.state.doc.child(0).textContent).toBe(' and ')
    editor.view.dom.dispatchEvent(
      new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true }),
    )
    expect(editor.state.doc.toJSON()).toEqual(briefing.toJSON())
  })

  it('of one goes on to the next', () => {
    const editor = mounted(briefing)
    cursorAt(editor, 'Port and')
    setFind(editor, { ...plain, text: 'port' })
    replaceCurrent(editor, 'Harbour')
    expect(editor.state.doc.child(0).textContent).toBe('Harbour and port')
    expect(findCount(editor.state)).toEqual({ total: 7, current: 1 })
    replaceCurrent(editor, 'harbour')
    expect(editor.state.doc.child(0).textContent).toBe('Harbour and harbour')
  })
})
