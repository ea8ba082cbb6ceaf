import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { type Decision, resolveSuggestions, withAll } from '../../../src/core/review/resolve.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, p, uuid } from '../../support/builders.ts'

const ofWords = { id: uuid(1), author: ben.id, time: at(1) }
const ofBlock = { id: uuid(2), author: ada.id, time: at(2) }
const leadIn = schema.mark('leadIn')

/** A paragraph whose lead-in Ben suggests taking off, and which Ada suggests making a heading. */
const met = doc(
  body(
    schema.node(
      'sectionHeading',
      { level: 1 },
      [
        schema.text('Ports.', [
          schema.mark('modification', { ...ofWords, change: { mark: 'leadIn', before: leadIn.toJSON() } }),
        ]),
        schema.text(' Dues rise.'),
      ],
      [
        schema.mark('modification', {
          ...ofBlock,
          change: { before: { type: 'paragraph', attrs: schema.node('paragraph').attrs } },
        }),
      ],
    ),
  ),
)

function decided(text: Node, ...decisions: readonly (readonly [string, Decision])[]): string {
  const tr = new Transform(text)
  for (const [id, decision] of decisions) {
    resolveSuggestions(tr, mark => (mark.attrs.id === id ? decision : null))
  }
  return tr.doc.child(3).toString()
}

describe('[R2] formatting and the kind of its block, both suggested', () => {
  const before = 'body(paragraph(leadIn("Ports."), " Dues rise."))'

  test('come back together, and one by one in any order', () => {
    expect(withAll(met, 'reject').child(3).toString()).toBe(before)
    expect(decided(met, [ofWords.id, 'reject'], [ofBlock.id, 'reject'])).toBe(before)
    expect(decided(met, [ofBlock.id, 'reject'], [ofWords.id, 'reject'])).toBe(before)
  })

  test('leave the formatting off where the block keeps the kind that has none', () => {
    const heading = 'body(sectionHeading("Ports. Dues rise."))'
    expect(decided(met, [ofWords.id, 'reject'], [ofBlock.id, 'accept'])).toBe(heading)
    expect(decided(met, [ofBlock.id, 'accept'], [ofWords.id, 'reject'])).toBe(heading)
    expect(withAll(met, 'accept').child(3).toString()).toBe(heading)
  })
})

test('[R2] blocks joined with one another keep the formatting that the first of them may have', () => {
  const joined = schema.mark('deletion', { ...ofWords, of: 'break' })
  const text = doc(
    body(
      p('One.'),
      schema.node('sectionHeading', { level: 1 }, schema.text('Two.'), [joined]),
      schema.node('paragraph', null, schema.text('Three.', [schema.mark('bold')]), [joined]),
    ),
  )
  expect(withAll(text, 'accept').child(3).toString()).toBe('body(paragraph("One.Two.", bold("Three.")))')
})
