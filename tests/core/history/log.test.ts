import type { Fragment, NodeType } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import type { BriefingId } from '../../../src/core/briefing/briefing.ts'
import { emptyDetails } from '../../../src/core/briefing/details.ts'
import { type Change, makeChange } from '../../../src/core/history/change.ts'
import {
  applyChange,
  composeChange,
  createOrigin,
  detailOperation,
  openLog,
  replay,
} from '../../../src/core/history/log.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  bold,
  doc,
  headline,
  link,
  p,
  posOf,
  section,
  uuid,
} from '../../support/builders.ts'
import { expectOk, extend, startLog, stepsOf } from '../../support/log.ts'

const text = doc(headline('Talks resume'), body(p('First words.'), section('Next'), p('Last words.')))
const start = startLog(text)

function typed(into: typeof start, before: string, words: string) {
  const { doc } = into.briefing
  return extend(into, [stepsOf(new Transform(doc).insert(posOf(doc, before), schema.text(words)).steps)])
}

/** A change with other operations but an honest hash, as a hostile file would have it. */
function forged(operations: Change['operations'], from = start): Change {
  return composeChange(from.briefing, { id: uuid(77), author: ada, time: at(1), operations })
}

function steps(...json: Record<string, unknown>[]): Change['operations'] {
  return [{ type: 'steps', steps: json }]
}

describe('opening a log', () => {
  it('gives the first document, its details and its author', () => {
    const briefing = expectOk(openLog(start.origin))
    expect(briefing.doc.eq(text)).toBe(true)
    expect(briefing.details).toEqual(emptyDetails)
    expect([...briefing.authors.values()]).toEqual([ada])
  })

  it.each([
    ['a document of another shape', { type: 'doc', content: [{ type: 'paragraph' }] }],
    ['a part of a document', { type: 'paragraph' }],
    ['no document', { nonsense: true }],
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }],
  ])('[D1] refuses %s', (_, json) => {
    expect(openLog({ ...start.origin, doc: json })).toMatchObject({
      ok: false,
      error: { code: 'history.invalid', entry: 'origin' },
    })
  })

  it('refuses a later epoch', () => {
    expect(openLog({ ...start.origin, epoch: 2 })).toMatchObject({ error: { code: 'briefing.too-new' } })
  })

  it('refuses an address that a link must not have', () => {
    const origin = createOrigin({
      id: uuid(1) as BriefingId,
      time: at(0),
      author: ada,
      doc: doc(body(p(link('https://example.org/', 'here')))),
      details: emptyDetails,
    })
    const json = JSON.parse(JSON.stringify(origin.doc).replace('https://example.org/', 'javascript:alert(1)'))
    expect(openLog({ ...origin, doc: json })).toMatchObject({ error: { code: 'history.invalid' } })
  })
})

describe('a change', () => {
  it('carries its words into the document and becomes the head', () => {
    const log = typed(start, 'words.', 'few ')
    expect(log.briefing.doc.textContent).toContain('First few words.')
    expect(log.briefing.head).toBe(log.changes[0]?.hash)
  })

  it('replays to the same briefing', () => {
    const log = typed(typed(start, 'words.', 'few '), 'Last', 'The very ')
    const again = expectOk(replay(log.origin, log.changes))
    expect(again.doc.eq(log.briefing.doc)).toBe(true)
    expect(again.head).toBe(log.briefing.head)
  })

  it('is refused when it does not follow the head', () => {
    const log = typed(typed(start, 'words.', 'few '), 'Last', 'The very ')
    expect(replay(log.origin, log.changes.slice(1))).toMatchObject({
      error: { code: 'history.broken', entry: `change 1 (${log.changes[1]?.id})` },
    })
  })

  it('is refused when anything in it is not what its hash says', () => {
    const [change] = typed(start, 'words.', 'few ').changes
    const tampered = { ...(change as Change), time: at(30) }
    expect(applyChange(start.briefing, tampered)).toMatchObject({ error: { code: 'history.broken' } })
  })

  it('names a new author once', () => {
    const operation = stepsOf(new Transform(text).insert(posOf(text, 'Last'), schema.text('x')).steps)
    const first = composeChange(start.briefing, {
      id: uuid(5),
      author: ben,
      time: at(1),
      operations: [operation],
    })
    expect(first.operations[0]).toEqual({ type: 'author', author: ben })
    const after = expectOk(applyChange(start.briefing, first))
    expect(after.authors.get(ben.id)).toEqual(ben)
    expect(
      composeChange(after, { id: uuid(6), author: ben, time: at(2), operations: [operation] }).operations,
    ).toEqual([operation])
    const renamed = { ...ben, name: 'Benedikt Lindqvist' }
    expect(
      composeChange(after, { id: uuid(6), author: renamed, time: at(2), operations: [operation] })
        .operations[0],
    ).toEqual({ type: 'author', author: renamed })
  })

  it('is refused by an author whom nothing names', () => {
    const change = makeChange({
      id: uuid(5),
      author: ben.id,
      time: at(1),
      parent: start.briefing.head,
      operations: steps({ stepType: 'replace', from: 1, to: 2 }),
    })
    expect(applyChange(start.briefing, change)).toMatchObject({ error: { code: 'history.invalid' } })
  })
})

