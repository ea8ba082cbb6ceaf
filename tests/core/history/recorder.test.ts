import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { emptyRecording, operationsOf, record } from '../../../src/core/history/recorder.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { body, bold, doc, link, p, posOf } from '../../support/builders.ts'
import { edits, perform } from '../../support/edits.ts'
import { extend, startLog } from '../../support/log.ts'
import { documents } from '../../support/small-documents.ts'

const text = doc(body(p('One two three.')))
const two = posOf(text, 'two')

/** Records each step by itself, as keystrokes come. */
function recorded(transform: Transform) {
  return transform.steps.reduce((recording, step) => record(recording, [step]), emptyRecording)
}

function type(transform: Transform, at: number, words: string): Transform {
  for (const [index, letter] of [...words].entries()) transform.insert(at + index, schema.text(letter))
  return transform
}

describe('recording steps', () => {
  it('makes one step of a run of typing', () => {
    const { steps } = recorded(type(new Transform(text), two, 'forty-'))
    expect(steps.map(step => step.toJSON())).toEqual([
      { stepType: 'replace', from: two, to: two, slice: { content: [{ type: 'text', text: 'forty-' }] } },
    ])
  })

  it('makes nothing of what was typed and deleted again', () => {
    const transform = type(new Transform(text), two, 'oops')
    for (let end = two + 4; end > two; end -= 1) transform.delete(end - 1, end)
    expect(recorded(transform)).toEqual(emptyRecording)
    expect(operationsOf(recorded(transform))).toEqual([])
  })

  it('makes one step of typing and correcting inside it', () => {
    const transform = type(new Transform(text), two, 'frty-')
    transform.insert(two + 1, schema.text('o')).delete(two + 4, two + 5)
    expect(recorded(transform).steps).toHaveLength(1)
    expect(extend(startLog(text), operationsOf(recorded(transform))).briefing.doc.eq(transform.doc)).toBe(
      true,
    )
  })

  it('keeps the deletion of older words when what replaced them is deleted too', () => {
    const transform = new Transform(text).replaceWith(two, two + 3, bold('2'))
    transform.delete(two, two + 1)
    expect(recorded(transform).steps.map(step => step.toJSON())).toEqual([
      { stepType: 'replace', from: two, to: two + 3 },
    ])
  })

  it('can be read back after a link that was set over another was undone and redone', () => {
    const linked = doc(body(p(link('https://example.org/a', 'two'))))
    const at = posOf(linked, 'two')
    const transform = new Transform(linked).addMark(
      at,
      at + 3,
      schema.mark('link', { href: 'https://example.org/b' }),
    )
    for (const _ of ['undo', 'redo']) {
      const [last, before] = [transform.steps.at(-1), transform.docs.at(-1)]
      if (last !== undefined && before !== undefined) transform.step(last.invert(before))
    }
    const { briefing } = extend(startLog(linked), operationsOf(recorded(transform)))
    expect(briefing.doc.eq(transform.doc)).toBe(true)
  })

  it('keeps steps apart that do not touch', () => {
    const transform = type(type(new Transform(text), two, 'x'), two + 5, 'y')
    expect(recorded(transform).steps).toHaveLength(2)
  })

  it('leaves the recording it was given as it was', () => {
    const { steps } = type(new Transform(text), two, 'ab')
    const first = record(emptyRecording, steps.slice(0, 1))
    record(first, steps.slice(1))
    expect(first.steps).toHaveLength(1)
  })

  it('changes nothing about where the steps lead', () => {
    fc.assert(
      fc.property(documents(fc.constantFrom('[w1] [w2] [w3]', '[w4]')), edits(12), (start, list) => {
        const transform = new Transform(start)
        for (const [index, edit] of list.entries()) perform(transform, edit, `[n${index}]`)
        const operations = operationsOf(recorded(transform))
        const log = startLog(start)
        const after = operations.length === 0 ? log : extend(log, operations)
        expect(after.briefing.doc.eq(transform.doc)).toBe(true)
      }),
      { numRuns: Number(process.env.GALLEY_RUNS ?? 150) },
    )
  })
})
