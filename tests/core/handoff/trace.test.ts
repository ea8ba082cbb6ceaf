import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import type { Author } from '../../../src/core/briefing/author.ts'
import { openConflicts } from '../../../src/core/briefing/handoff.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, ben, body, doc, p } from '../../support/builders.ts'
import { fixture } from '../../support/fixtures.ts'
import { edited, merge, send } from '../../support/handoff.ts'
import { startLog, type TestLog } from '../../support/log.ts'

type Patch = readonly [at: number, deleted: number, inserted: string]

/** What each of the trace's two people typed, in order: real keystrokes, with real corrections. */
function typists(): readonly [Patch[], Patch[]] {
  const json = gunzipSync(readFileSync(fixture('traces/friendsforever.json.gz'))).toString()
  const { txns } = JSON.parse(json) as { txns: { agent: number; patches: Patch[] }[] }
  const of = (agent: number) => txns.filter(txn => txn.agent === agent).flatMap(({ patches }) => patches)
  return [of(0), of(1)]
}

/** A text as characters that each know where they came from. */
interface Letter {
  readonly letter: string
  readonly id: number
}

let letters = 0

/** Types patches into a log, a few to each change; where a patch lies beyond the text it goes to its end. */
function type(log: TestLog, text: Letter[], patches: readonly Patch[], author: Author): TestLog {
  let now = log
  for (let first = 0; first < patches.length; first += 10) {
    now = edited(now, author, tr => {
      for (const [at, deleted, inserted] of patches.slice(first, first + 10)) {
        const from = Math.min(at, text.length)
        const to = Math.min(from + deleted, text.length)
        const put = [...inserted].map(letter => {
          letters += 1
          return { letter, id: letters }
        })
        if (from < to) tr.delete(placeOf(tr, from), placeOf(tr, to))
        text.splice(from, to - from, ...put)
        for (const [index, { letter }] of put.entries()) {
          const place = placeOf(tr, from + index)
          if (letter === '\n') breakAt(tr, place)
          else tr.insert(place, schema.text(letter))
        }
      }
    })
  }
  return now
}

/** The place of a letter: in one paragraph a break is a unit, between two it is the end and the start of them. */
function placeOf(tr: Transform, index: number): number {
  let left = index
  let place = -1
  tr.doc.child(3).forEach((block, offset, number) => {
    if (place >= 0) return
    if (left <= block.content.size) place = tr.doc.content.size - tr.doc.child(3).nodeSize + 2 + offset + left
    else left -= block.content.size + 1
    if (place < 0 && number === tr.doc.child(3).childCount - 1) place = tr.doc.content.size - 2
  })
  return place
}

let breakAt: (tr: Transform, place: number) => unknown

const countOf = (text: Iterable<string>) => {
  const counts = new Map<string, number>()
  for (const letter of text) if (/\S/u.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

describe('[H3] the friendsforever trace, as an editor and a reviewer who write at once', () => {
  const rounds = process.env.GALLEY_RUNS === undefined ? 12 : 120
  const perRound = 100

  it.each([
    ['one paragraph', (tr: Transform, place: number) => tr.insert(place, schema.node('hardBreak'))],
    ['many paragraphs', (tr: Transform, place: number) => tr.split(place)],
  ])('loses no letter on %s', { timeout: 300_000 }, (_, breaking) => {
    breakAt = breaking
    const [adas, bens] = typists()
    let master = startLog(doc(body(p())))
    let text: Letter[] = []
    for (let round = 0; round < rounds; round += 1) {
      const part = (patches: readonly Patch[]) => patches.slice(round * perRound, (round + 1) * perRound)
      const sent = send(master, ben)
      const [ours, theirs] = [[...text], [...text]]
      const base = new Set(text.map(({ id }) => id))
      const edits = type(sent.master, ours, part(adas), ada)
      const back = type(sent.copy, theirs, part(bens), ben)
      const before = openConflicts(edits.briefing.records.handoff).length
      const result = merge(edits, [back]).master

      const [inOurs, inTheirs] = [ours, theirs].map(list => new Set(list.map(({ id }) => id)))
      const kept = (letter: Letter) =>
        !base.has(letter.id) || (inOurs?.has(letter.id) && inTheirs?.has(letter.id))
      const expected = countOf(
        [...ours.filter(kept), ...theirs.filter(({ id }) => !base.has(id))].map(({ letter }) => letter),
      )
      const lost = openConflicts(result.briefing.records.handoff)
        .slice(before)
        .filter(({ kind, wanted }) => kind === 'lost' && wanted.startsWith('To put in'))
      const now = [...result.briefing.doc.textContent, ...lost.flatMap(({ content }) => [...content])]
      expect(countOf(now)).toEqual(expected)

      master = result
      text = [
        ...result.briefing.doc.child(3).textBetween(0, result.briefing.doc.child(3).content.size, '\n', '\n'),
      ].map(letter => {
        letters += 1
        return { letter, id: letters }
      })
    }
    expect(text.length).toBeGreaterThan(rounds * 40)
  })
})
