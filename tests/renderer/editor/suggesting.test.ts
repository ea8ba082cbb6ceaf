import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { resolveSuggestions, withAll } from '../../../src/core/review/resolve.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { textCommandIds, textCommands } from '../../../src/renderer/editor/commands/text-commands.ts'
import { insertSlice } from '../../../src/renderer/editor/paste/insert-slice.ts'
import { sliceOfLines } from '../../../src/renderer/editor/paste/plain-text.ts'
import { commented } from '../../../src/renderer/editor/review/comments.ts'
import { decided } from '../../../src/renderer/editor/review/decide.ts'
import {
  ada,
  ben,
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
import { Typist } from './editing.ts'

const start = doc(
  headline('Ferries return'),
  standfirst('Two lines', br(), 'reopen.'),
  keyPoints(kp('Boats are ', bold('leased')), kp('Fares stay')),
  body(
    p('Signed on Monday.'),
    section('Costs'),
    bullets(li(p('one')), li(p('two'), bullets(li(p('deep'))))),
    pullQuote('We sail', 'Ada'),
    p('middle'),
    divider(),
    quotation(p('quoted'), p('twice')),
    p('last', br(), bold('line')),
  ),
)

/** The same without formatting: what is typed takes that from its neighbours, and deleted ones still stand there. */
const plain = new Transform(start).removeMark(0, start.content.size).doc

const place = fc.double({ min: 0, max: 1, noNaN: true })
const typing = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('type'), text: fc.constantFrom('a', 'word ', 'é') } as const),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('key'),
      key: fc.constantFrom('enter', 'backspace', 'backspace', 'delete', 'lineBreak'),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cursor'), at: place } as const) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('select'), at: place, span: fc.nat(12) } as const) },
)
type Typing = typeof typing extends fc.Arbitrary<infer T> ? T : never

const anything = fc.oneof(
  { weight: 3, arbitrary: typing },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('command'),
      id: fc.constantFrom(...textCommandIds.filter(id => id !== 'edit.undo' && id !== 'edit.redo')),
    } as const),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('paste'),
      text: fc.constantFrom('one', 'one\ntwo', '- a\n- b'),
    } as const),
  },
)
type Anything = typeof anything extends fc.Arbitrary<infer T> ? T : never

/** A place in the accepted text, as a place in the text with its suggestions. */
function within(suggested: Node, at: number): number {
  const tr = new Transform(suggested)
  resolveSuggestions(tr, () => 'accept')
  return tr.mapping.invert().map(at, -1)
}

function doIt(typist: Typist, action: Anything, at: (place: number) => number): void {
  switch (action.kind) {
    case 'cursor':
      typist.select(at(action.at))
      break
    case 'select': {
      typist.select(at(action.at), Math.min(at(action.at) + action.span, typist.doc.content.size))
      break
    }
    case 'type':
      typist.type(action.text)
      break
    case 'key':
      typist[action.key]()
      break
    case 'command':
      typist.run(textCommands[action.id].run)
      break
    case 'paste':
      typist.dispatch(insertSlice(typist.state.tr, sliceOfLines(action.text.split('\n'), schema)))
      break
  }
}

describe('[R2] whatever is done in Suggesting mode', () => {
  it('rejecting all gives the text as it was, accepting all a valid one, and undo leads back exactly', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 25, size: 'max' }), actions => {
        const typist = new Typist(start, { mode: 'suggesting', author: ada.id })
        for (const action of actions) {
          doIt(typist, action, share => Math.round(share * typist.doc.content.size))
          typist.doc.check()
          expect(withAll(typist.doc, 'reject').toJSON()).toEqual(start.toJSON())
          withAll(typist.doc, 'accept').check()
        }
        for (let steps = 0; typist.undo() && steps < 500; steps += 1) typist.doc.check()
        expect(typist.doc.toJSON()).toEqual(start.toJSON())
      }),
      { numRuns: 300 },
    )
  })

  it('typing and deleting there and accepting all is typing and deleting in Editing mode', () => {
    fc.assert(
      fc.property(fc.array(typing, { minLength: 1, maxLength: 14, size: 'max' }), actions => {
        const direct = new Typist(plain)
        const suggesting = new Typist(plain, { mode: 'suggesting', author: ada.id })
        const done: Typing[] = []
        for (const action of actions) {
          const { size } = direct.doc.content
          doIt(direct, action, share => Math.round(share * size))
          if (action.kind === 'cursor' || action.kind === 'select') {
            const { anchor, head } = direct.state.selection
            suggesting.select(within(suggesting.doc, anchor), within(suggesting.doc, head))
          } else doIt(suggesting, action, () => 0)
          done.push(action)
          expect(withAll(suggesting.doc, 'accept').toJSON(), JSON.stringify(done)).toEqual(
            direct.doc.toJSON(),
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})

const together = fc.oneof(
  { weight: 5, arbitrary: anything },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('become'),
      mode: fc.constantFrom('editing', 'suggesting', 'suggesting'),
      author: fc.constantFrom(ada.id, ben.id),
    } as const),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('comment'), at: place, span: fc.nat(9) } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('decide'),
      author: fc.constantFrom(ada.id, ben.id),
      decision: fc.constantFrom('accept', 'reject'),
    } as const),
  },
)

function withoutComments(content: Node): unknown {
  return new Transform(content)
    .removeMark(0, content.content.size, schema.mark('comment', { thread: '' }).type)
    .doc.toJSON()
}

describe('[R1][R2] whatever two people do by turns, in both modes', () => {
  it('the text is valid with everything accepted and rejected, and undo leads back', () => {
    fc.assert(
      fc.property(fc.array(together, { minLength: 1, maxLength: 25, size: 'max' }), actions => {
        const typist = new Typist(start)
        let threads = 0
        for (const action of actions) {
          const at = (share: number) => Math.round(share * typist.doc.content.size)
          if (action.kind === 'become') typist.set(action)
          else if (action.kind === 'comment') {
            typist.select(at(action.at), Math.min(at(action.at) + action.span, typist.doc.content.size))
            const tr = commented(typist.state, `thread ${threads}`)
            if (tr !== null) typist.dispatch(tr)
            threads += 1
          } else if (action.kind === 'decide') {
            const tr = decided(typist.state, { author: action.author }, action.decision)
            if (tr !== null) typist.dispatch(tr)
          } else doIt(typist, action, at)
          typist.doc.check()
          for (const decision of ['accept', 'reject'] as const) withAll(typist.doc, decision).check()
        }
        for (let steps = 0; typist.undo() && steps < 500; steps += 1) typist.doc.check()
        expect(withoutComments(typist.doc)).toEqual(start.toJSON())
      }),
      { numRuns: 300 },
    )
  })
})
