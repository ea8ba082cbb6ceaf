import { describe, expect, it } from 'vitest'
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
  p,
  pullQuote,
  quotation,
  section,
  standfirst,
} from '../../support/builders.ts'
import { cursorIn, Typist } from './editing.ts'

const briefing = doc(
  headline('Ferries return'),
  standfirst('Two lines reopen in May.'),
  keyPoints(kp('Boats are leased.'), kp('Fares stay.')),
  body(
    p('The harbour board signed on Monday.'),
    section('What it costs'),
    p('Nobody says.'),
    pullQuote('We will sail', 'Ada Okafor'),
    p('The end.'),
  ),
)

describe('[D1] Enter', () => {
  it('goes from the headline to the standfirst, and from there to the first key point', () => {
    const typist = new Typist(briefing).after('Ferries')
    typist.enter()
    expect(cursorIn(typist)).toEqual(['standfirst', '', 'Two lines reopen in May.'])
    typist.enter()
    expect(cursorIn(typist)).toEqual(['keyPoint', '', 'Boats are leased.'])
    expect(typist.doc.eq(briefing)).toBe(true)
  })

  it('goes from the standfirst to the body where there are no key points', () => {
    const typist = new Typist(doc(headline('A'), standfirst('B'), keyPoints(), body(p('C')))).after('B')
    typist.enter()
    expect(cursorIn(typist)).toEqual(['paragraph', '', 'C'])
  })

  it('makes a new key point, and leaves the key points from an empty last one, which goes', () => {
    const typist = new Typist(briefing).after('Fares stay.')
    typist.enter()
    expect(typist.doc.child(2).childCount).toBe(3)
    typist.enter()
    expect(typist.doc.eq(briefing)).toBe(true)
    expect(cursorIn(typist)).toEqual(['paragraph', '', 'The harbour board signed on Monday.'])
  })

  it('gives a paragraph behind a section heading, and makes an empty heading a paragraph', () => {
    const typist = new Typist(briefing).after('What it costs')
    typist.enter()
    expect(cursorIn(typist)).toEqual(['paragraph', '', ''])
    const empty = new Typist(doc(headline(), standfirst(), keyPoints(), body(section(), p('x')))).inBlock(2)
    empty.enter()
    expect(empty.doc.child(3).child(0).type.name).toBe('paragraph')
  })

  it('goes from a quote to who said it, and from there to a new paragraph below', () => {
    const typist = new Typist(briefing).after('We will')
    typist.enter()
    expect(cursorIn(typist)).toEqual(['quoteAttribution', '', 'Ada Okafor'])
    typist.enter()
    expect(cursorIn(typist)).toEqual(['paragraph', '', ''])
    expect(typist.doc.child(3).child(4).content.size).toBe(0)
    expect(typist.doc.child(3).child(3).textContent).toBe('We will sailAda Okafor')
  })

  it('leaves a list from an empty item', () => {
    const typist = new Typist(
      doc(headline(), standfirst(), keyPoints(), body(bullets(li(p('one')), li(p('two'))))),
    ).after('two')
    typist.enter()
    typist.enter()
    const names = typist.doc.child(3).content.content.map(node => node.type.name)
    expect(names).toEqual(['bulletList', 'paragraph'])
    expect(cursorIn(typist)).toEqual(['paragraph', '', ''])
  })

  it('breaks a line with Shift, where the field may hold one', () => {
    const typist = new Typist(briefing).after('The end')
    typist.lineBreak()
    expect(typist.doc.child(3).lastChild?.child(1).type.name).toBe('hardBreak')
    const above = new Typist(briefing).after('Ferries')
    above.lineBreak()
    expect(above.doc.eq(briefing)).toBe(true)
  })
})