describe('[D1] a step that breaks the structure is refused', () => {
  const at0 = posOf(text, 'First')
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] }
  it.each<[string, Record<string, unknown>]>([
    ['of an unknown kind', { stepType: 'explode', from: 1, to: 2 }],
    ['outside the document', { stepType: 'replace', from: 1, to: 9999 }],
    ['at half a position', { stepType: 'replace', from: at0 + 0.5, to: at0 + 1 }],
    ['at a negative position', { stepType: 'replace', from: -1, to: 1 }],
    ['that takes a field away', { stepType: 'replace', from: 0, to: posOf(text, 'First') - 2 }],
    [
      'that puts a paragraph into a paragraph',
      { stepType: 'replace', from: at0, to: at0, slice: { content: [paragraph] } },
    ],
    [
      'that brings a broken node along',
      {
        stepType: 'replace',
        from: at0 - 1,
        to: at0 - 1,
        slice: { content: [{ type: 'paragraph', content: [paragraph] }] },
      },
    ],
    [
      'that brings an unsafe link',
      {
        stepType: 'replace',
        from: at0,
        to: at0,
        slice: {
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      },
    ],
    [
      'that links to an unsafe address',
      {
        stepType: 'addMark',
        from: at0,
        to: at0 + 3,
        mark: { type: 'link', attrs: { href: 'javascript:alert(1)' } },
      },
    ],
    [
      'that makes a headline bold',
      {
        stepType: 'replace',
        from: 1,
        to: 1,
        slice: { content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] },
      },
    ],
    [
      'that gives a heading a third level',
      { stepType: 'attr', pos: posOf(text, 'Next') - 1, attr: 'level', value: 3 },
    ],
    ['with a slice that is none', { stepType: 'replace', from: at0, to: at0, slice: { content: 'x' } }],
  ])('%s', (_, json) => {
    expect(applyChange(start.briefing, forged(steps(json)))).toMatchObject({
      ok: false,
      error: { code: 'history.invalid', entry: `change ${uuid(77)}` },
    })
  })

  it('while marks and attributes that are allowed pass', () => {
    const log = extend(
      start,
      steps({ stepType: 'attr', pos: posOf(text, 'Next') - 1, attr: 'level', value: 2 }),
    )
    const { steps: marks } = new Transform(text).addMark(at0, at0 + 5, schema.mark('bold'))
    const marked = extend(log, [stepsOf(marks)])
    expect(marked.briefing.doc.nodeAt(at0)?.toJSON()).toEqual(bold('First')[0]?.toJSON())
  })
})

describe('[D5] details in the log', () => {
  it('take their turn by a counter', () => {
    const first = expectOk(detailOperation(start.briefing, 'slug', 'talks'))
    expect(first).toMatchObject({ counter: 1 })
    const log = extend(start, [first])
    expect(log.briefing.details.slug).toBe('talks')
    expect(applyChange(log.briefing, forged([first], log))).toMatchObject({
      error: { code: 'history.invalid' },
    })
    const second = expectOk(detailOperation(log.briefing, 'slug', 'talks-resume'))
    expect(extend(log, [second]).briefing.details.slug).toBe('talks-resume')
  })

  it('are refused where they are not valid', () => {
    expect(detailOperation(start.briefing, 'date', '2026-02-30')).toMatchObject({
      error: { code: 'input.invalid', entry: 'date' },
    })
    const operation = { type: 'detail', name: 'slug', value: 'Not A Slug', counter: 1 } as const
    expect(applyChange(start.briefing, forged([operation]))).toMatchObject({
      error: { code: 'history.invalid' },
    })
  })
})

it('typing costs the same in a short text and in a long one', () => {
  // Counted, not timed: how many of the document's blocks a change makes the schema look at.
  const visited = (paragraphs: number) => {
    const long = startLog(doc(body(...Array.from({ length: paragraphs }, (_, index) => p(`Words ${index}`)))))
    const paragraph = p().type
    const check = paragraph.validContent
    let count = 0
    paragraph.validContent = function (this: NodeType, content: Fragment) {
      count += 1
      return check.call(this, content)
    }
    try {
      typed(long, 'Words 0', 'x')
    } finally {
      paragraph.validContent = check
    }
    return count
  }
  expect(visited(500)).toBe(visited(5))
})
