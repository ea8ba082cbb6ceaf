import { describe, expect, it } from 'vitest'
import {
  type TextCommandId,
  textCommandStates,
  textCommands,
} from '../../../src/renderer/editor/commands/text-commands.ts'
import { linkPlace, setLink } from '../../../src/renderer/editor/links/link-editing.ts'
import { moveBlocks } from '../../../src/renderer/editor/move-section.ts'
import {
  body,
  bold,
  br,
  bullets,
  divider,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  link,
  p,
  posOf,
  pullQuote,
  quotation,
  section,
  subsection,
} from '../../support/builders.ts'
import { cursorIn, Typist } from './editing.ts'
import { shape } from './mounted.ts'

const run = (typist: Typist, id: TextCommandId) => typist.run(textCommands[id].run)
const inBody = (...blocks: Parameters<typeof body>) =>
  doc(headline('Top'), keyPoints(kp('k')), body(...blocks))
const blocks = (typist: Typist) => shape(typist.doc.child(3))

describe('[D2] choosing what a block is', () => {
  it('makes a paragraph a section heading and back, and keeps words that breaks kept apart', () => {
    const typist = new Typist(inBody(p('one', br(), bold('two')))).before('one')
    run(typist, 'insert.section')
    expect(blocks(typist)).toEqual(['sectionHeading: one two'])
    run(typist, 'insert.section')
    expect(blocks(typist)).toEqual(['paragraph: one two'])
  })

  it('changes a section into a subsection', () => {
    const typist = new Typist(inBody(section('a'))).before('a')
    run(typist, 'insert.subsection')
    expect(typist.doc.child(3).child(0).attrs.level).toBe(2)
  })

  it('makes the selected blocks a list, changes its kind, and takes it apart again', () => {
    const typist = new Typist(inBody(p('one'), section('two'), p('three'))).fromTo('one', 'two')
    run(typist, 'insert.bullets')
    expect(blocks(typist)).toEqual([
      'bulletList',
      '  listItem',
      '    paragraph: one',
      '  listItem',
      '    paragraph: two',
      'paragraph: three',
    ])
    run(typist, 'insert.numbers')
    expect(typist.doc.child(3).child(0).type.name).toBe('orderedList')
    run(typist, 'insert.numbers')
    expect(blocks(typist)).toEqual(['paragraph: one', 'paragraph: two', 'paragraph: three'])
  })

  it('takes an item with a nested list out of its list whole', () => {
    const typist = new Typist(inBody(bullets(li(p('a'), bullets(li(p('b')))), li(p('c'))))).before('a')
    run(typist, 'format.paragraph')
    expect(blocks(typist)[0]).toBe('paragraph: a')
    expect(typist.doc.textContent).toBe('Topkabc')
    typist.doc.check()
  })

  it('puts blocks into a quotation and takes them out', () => {
    const typist = new Typist(inBody(p('one'), p('two'))).fromTo('one', 'two')
    run(typist, 'insert.quotation')
    expect(blocks(typist)).toEqual(['blockQuotation', '  paragraph: one', '  paragraph: two'])
    run(typist, 'insert.quotation')
    expect(blocks(typist)).toEqual(['paragraph: one', 'paragraph: two'])
  })

  it('reads the words and the name of a pull quote, and gives the cursor to what is missing', () => {
    const typist = new Typist(inBody(p('“We will sail” – Ada Okafor'))).before('We')
    run(typist, 'insert.pull-quote')
    expect(blocks(typist)).toEqual([
      'pullQuote',
      '  quoteText: We will sail',
      '  quoteAttribution: Ada Okafor',
    ])
    const plain = new Typist(inBody(p('We will sail'))).before('We')
    run(plain, 'insert.pull-quote')
    expect(cursorIn(plain)[0]).toBe('quoteAttribution')
    run(plain, 'insert.pull-quote')
    expect(blocks(plain)).toEqual(['paragraph: We will sail'])
  })

  it('puts a divider behind the block', () => {
    const typist = new Typist(inBody(p('one'), p('two'))).before('one')
    run(typist, 'insert.divider')
    expect(blocks(typist)).toEqual(['paragraph: one', 'divider', 'paragraph: two'])
  })

  it('is refused outside the body, and says so', () => {
    const states = textCommandStates(new Typist(inBody(p('x'))).before('Top').state)
    expect(states['insert.section'].enabled).toBe(false)
    expect(states['insert.pull-quote'].enabled).toBe(false)
    expect(states['format.bold'].enabled).toBe(false)
    expect(states['format.italic'].enabled).toBe(true)
    expect(states['insert.key-point'].enabled).toBe(true)
  })
})

