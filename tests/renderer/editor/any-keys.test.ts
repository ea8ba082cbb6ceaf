import fc from 'fast-check'
import type { Fragment } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { templates } from '../../../src/core/briefing/templates.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { textCommandIds, textCommands } from '../../../src/renderer/editor/commands/text-commands.ts'
import { insertSlice } from '../../../src/renderer/editor/paste/insert-slice.ts'
import { sliceOfLines } from '../../../src/renderer/editor/paste/plain-text.ts'
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
  leadIn,
  li,
  link,
  numbers,
  p,
  pullQuote,
  quotation,
  section,
  standfirst,
  subsection,
} from '../../support/builders.ts'
import { Typist } from './editing.ts'

const full = doc(
  headline('Ferries return'),
  standfirst('Two lines', br(), 'reopen.'),
  keyPoints(kp('Boats are ', bold('leased')), kp(leadIn('Fares:'), ' stay')),
  body(
    p('Signed on ', link('https://example.org/', 'Monday'), '.'),
    section('Costs'),
    bullets(li(p('one')), li(p('two'), bullets(li(p('deep'))))),
    pullQuote('We sail', 'Ada'),
    divider(),
    subsection('Detail'),
    quotation(p('quoted'), numbers(3, li(p('n')))),
    p('last', br(), bold('line')),
    pullQuote('', ''),
  ),
)

const starts = [full, ...templates.map(template => template.create()), doc(headline())]

const place = fc.double({ min: 0, max: 1, noNaN: true })
const action = fc.oneof(
  fc.record({ kind: fc.constant('cursor'), at: place } as const),
  fc.record({ kind: fc.constant('select'), at: place, to: place } as const),
  fc.record({ kind: fc.constant('type'), text: fc.constantFrom('a', 'word ', '“', 'ש') } as const),
  fc.record({
    kind: fc.constant('key'),
    key: fc.constantFrom('enter', 'lineBreak', 'backspace', 'delete', 'tab', 'shiftTab', 'selectField'),
  } as const),
  fc.record({ kind: fc.constant('command'), id: fc.constantFrom(...textCommandIds) } as const),
  fc.record({ kind: fc.constant('copy'), at: place, to: place } as const),
  fc.record({
    kind: fc.constant('paste'),
    text: fc.constantFrom('one', 'one\ntwo', '- a\n- b\n\nc', '1. x\n2. y'),
  } as const),
)

describe('[D1] whatever is done', () => {
  it('the document stays valid, and undo leads back to where it began', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(action, { minLength: 1, maxLength: 30, size: 'max' }),
        (start, actions) => {
          const typist = new Typist(start)
          let copied = sliceOfLines(['copied'], schema)
          for (const step of actions) {
            const at = (share: number) => Math.round(share * typist.doc.content.size)
            switch (step.kind) {
              case 'cursor':
                typist.select(at(step.at))
                break
              case 'select':
                typist.select(at(step.at), at(step.to))
                break
              case 'type':
                typist.type(step.text)
                break
              case 'key':
                typist[step.key]()
                break
              case 'command':
                typist.run(textCommands[step.id].run)
                break
              case 'copy':
                typist.dispatch(insertSlice(typist.state.tr, copied))
                copied = typist.doc.slice(
                  Math.min(at(step.at), at(step.to)),
                  Math.max(at(step.at), at(step.to)),
                  true,
                )
                break
              case 'paste':
                typist.dispatch(insertSlice(typist.state.tr, sliceOfLines(step.text.split('\n'), schema)))
                break
            }
            typist.doc.check()
          }
          for (let steps = 0; typist.undo() && steps < 500; steps += 1) typist.doc.check()
          // Redo may have been among the commands: what is undone to the end is where it began all the same.
          expect(typist.doc.toJSON()).toEqual(start.toJSON())
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('[D8] wherever something is pasted', () => {
  it('no word of it and none that stood there is lost', () => {
    const texts = (content: Fragment) => {
      const found: string[] = []
      content.descendants(child => {
        if (child.isTextblock || child.isText) {
          const text = child.isText ? (child.text ?? '') : child.textBetween(0, child.content.size, '', ' ')
          if (text.trim() !== '') found.push(text.trim())
        }
        return !child.isTextblock
      })
      return found
    }
    fc.assert(
      fc.property(place, place, place, (from, to, at) => {
        const size = full.content.size
        const [start, end] = [Math.round(from * size), Math.round(to * size)].sort((a, b) => a - b)
        const slice = full.slice(start ?? 0, end ?? 0, true)
        const typist = new Typist(full).select(Math.round(at * size))
        const { $from } = typist.state.selection
        const split = [$from.parent.textBetween(0, $from.parentOffset, '', ' ')]
        typist.dispatch(insertSlice(typist.state.tr, slice))
        typist.doc.check()
        const all = texts(typist.doc.content).join('|')
        for (const text of [...texts(slice.content), ...split]) {
          expect(all.replace(/\|/g, ' ')).toContain(text.trim())
        }
        expect(typist.doc.textContent.length).toBeGreaterThanOrEqual(full.textContent.length)
      }),
      { numRuns: 500 },
    )
  })
})
