import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { changeSchema } from '../../../src/core/history/change.ts'
import { detailOperation } from '../../../src/core/history/log.ts'
import { reconcile } from '../../../src/core/history/reconcile.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  bold,
  doc,
  headline,
  keyPoints,
  kp,
  link,
  p,
  posOf,
  section,
} from '../../support/builders.ts'
import { expectOk, extend, startLog, stepsOf, type TestLog } from '../../support/log.ts'

const text = doc(
  headline('Talks resume'),
  keyPoints(kp('A point.'), kp('Another point.')),
  body(p('The quick brown fox jumps.'), p('A second paragraph.'), section('Next'), p('The end.')),
)
const start = startLog(text)

/** A change by one author, made of what `edit` does to the document. */
function edited(log: TestLog, author: typeof ada, edit: (transform: Transform) => unknown): TestLog {
  const transform = new Transform(log.briefing.doc)
  edit(transform)
  return extend(log, [stepsOf(transform.steps)], { author })
}

/** An edit of the passage that starts with `words`, given where it starts. */
const insert = (before: string, words: string) => (transform: Transform) =>
  transform.insert(posOf(transform.doc, before), schema.text(words))
const remove = (words: string) => (transform: Transform) => {
  const from = posOf(transform.doc, words)
  return transform.delete(from, from + words.length)
}
const removeBlock = (words: string) => (transform: Transform) => {
  const $at = transform.doc.resolve(posOf(transform.doc, words))
  return transform.delete($at.before(), $at.after())
}
const retype = (words: string, level: number) => (transform: Transform) => {
  const from = posOf(transform.doc, words)
  return transform.setBlockType(from, from, section().type, { level })
}

type Edit = (transform: Transform) => unknown

/** Ada's side is the longer one, so Ben's edit is the one that is carried. */
function fork(adas: Edit, bens: Edit) {
  const a = edited(edited(start, ada, adas), ada, insert('resume', 'slowly '))
  const b = edited(start, ben, bens)
  const result = expectOk(reconcile(a, b))
  if (result.kind !== 'forked') throw new Error('The copies did not fork')
  return { ...result, a, b }
}

const lines = (document: Node) =>
  document.child(3).textBetween(0, document.child(3).content.size, '\n').split('\n')

describe('copies that did not fork', () => {
  const longer = edited(start, ada, insert('quick', 'very '))
  it('are the same, or the one that holds the other wins', () => {
    expect(expectOk(reconcile(longer, longer))).toMatchObject({ kind: 'same', changes: longer.changes })
    expect(expectOk(reconcile(longer, start))).toMatchObject({ kind: 'extended', longer: 'a' })
    expect(expectOk(reconcile(start, longer))).toMatchObject({
      kind: 'extended',
      longer: 'b',
      changes: longer.changes,
    })
  })

  it('are refused when they are of two briefings', () => {
    expect(reconcile(start, startLog(doc(headline('Another'))))).toMatchObject({
      error: { code: 'history.invalid' },
    })
  })

  it('are refused when the longer one is damaged', () => {
    const damaged = { ...longer, changes: longer.changes.map(change => ({ ...change, time: at(59) })) }
    expect(reconcile(start, damaged)).toMatchObject({ error: { code: 'history.broken' } })
  })
})

