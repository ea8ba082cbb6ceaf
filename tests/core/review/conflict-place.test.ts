import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import type { Quote } from '../../../src/core/briefing/quote.ts'
import { mergeCopies } from '../../../src/core/handoff/merge-copies.ts'
import { placeOfConflict } from '../../../src/core/review/conflict-place.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, keyPoints, kp, p, posOf } from '../../support/builders.ts'
import { type Edit, edited, merge, send } from '../../support/handoff.ts'
import { expectOk, startLog } from '../../support/log.ts'
import { struck } from '../../support/reviewed.ts'

const text = doc(
  headline('Dikes'),
  keyPoints(kp('A first point.'), kp('Another point.')),
  body(
    p('The ministry repaired the sluice gates in spring.'),
    p('A second paragraph on the harbour.'),
    p('The ministry closed the old locks in autumn.'),
  ),
)

/** The words around the place that is found, with a bar at it; null where none is. */
function found(now: Node, where: Quote | null, content = '', kind: 'lost' | 'overlap' = 'lost') {
  const place = placeOfConflict(now, { where, content, kind })
  if (place === null) return null
  const words = now.textBetween(place.from, place.to)
  return `${place.before}|${words === '' ? '' : `${words}|`}${place.between ? '¶|' : ''}${place.after}`
}
const around = (before: string, after: string): Quote => ({ text: '', before, after })
const without = (now: Node, words: string) => {
  const from = posOf(now, words)
  return new Transform(now).delete(from, from + words.length).doc
}

describe('[H3] the place of a conflict', () => {
  test('is between the words that stood around it', () => {
    expect(found(text, around('repaired the ', 'sluice gates in spring.'))).toBe(
      'The ministry repaired the|sluice gates in spring.',
    )
  })

  test('is between two blocks where its own is gone', () => {
    const quote = around('the sluice gates in spring.', 'The ministry closed the old locks in aut')
    const place =
      'The ministry repaired the sluice gates in spring.|¶|The ministry closed the old locks in autumn.'
    const now = new Transform(text)
    const $gone = text.resolve(posOf(text, 'A second'))
    now.delete($gone.before(), $gone.after())
    expect(found(now.doc, quote)).toBe(place)
  })

  test('is at the end of what stood before it where nothing came behind', () => {
    expect(found(text, around('Another point.', ''))).toMatch(/^Another point\.\|¶\|/u)
  })

  test('is known by what is left of them', () => {
    const quote = around('The ministry repaired the ', 'sluice gates in spring.')
    expect(found(without(text, 'repaired the sluice gates in spring.'), quote)).toBeNull()
    expect(found(without(text, 'repaired the sluice '), quote)).toBe('The ministry|gates in spring.')
    expect(found(without(text, 'The ministry repaired '), quote)).toBe('the|sluice gates in spring.')
    expect(found(without(text, ' sluice gates in spring.'), quote)).toBe(
      'The ministry repaired the|¶|A second paragraph on the harbour.',
    )
  })

  test('is nowhere where two places look alike, or nothing is left, or there never was one', () => {
    const twice = doc(headline('Dikes'), keyPoints(), body(p('Gates were closed.'), p('Gates were closed.')))
    expect(found(twice, around('Gates ', 'were closed.'))).toBeNull()
    expect(found(text, around('Nothing of ', 'this stands here.'))).toBeNull()
    expect(found(text, around('', ''))).toBeNull()
    expect(found(text, null)).toBeNull()
  })

  test('of two that look alike is the one where the block ended too', () => {
    const two = doc(
      headline('Dikes'),
      keyPoints(),
      body(p('Gates were closed.'), p('All gates: Gates were closed.')),
    )
    expect(found(two, around('Gates ', 'were closed.'))).toBe('Gates|were closed.')
  })

  test('is beside what stood right beside it, although a longer part further off is left too', () => {
    const quote = around('on the harbour.', 'The ministry, we hear, closed the old lock')
    expect(found(text, quote)).toBe(
      'A second paragraph on the harbour.|¶|The ministry closed the old locks in autumn.',
    )
  })

  test('holds in words that are suggested to go', () => {
    const now = struck(text, 'sluice gates', 'd1', ben.id)
    expect(found(now, around('repaired the sluice ', 'gates in spring.'))).toBe(
      'The ministry repaired the sluice|gates in spring.',
    )
  })

  test('takes in the words of the conflict that stand there', () => {
    expect(found(text, around('repaired the ', 'gates in spring.'), 'sluice ', 'overlap')).toBe(
      'The ministry repaired the|sluice|gates in spring.',
    )
  })

  test('costs little for a thousand conflicts in a long text', () => {
    const blocks = Array.from({ length: 1000 }, (_, index) =>
      p(`Block ${index} says that the gates of harbour ${index} were closed in the spring of last year.`),
    )
    const long = doc(headline('Dikes'), keyPoints(), body(...blocks))
    const began = performance.now()
    for (let index = 0; index < 1000; index += 1) {
      expect(found(long, around(`the gates of harbour ${index} `, `were shut gone by`))).not.toBeUndefined()
    }
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('[H3] the place that a merge gives a conflict', () => {
  const start = startLog(text)
  const insert =
    (before: string, words: string): Edit =>
    tr =>
      tr.insert(posOf(tr.doc, before), schema.text(words))
  const replace =
    (words: string, by: string): Edit =>
    tr => {
      const from = posOf(tr.doc, words)
      return tr.replaceWith(from, from + words.length, schema.text(by))
    }
  const removeBlock =
    (words: string): Edit =>
    tr => {
      const $at = tr.doc.resolve(posOf(tr.doc, words))
      return tr.delete($at.before(), $at.after())
    }

  function merged(editors: Edit, reviewers: Edit) {
    const sent = send(start, ben)
    const { master } = merge(edited(sent.master, ada, editors), [edited(sent.copy, ben, reviewers)])
    const [conflict] = openConflicts(master.briefing.records.handoff)
    if (conflict === undefined) throw new Error('There is no conflict')
    return found(
      master.briefing.doc,
      conflict.where,
      conflict.content,
      conflict.kind === 'lost' ? 'lost' : 'overlap',
    )
  }

  test('is found for words in a paragraph that is gone', () => {
    expect(merged(removeBlock('A second'), insert('harbour', 'old '))).toBe(
      'The ministry repaired the sluice gates in spring.|¶|The ministry closed the old locks in autumn.',
    )
  })

  test('is found for words in a key point that is gone', () => {
    expect(merged(removeBlock('A first'), insert('point', 'good '))).toMatch(/¶\|Another point\.$/)
  })

  test('is found for words that both changed', () => {
    expect(merged(replace('sluice', 'lock'), replace('sluice', 'tidal'))).toBe(
      'The ministry repaired the lock|tidal|gates in spring.',
    )
  })

  test('is where the words came in, also where the other replaced more', () => {
    expect(merged(replace('sluice gates', 'gates of the sluice'), replace('sluice', 'tidal'))).toMatch(
      /\|tidal\|/,
    )
  })

  test('is found where two copies of a master are joined', () => {
    const mine = edited(edited(start, ada, removeBlock('A second')), ada, insert('spring', 'late '))
    const theirs = edited(start, ben, insert('harbour', 'old '))
    const joined = expectOk(mergeCopies(mine, [theirs], { author: ada, time: at(50), edits: 'edits' }))
    const [conflict] = openConflicts(joined.briefing.records.handoff)
    expect(conflict).toMatchObject({ kind: 'lost', content: 'old ' })
    expect(found(joined.briefing.doc, conflict?.where ?? null)).toMatch(/\|¶\|The ministry closed/)
  })
})