describe('[D1] Backspace at a start', () => {
  it.each(['Ferries return', 'Two lines reopen', 'Boats are', 'The harbour', 'We will', 'Ada Okafor'])(
    'does nothing before “%s”',
    words => {
      const typist = new Typist(briefing).before(words)
      typist.backspace()
      expect(typist.doc.eq(briefing)).toBe(true)
    },
  )

  it('joins a key point with the one before, and removes an empty one', () => {
    const typist = new Typist(briefing).before('Fares stay.')
    typist.backspace()
    expect(typist.doc.child(2).textContent).toBe('Boats are leased.Fares stay.')
    expect(typist.doc.child(2).childCount).toBe(1)
    const empty = new Typist(doc(headline('A'), standfirst(), keyPoints(kp()), body(p('C')))).inBlock(2)
    empty.backspace()
    expect(empty.doc.child(2).childCount).toBe(0)
    expect(empty.doc.child(3).textContent).toBe('C')
  })

  it('makes a section heading a paragraph, and then joins it', () => {
    const typist = new Typist(briefing).before('What it costs')
    typist.backspace()
    expect(typist.doc.child(3).child(1).type.name).toBe('paragraph')
    typist.backspace()
    expect(typist.doc.child(3).child(0).textContent).toBe('The harbour board signed on Monday.What it costs')
  })

  it('makes an empty pull quote a paragraph', () => {
    const typist = new Typist(
      doc(headline(), standfirst(), keyPoints(), body(pullQuote(''), p('x'))),
    ).inBlock(2)
    typist.backspace()
    expect(typist.doc.child(3).child(0).type.name).toBe('paragraph')
    expect(typist.doc.child(3).childCount).toBe(2)
  })

  it('takes a list item and a quoted paragraph out, and a divider away', () => {
    const typist = new Typist(
      doc(
        headline(),
        standfirst(),
        keyPoints(),
        body(bullets(li(p('one'))), quotation(p('said')), divider(), p('last')),
      ),
    )
    typist.before('one').backspace()
    typist.before('said').backspace()
    typist.before('last').backspace()
    expect(typist.doc.child(3).content.content.map(node => node.type.name)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('joins text into a heading without gluing words together or keeping what it cannot hold', () => {
    const typist = new Typist(
      doc(headline(), standfirst(), keyPoints(), body(section('Cost'), p(bold('a'), br(), 'b'))),
    ).before('a')
    typist.backspace()
    const heading = typist.doc.child(3).child(0)
    expect(heading.textContent).toBe('Costa b')
    expect(heading.type.name).toBe('sectionHeading')
    typist.doc.check()
  })
})

describe('[D1] Delete at an end', () => {
  it.each(['Ferries return', 'in May.', 'Fares stay.', 'We will sail', 'Ada Okafor', 'The end.'])(
    'does nothing behind “%s”',
    words => {
      const typist = new Typist(briefing).after(words)
      typist.delete()
      expect(typist.doc.eq(briefing)).toBe(true)
    },
  )

  it('takes in the next block, and lets an empty one go', () => {
    const typist = new Typist(briefing).after('on Monday.')
    typist.delete()
    expect(typist.doc.child(3).child(0).textContent).toBe('The harbour board signed on Monday.What it costs')
    const empty = new Typist(doc(headline(), standfirst(), keyPoints(), body(p(), section('Kept')))).inBlock(
      2,
    )
    empty.delete()
    expect(empty.doc.child(3).child(0).type.name).toBe('sectionHeading')
  })
})

describe('[D1] a selection across fields', () => {
  it('loses its text and keeps every field', () => {
    const typist = new Typist(briefing).fromTo('return', 'Boats')
    typist.backspace()
    expect(typist.doc.child(0).textContent).toBe('Ferries ')
    expect(typist.doc.child(1).textContent).toBe('')
    expect(typist.doc.child(2).child(0).textContent).toBe(' are leased.')
    expect(typist.doc.child(2).childCount).toBe(2)
    expect(cursorIn(typist)).toEqual(['headline', 'Ferries ', ''])
  })

  it('is typed over in the field where it began', () => {
    const typist = new Typist(briefing).fromTo('Two', 'Nobody').type('X')
    expect(typist.doc.child(0).textContent).toBe('Ferries return')
    expect(typist.doc.child(1).textContent).toBe('X')
    expect(typist.doc.child(2).childCount).toBe(1)
    expect(typist.doc.child(3).child(0).textContent).toBe(' says.')
  })

  it('takes only what is selected of a pull quote, and keeps its two parts', () => {
    const typist = new Typist(briefing).fromTo('Nobody', 'sail')
    typist.backspace()
    const quote = typist.doc.child(3).child(3)
    expect(quote.type.name).toBe('pullQuote')
    expect(quote.child(0).textContent).toBe('')
    expect(quote.child(1).textContent).toBe('Ada Okafor')
    typist.doc.check()
  })

  it('of everything leaves an empty briefing, and undo brings all of it back', () => {
    const typist = new Typist(briefing).after('Nobody')
    typist.selectField()
    expect(typist.state.selection.from).toBeGreaterThan(typist.doc.child(0).nodeSize)
    typist.selectField()
    typist.backspace()
    expect(typist.doc.textContent).toBe('')
    expect(typist.doc.child(2).childCount).toBe(1)
    expect(typist.doc.child(3).childCount).toBe(1)
    typist.doc.check()
    typist.undo()
    expect(typist.doc.eq(briefing)).toBe(true)
  })

  it.each([
    ['headline', 'Ferries'],
    ['standfirst', 'Two'],
    ['key points', 'Fares'],
    ['body', 'Nobody'],
  ])('of the whole %s leaves it empty and in its place', (_field, words) => {
    const typist = new Typist(briefing).before(words)
    typist.selectField()
    typist.backspace()
    expect(() => typist.doc.check()).not.toThrow()
    expect(typist.doc.childCount).toBe(4)
    expect(typist.doc.textContent.includes(words)).toBe(false)
  })

  it.each([
    ['ends with', [p('The end.'), pullQuote('We will sail', 'Ada Okafor')]],
    ['begins with', [pullQuote('We will sail', 'Ada Okafor'), p('The end.')]],
    ['is', [pullQuote('We will sail', 'Ada Okafor')]],
    ['ends with the list below', [pullQuote('We will sail', 'Ada Okafor'), bullets(li(p('one')))]],
  ])('of a whole body that %s a pull quote leaves one empty paragraph, or what is typed', (_how, blocks) => {
    const whole = doc(headline('Kept'), standfirst(), keyPoints(), body(...blocks))
    for (const [act, text] of [
      [(typist: Typist) => typist.backspace(), ''],
      [(typist: Typist) => typist.type('New'), 'New'],
    ] as const) {
      const typist = new Typist(whole).inBlock(2)
      typist.selectField()
      act(typist)
      expect(typist.doc.eq(doc(headline('Kept'), standfirst(), keyPoints(), body(p(text))))).toBe(true)
      typist.undo()
      if (text !== '') typist.undo()
      expect(typist.doc.eq(whole)).toBe(true)
    }
  })

  it('is not made by one Ctrl+A in a field without text, only by the second', () => {
    const typist = new Typist(doc(headline(), standfirst('Kept.'), keyPoints(kp()), body(p('Kept, too.'))))
    for (const empty of [0, 2]) {
      typist.inBlock(empty)
      expect(typist.selectField()).toBe(true)
      typist.backspace()
      expect(typist.doc.textContent).toBe('Kept.Kept, too.')
    }
    typist.inBlock(0)
    typist.selectField()
    typist.selectField()
    typist.backspace()
    expect(typist.doc.textContent).toBe('')
  })

  it('of everything is gone after Enter, as after Delete', () => {
    const typist = new Typist(briefing).after('Nobody')
    typist.selectField()
    typist.selectField()
    expect(typist.enter()).toBe(true)
    expect(typist.doc.textContent).toBe('')
    typist.doc.check()
  })

  it('cannot be replaced by a step that knows nothing of fields', () => {
    const typist = new Typist(briefing)
    typist.dispatch(typist.state.tr.delete(5, 30))
    expect(typist.doc.eq(briefing)).toBe(true)
  })
})

describe('[D1] Tab', () => {
  it('goes through the fields and leaves from the body', () => {
    const typist = new Typist(briefing).before('Ferries')
    for (const name of ['standfirst', 'keyPoint', 'keyPoint', 'paragraph']) {
      expect(typist.tab()).toBe(true)
      expect(cursorIn(typist)[0]).toBe(name)
    }
    expect(typist.tab()).toBe(false)
    typist.before('Ferries')
    expect(typist.shiftTab()).toBe(false)
  })

  it('indents and outdents list items', () => {
    const list = doc(headline(), standfirst(), keyPoints(), body(bullets(li(p('one')), li(p('two')))))
    const typist = new Typist(list).before('two')
    typist.tab()
    expect(typist.doc.child(3).child(0).childCount).toBe(1)
    typist.shiftTab()
    expect(typist.doc.eq(list)).toBe(true)
    typist.shiftTab()
    expect(typist.doc.eq(list)).toBe(true)
  })
})
