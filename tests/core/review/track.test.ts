import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import {
  type Decision,
  resolveSuggestions,
  withAll,
  withoutSuggestions,
} from '../../../src/core/review/resolve.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import { trackEdit } from '../../../src/core/review/track.ts'
import { dropInheritedSuggestions } from '../../../src/core/review/typing.ts'
import { type AuthorEdit, authorEdit, isTyping, transactionOf } from '../../support/author-edits.ts'
import {
  ada,
  at,
  ben,
  body,
  bold,
  br,
  bullets,
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
  uuid,
} from '../../support/builders.ts'
import { suggestionIds } from '../../support/suggesting.ts'

const sample = doc(
  headline('Ports agree a plan'),
  standfirst('Nine ports ', br(), 'pool money'),
  keyPoints(kp('first point'), kp('second point')),
  body(
    p(leadIn('Why it matters:'), ' The lede says it ', bold('all'), ' here'),
    p('Second paragraph ', link('https://example.org/a', 'of lede')),
    section('Who pays'),
    p('Body text', br(), 'one'),
    bullets(li(p('item one')), li(p('item two'), bullets(li(p('nested'))))),
    numbers(3, li(p('third')), li(p('fourth'))),
    pullQuote('We are done', 'A Name'),
    quotation(p('quoted words'), p('more quoted')),
    p('Last words'),
  ),
)

const people = [ada.id, ben.id, uuid(0xc1e0)]
const newId = suggestionIds()

/** The same runs every time, unless a long run (GALLEY_RUNS) or another seed (GALLEY_SEED) is asked for. */
const isLong = process.env.GALLEY_RUNS !== undefined
const settings = {
  numRuns: Number(process.env.GALLEY_RUNS ?? 100),
  ...(isLong && process.env.GALLEY_SEED === undefined
    ? {}
    : { seed: Number(process.env.GALLEY_SEED ?? 20_260_318) }),
}
const session = fc.noBias(fc.array(authorEdit, { minLength: 3, maxLength: 20, size: 'max' }))

/** What an edit gives in Editing mode. */
function directly(before: Node, tr: Transform, edit: AuthorEdit): Node {
  const direct = new Transform(before)
  for (const step of tr.steps) direct.step(step)
  if (isTyping(edit)) dropInheritedSuggestions(direct)
  return direct.doc
}

/** Three people suggest in turn; `watch` sees each edit. */
function suggestAll(
  edits: readonly AuthorEdit[],
  watch: (before: Node, tracked: Node, direct: Node, note: string, author: string) => void,
): { suggested: Node; refused: string[] } {
  let now = sample
  const refused: string[] = []
  for (const [index, edit] of edits.entries()) {
    const tr = transactionOf(now, edit)
    if (tr === null) continue
    const note = `${edit.kind} ${JSON.stringify(tr.steps)}\nbefore ${now}`
    const author = people[Math.floor(index / 2) % people.length] ?? ada.id
    const tracked = trackEdit(now, tr.steps, tr.docs, { author, time: at(index), newId })
    if (tracked === null) {
      refused.push(note)
      continue
    }
    const after = tracked.transform.doc
    watch(now, after, directly(now, tr, edit), `${note}\ntracked ${after}`, author)
    now = tracked.transform.doc
  }
  return { suggested: now, refused }
}

function same(a: Node, b: Node, note: string): void {
  if (a.eq(b)) return
  expect(a.toString(), note).toBe(b.toString())
  expect(a.toJSON(), note).toEqual(b.toJSON())
}

describe('[R2] suggestions', () => {
  test('of any edit: accepting all gives the direct edit; rejecting all, or the author’s, the original', () => {
    let refusals = 0
    let edits = 0
    fc.assert(
      fc.property(session, choices => {
        const { suggested, refused } = suggestAll(choices, (before, tracked, direct, note, author) => {
          tracked.check()
          same(withAll(tracked, 'accept'), withAll(direct, 'accept'), note)
          same(withAll(tracked, 'reject'), withAll(before, 'reject'), note)
          const withoutOwn = (now: Node) => withoutSuggestions(now, mark => mark.attrs.author === author)
          same(withoutOwn(tracked), withoutOwn(before), note)
          edits += 1
        })
        refusals += refused.length
        same(withAll(suggested, 'reject'), sample, 'all')
      }),
      settings,
    )
    // What cannot be a suggestion is refused, so there must be next to nothing of it.
    expect(refusals / edits).toBeLessThan(0.002)
  })

  test('decided one by one, in any order: all accepted as at once, all rejected as never made', () => {
    fc.assert(
      fc.property(session, fc.infiniteStream(fc.nat()), (choices, order) => {
        const { suggested } = suggestAll(choices, () => undefined)
        for (const decision of ['accept', 'reject'] as const) {
          const decided = oneByOne(suggested, order, () => decision)
          same(decided, withAll(suggested, decision), `${decision} ${suggested}`)
        }
      }),
      settings,
    )
  })

  test('decided one way or the other, in any order, they lose no word that one decision for all keeps', () => {
    fc.assert(
      fc.property(session, fc.infiniteStream(fc.nat()), fc.nat(7), (choices, order, salt) => {
        const { suggested } = suggestAll(choices, () => undefined)
        const either = (id: string) =>
          (Number.parseInt(id.slice(-3), 16) + salt) % 3 === 0 ? 'reject' : 'accept'
        const atOnce = new Transform(suggested)
        resolveSuggestions(atOnce, mark => either(mark.attrs.id as string))
        atOnce.doc.check()
        const decided = oneByOne(suggested, order, either)
        expect(suggestionsOf(decided)).toEqual([])
        expect(decided.textContent).toBe(atOnce.doc.textContent)
      }),
      settings,
    )
  })
})

/** Decides every suggestion of a document one after another; the order is drawn. */
function oneByOne(start: Node, order: Iterator<number>, how: (id: string) => Decision): Node {
  let now = start
  for (let left = suggestionsOf(now); left.length > 0; left = suggestionsOf(now)) {
    const { id } = left[(order.next().value ?? 0) % left.length] ?? { id: '' }
    const decision = how(id)
    const tr = new Transform(now)
    resolveSuggestions(tr, (mark: Mark) => (mark.attrs.id === id ? decision : null))
    tr.doc.check()
    expect(suggestionsOf(tr.doc).some(each => each.id === id)).toBe(false)
    now = tr.doc
  }
  return now
}
