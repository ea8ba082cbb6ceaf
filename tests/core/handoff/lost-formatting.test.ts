import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { operationSchema } from '../../../src/core/history/change.ts'
import { formattingOf, wordsOf } from '../../../src/core/history/conflict.ts'
import { conflictComment } from '../../../src/core/review/conflict-comment.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { type Edit, edited, merge, send } from '../../support/handoff.ts'
import { startLog } from '../../support/log.ts'
import { replayable } from '../../support/runs.ts'
import { documents } from '../../support/small-documents.ts'

const start = startLog(doc(headline('Talks resume'), body(p('The fox.'), p('A second one.'), p('The end.'))))
const href = 'https://example.org/report'
const [bold, link] = [schema.mark('bold'), schema.mark('link', { href })]

const removeSecond: Edit = tr => {
  const $at = tr.doc.resolve(posOf(tr.doc, 'second'))
  return tr.delete($at.before(), $at.after())
}

/** What is held of the work of somebody whose paragraph the editor deleted. */
function heldOf(...edits: Edit[]) {
  const sent = send(start, ben)
  const ours = edited(sent.master, ada, removeSecond)
  const theirs = edits.reduce((log, edit) => edited(log, ben, edit), sent.copy)
  return openConflicts(merge(ours, [theirs]).master.briefing.records.handoff)
}

/** What is formatted, in words. */
function formatted({ content, formatting = [] }: ReturnType<typeof heldOf>[number]) {
  return formatting.map(({ from, to, ...mark }) => ({ words: content.slice(from, to), ...mark }))
}

describe('[H3] the formatting of words that find no place', () => {
  it('is held with them, links with where they lead', () => {
    const [conflict, ...others] = heldOf(tr => {
      const at = posOf(tr.doc, 'one.')
      return tr.insert(at, [schema.text('see the '), schema.text('new report', [bold, link])])
    })
    expect(others).toEqual([])
    expect(conflict?.content).toBe('see the new report')
    expect(conflict && formatted(conflict)).toEqual([
      { words: 'new report', mark: 'link', href },
      { words: 'new report', mark: 'bold' },
    ])
    expect(conflict && conflictComment(conflict, 'Ben')).toContain(`“new report” was linked to ${href}`)
  })

  it('is held also of words that are typed on, less what Backspace takes', () => {
    const place = (tr: Parameters<Edit>[0]) => posOf(tr.doc, 'one.')
    const [conflict, ...others] = heldOf(
      tr => tr.insert(place(tr), schema.text('see ')),
      tr => tr.insert(place(tr), schema.text('thiss', [bold])),
      tr => tr.delete(place(tr) - 1, place(tr)),
      tr => tr.insert(place(tr), schema.text(' now')),
    )
    expect(others).toEqual([])
    expect(conflict?.content).toBe('see this now')
    expect(conflict && formatted(conflict)).toEqual([{ words: 'this', mark: 'bold' }])
  })

  it('is said with where it leads, of words that the editor deleted', () => {
    const [conflict] = heldOf(tr => {
      const from = posOf(tr.doc, 'second')
      return tr.addMark(from, from + 6, link)
    })
    expect(conflict).toMatchObject({
      content: 'second',
      wanted: `To link to ${href} words that the other copy deleted`,
    })
  })

  it('is refused in a file where a link leads somewhere that runs', () => {
    const operation = (address: string) => ({
      type: 'conflict.add',
      conflict: uuid(1),
      author: ben.id,
      time: at(1),
      kind: 'lost',
      wanted: 'To put in words',
      content: 'report',
      formatting: [{ from: 0, to: 6, mark: 'link', href: address }],
      where: null,
      proposal: null,
    })
    expect(operationSchema.safeParse(operation(href)).success).toBe(true)
    expect(operationSchema.safeParse(operation('javascript:alert(1)')).success).toBe(false)
  })

  it('is found at the words that it is of, in any text', () => {
    fc.assert(
      fc.property(documents(fc.constantFrom('one', 'two three', 'four')), text => {
        const slice = text.slice(0, text.content.size)
        const words = wordsOf(slice)
        const bolds: string[] = []
        slice.content.descendants(node => {
          if (node.isText && bold.isInSet(node.marks)) bolds.push(node.text ?? '')
        })
        const found = formattingOf(slice).filter(({ mark }) => mark === 'bold')
        expect(found.map(({ from, to }) => words.slice(from, to))).toEqual(bolds)
      }),
      replayable(60),
    )
  })
})
