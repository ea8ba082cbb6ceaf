import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { restoreSteps } from '../../../src/core/history/restore.ts'
import { anchorsOf } from '../../../src/core/review/threads.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { body, doc, headline, keyPoints, kp, p, posOf, section, uuid } from '../../support/builders.ts'
import { edits, perform } from '../../support/edits.ts'
import { documents } from '../../support/small-documents.ts'

const thread = uuid(1)

function commented(on: Node, words: string): Node {
  const from = posOf(on, words)
  return new Transform(on).addMark(from, from + words.length, schema.mark('comment', { thread })).doc
}

function restored(now: Node, then: Node, threads: readonly string[] = []): Transform {
  const tr = new Transform(now)
  for (const step of restoreSteps(now, then, new Set(threads))) tr.step(step)
  tr.doc.check()
  return tr
}

describe('R5 restoring a version', () => {
  test('any text becomes any other, exactly', () => {
    fc.assert(
      fc.property(documents(), documents(), (now, then) => {
        expect(restored(now, then).doc.eq(then)).toBe(true)
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  test('edits are taken back where they were made, and nowhere else', () => {
    fc.assert(
      fc.property(documents(), edits(4), (then, list) => {
        const tr = new Transform(then)
        for (const [index, edit] of list.entries()) perform(tr, edit, `[n${index}]`)
        expect(restored(tr.doc, then).doc.eq(then)).toBe(true)
      }),
      { numRuns: 200, seed: 6 },
    )
    const then = doc(
      headline('Ports'),
      keyPoints(kp('one')),
      body(p('First words'), section('Two'), p('Last')),
    )
    const now = doc(
      headline('Ports'),
      keyPoints(kp('one')),
      body(p('First new words'), section('Two'), p('Last')),
    )
    const steps = restored(now, then).steps
    expect(steps.map(step => step.toJSON())).toEqual([
      { stepType: 'replace', from: posOf(now, 'new '), to: posOf(now, 'new ') + 4 },
    ])
  })

  test('comments stay on the words that stay, and come back with the words that come back', () => {
    const plain = doc(body(p('First words'), p('Second words')))
    const kept = restored(commented(doc(body(p('First words'), p('Other'))), 'First'), plain, [thread]).doc
    expect(anchorsOf(kept).get(thread)).toHaveLength(1)
    const then = commented(plain, 'Second')
    const now = doc(body(p('First words')))
    expect(anchorsOf(restored(now, then, [thread]).doc).has(thread)).toBe(true)
    expect(anchorsOf(restored(now, then).doc).has(thread)).toBe(false)
  })
})