describe('[S4] copies that forked', () => {
  it('hold both edits, the carried one with its author, its time and the id it carries', () => {
    const { briefing, carried, changes, a, b, conflicts, base } = fork(
      insert('quick', 'very '),
      insert('jumps', 'often '),
    )
    expect(lines(briefing.doc)[0]).toBe('The very quick brown fox often jumps.')
    expect(conflicts).toEqual([])
    expect(base).toBe('a')
    expect(changes.slice(0, a.changes.length)).toEqual(a.changes)
    expect(carried).toHaveLength(1)
    expect(carried[0]).toMatchObject({ author: ben.id, time: b.changes[0]?.time, carries: b.changes[0]?.id })
    expect(changeSchema.safeParse(carried[0]).success).toBe(true)
    expect(briefing.authors.get(ben.id)).toEqual(ben)
  })

  it.each<[string, Edit, string[]]>([
    [
      'split',
      transform => transform.split(posOf(transform.doc, 'brown')),
      ['The quick ', 'brown fox often jumps.'],
    ],
    [
      'joined with the next',
      transform => transform.join(posOf(transform.doc, 'A second') - 1),
      ['The quick brown fox often jumps.A second paragraph.'],
    ],
    ['made a heading', retype('The quick', 2), ['The quick brown fox often jumps.']],
    [
      'wrapped in a quotation',
      transform => {
        const range = transform.doc.resolve(posOf(transform.doc, 'The quick')).blockRange()
        const type = schema.nodes.blockQuotation
        if (range !== null && type !== undefined) transform.wrap(range, [{ type }])
      },
      ['The quick brown fox often jumps.'],
    ],
  ])('put words in the right place of a paragraph that was %s', (_, adas, expected) => {
    const { briefing, conflicts } = fork(adas, insert('jumps', 'often '))
    expect(lines(briefing.doc).slice(0, expected.length)).toEqual(expected)
    expect(conflicts).toEqual([])
  })

  it('report words for a paragraph that is gone', () => {
    const { briefing, conflicts, carried, changes, b } = fork(
      removeBlock('A second'),
      insert('second', 'very '),
    )
    expect(lines(briefing.doc)).toEqual(['The quick brown fox jumps.', 'Next', 'The end.'])
    expect(conflicts).toMatchObject([{ kind: 'lost', content: 'very ', author: ben.id }])
    expect(briefing.records.handoff.conflicts).toEqual(conflicts)
    expect(carried).toMatchObject([{ carries: b.changes[0]?.id, author: ben.id }])
    expect(carried.flatMap(({ operations }) => operations).every(({ type }) => type === 'author')).toBe(true)
    const joined = { origin: start.origin, changes }
    expect(expectOk(reconcile(joined, b)).briefing.head).toBe(briefing.head)
  })

  it('keep words put into a passage that the other copy deletes, and say so', () => {
    const { briefing, conflicts } = fork(insert('brown', 'and clever '), remove('quick brown fox '))
    expect(lines(briefing.doc)[0]).toBe('The and clever jumps.')
    expect(conflicts).toMatchObject([{ kind: 'overlap', content: 'and clever ' }])
  })

  it('keep words put into a passage that the other copy replaces', () => {
    const { briefing } = fork(insert('brown', 'and clever '), transform => {
      const from = posOf(transform.doc, 'quick')
      transform.replaceWith(from, from + 'quick brown fox'.length, bold('wolf'))
    })
    expect(lines(briefing.doc)[0]).toBe('The wolf and clever  jumps.')
  })

  it('keep a paragraph put between two that the other copy deletes in one sweep', () => {
    const { briefing, conflicts } = fork(
      transform => transform.insert(posOf(transform.doc, 'A second') - 1, p('New.')),
      transform => transform.delete(posOf(transform.doc, 'brown'), posOf(transform.doc, 'paragraph')),
    )
    expect(lines(briefing.doc).slice(0, 3)).toEqual(['The quick ', 'New.', 'paragraph.'])
    expect(conflicts).toMatchObject([{ kind: 'overlap', content: 'New.' }])
  })

  it('do not report a deletion that both made', () => {
    expect(fork(removeBlock('A second'), removeBlock('A second')).conflicts).toEqual([])
  })

  it('report formatting of words that the other copy deleted', () => {
    const marking: Edit = transform => {
      const from = posOf(transform.doc, 'second')
      return transform.addMark(from, from + 6, schema.mark('bold'))
    }
    expect(fork(removeBlock('A second'), marking).conflicts).toMatchObject([
      { kind: 'lost', wanted: 'To mark words that the other copy deleted', content: 'second' },
    ])
  })

  it('keep the base side’s kind of a block, link and level where both changed them', () => {
    expect(fork(retype('The quick', 1), retype('The quick', 2))).toMatchObject({
      conflicts: [
        { kind: 'lost', wanted: 'To change the kind of a block', content: 'The quick brown fox jumps.' },
      ],
    })
    const linking =
      (href: string): Edit =>
      transform =>
        transform.replaceWith(posOf(transform.doc, 'fox'), posOf(transform.doc, 'fox') + 3, link(href, 'fox'))
    const marking =
      (href: string): Edit =>
      transform =>
        transform.addMark(
          posOf(transform.doc, 'fox'),
          posOf(transform.doc, 'fox') + 3,
          schema.mark('link', { href }),
        )
    expect(fork(linking('https://a.example/'), marking('https://b.example/')).conflicts).toMatchObject([
      { kind: 'lost', wanted: 'To link to https://b.example/', content: 'fox' },
    ])
    const level =
      (value: number): Edit =>
      transform =>
        transform.setNodeAttribute(posOf(transform.doc, 'Next') - 1, 'level', value)
    expect(fork(level(2), level(2)).conflicts).toEqual([])
    expect(fork(retype('The quick', 2), retype('The quick', 2)).conflicts).toEqual([])
  })

  it('carry words without a mark that their place no longer allows', () => {
    const { briefing, conflicts } = fork(retype('The quick', 1), transform =>
      transform.insert(posOf(transform.doc, 'fox'), bold('red ')),
    )
    expect(lines(briefing.doc)[0]).toBe('The quick brown red fox jumps.')
    expect(conflicts).toEqual([])
  })

  it('say when a deletion took words that the other copy had marked', () => {
    const { conflicts } = fork(
      transform =>
        transform.addMark(posOf(transform.doc, 'fox'), posOf(transform.doc, 'fox') + 3, schema.mark('bold')),
      remove('brown fox '),
    )
    expect(conflicts).toMatchObject([{ kind: 'overlap', content: 'brown fox ' }])
  })

  it('join details of different names, and keep the base side’s of the same', () => {
    const detail = (log: TestLog, name: 'slug' | 'byline', value: string, author: typeof ada) =>
      extend(log, [expectOk(detailOperation(log.briefing, name, value))], { author })
    const a = detail(detail(start, 'slug', 'ours', ada), 'slug', 'ours-again', ada)
    const b = extend(
      start,
      [
        expectOk(detailOperation(start.briefing, 'slug', 'theirs')),
        expectOk(detailOperation(start.briefing, 'byline', 'Ben Lindqvist')),
      ],
      { author: ben },
    )
    const result = expectOk(reconcile(a, b))
    expect(result.briefing.details).toMatchObject({ slug: 'ours-again', byline: 'Ben Lindqvist' })
    expect(result).toMatchObject({
      conflicts: [
        {
          kind: 'proposal',
          wanted: 'To set the slug',
          content: 'theirs',
          proposal: { of: 'detail', name: 'slug', value: 'theirs' },
        },
      ],
    })
  })

  it('come to the same again, also when one goes on after it was carried', () => {
    const { changes, b } = fork(insert('quick', 'very '), insert('jumps', 'often '))
    const joined = { origin: start.origin, changes }
    expect(expectOk(reconcile(joined, b)).changes).toEqual(changes)
    const later = edited(b, ben, insert('ten jumps', 'and of'))
    const again = expectOk(reconcile(joined, later))
    expect(lines(again.briefing.doc)[0]).toBe('The very quick brown fox ofand often jumps.')
    expect(again).toMatchObject({
      kind: 'forked',
      conflicts: [],
      carried: [{ carries: later.changes[1]?.id }],
    })
  })

  it('do not take two changes of one id for the same when they say different things', () => {
    const a = edited(edited(start, ada, insert('quick', 'very ')), ada, insert('resume', 'x'))
    const other = edited(start, ada, insert('end', 'bitter '))
    expect(other.changes[0]?.id).toBe(a.changes[0]?.id)
    const result = expectOk(reconcile(a, other))
    expect(lines(result.briefing.doc)).toContain('The bitter end.')
  })
})