describe('[D2] lead-ins and formatting', () => {
  it('puts “Why it matters:” at the start of the paragraph, selected, and takes it off again', () => {
    const typist = new Typist(inBody(p('The dyke leaks.'))).after('dyke')
    run(typist, 'insert.lead-in')
    expect(blocks(typist)).toEqual(['paragraph: Why it matters: The dyke leaks.'])
    const { from, to } = typist.state.selection
    expect(typist.doc.textBetween(from, to)).toBe('Why it matters:')
    expect(textCommandStates(typist.state)['insert.lead-in'].checked).toBe(true)
    run(typist, 'insert.lead-in')
    expect(textCommandStates(typist.state)['insert.lead-in'].checked).toBe(false)
  })

  it('clears formatting and leaves links', () => {
    const typist = new Typist(inBody(p(bold('strong '), link('https://example.org/', 'linked')))).fromTo(
      'strong',
      'linked',
    )
    run(typist, 'format.clear')
    const marks = typist.doc
      .child(3)
      .child(0)
      .content.content.flatMap(node => node.marks.map(mark => mark.type.name))
    expect(marks).toEqual(['link'])
  })

  it('edits the whole link that the cursor is in', () => {
    const typist = new Typist(inBody(p('a ', link('https://example.org/', bold('b'), 'c'), ' d'))).after('b')
    const place = linkPlace(typist.state)
    expect(place?.href).toBe('https://example.org/')
    expect(typist.doc.textBetween(place?.from ?? 0, place?.to ?? 0)).toBe('bc')
    if (place !== null) typist.run(setLink(place, 'https://example.net/'))
    expect(JSON.stringify(typist.doc.toJSON())).not.toContain('example.org')
  })

  it('writes the address where no words are linked', () => {
    const typist = new Typist(inBody(p('See '))).after('See ')
    const place = linkPlace(typist.state)
    if (place !== null) typist.run(setLink(place, 'https://example.org/a'))
    expect(typist.doc.child(3).textContent).toBe('See example.org/a')
  })
})

describe('[D3] moving', () => {
  const long = inBody(
    p('lede'),
    section('A'),
    p('a1'),
    subsection('A.1'),
    p('a2'),
    section('B'),
    p('b1'),
    subsection('B.1'),
    p('b2'),
  )
  const order = (typist: Typist) =>
    typist.doc
      .child(3)
      .content.content.map(node => node.textContent)
      .join(' ')

  it('moves a key point among the key points', () => {
    const typist = new Typist(doc(keyPoints(kp('one'), kp('two'), kp('three')), body(p()))).before('two')
    run(typist, 'move.up')
    expect(shape(typist.doc.child(2))).toEqual(['keyPoint: two', 'keyPoint: one', 'keyPoint: three'])
    expect(cursorIn(typist)).toEqual(['keyPoint', '', 'two'])
    expect(run(typist, 'move.up')).toBe(false)
    run(typist, 'move.down')
    run(typist, 'move.down')
    expect(run(typist, 'move.down')).toBe(false)
    expect(typist.doc.child(2).lastChild?.textContent).toBe('two')
  })

  it('moves a section with all that is in it, past the next of its level, and never above the lede', () => {
    const typist = new Typist(long).before('A')
    run(typist, 'move.down')
    expect(order(typist)).toBe('lede B b1 B.1 b2 A a1 A.1 a2')
    expect(cursorIn(typist)).toEqual(['sectionHeading', '', 'A'])
    run(typist, 'move.up')
    expect(order(typist)).toBe('lede A a1 A.1 a2 B b1 B.1 b2')
    expect(run(typist, 'move.up')).toBe(false)
  })

  it('moves a subsection into the section before or behind, below what opens that', () => {
    const typist = new Typist(long).before('A.1')
    run(typist, 'move.down')
    expect(order(typist)).toBe('lede A a1 B b1 A.1 a2 B.1 b2')
    run(typist, 'move.up')
    expect(order(typist)).toBe('lede A a1 A.1 a2 B b1 B.1 b2')
  })

  it('moves list items in their list and blocks past one another', () => {
    const typist = new Typist(inBody(p('x'), bullets(li(p('one')), li(p('two'))), divider())).before('two')
    run(typist, 'move.up')
    expect(typist.doc.child(3).child(1).textContent).toBe('twoone')
    typist.before('x')
    run(typist, 'move.down')
    expect(typist.doc.child(3).child(1).textContent).toBe('x')
  })

  it('refuses a move into itself, out of its parent, or to nowhere', () => {
    const typist = new Typist(inBody(p('x'), quotation(p('q')), pullQuote('w')))
    const from = posOf(typist.doc, 'x') - 1
    const to = from + 3
    for (const target of [from, to, from + 1, 1, posOf(typist.doc, 'q') - 1, -1, 9999]) {
      expect(moveBlocks(typist.state.tr, from, to, target), String(target)).toBeNull()
    }
  })
})
