import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { titleOf } from '../../src/core/briefing/briefing.ts'
import { writeReturn } from '../../src/core/handoff/return.ts'
import { makeChange } from '../../src/core/history/change.ts'
import { giveApproval, openThread, reply, resolveThread } from '../../src/core/review/operations.ts'
import { contentHash } from '../../src/core/review/publication.ts'
import { quoteOf } from '../../src/core/review/threads.ts'
import { schema } from '../../src/core/schema/schema.ts'
import {
  ada,
  at,
  ben,
  body,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  posOf,
  section,
  standfirst,
  uuid,
} from './builders.ts'
import { fileOf } from './copies.ts'
import { acted, appended, cleo, type Edit, edited, send, suggested } from './handoff.ts'
import { expectOk, startLog, type TestLog } from './log.ts'

/** The words of an edit's two kinds, by what stands in the text. */
const put =
  (behind: string, words: string): Edit =>
  tr =>
    tr.insert(posOf(tr.doc, behind) + behind.length, schema.text(words))
const replace =
  (words: string, by: string): Edit =>
  tr =>
    tr.replaceWith(posOf(tr.doc, words), posOf(tr.doc, words) + words.length, schema.text(by))
const strike =
  (words: string): Edit =>
  tr =>
    tr.delete(posOf(tr.doc, words), posOf(tr.doc, words) + words.length)
const dropBlock =
  (words: string): Edit =>
  tr => {
    const $pos = tr.doc.resolve(posOf(tr.doc, words))
    tr.delete($pos.before(), $pos.after())
  }

const question = uuid(0x7ead)

function commented(log: TestLog, by: typeof ada, words: string, text: string, thread: string): TestLog {
  const from = posOf(log.briefing.doc, words)
  const mark = schema.mark('comment', { thread })
  const marked = edited(log, by, tr => tr.addMark(from, from + words.length, mark))
  const last = marked.changes.at(-1)
  if (last === undefined) throw new Error('No mark')
  return acted(log, by, [
    ...openThread({
      thread,
      quote: quoteOf(log.briefing.doc, { from, to: from + words.length }),
      comment: { id: uuid(Number.parseInt(thread.slice(-4), 16) + 0x900000), text },
    }),
    ...last.operations,
  ])
}

function decided(log: TestLog, by: typeof ada, verdict: 'approved' | 'changes-requested', note: string) {
  const id = uuid(0xa0000 + log.changes.length)
  return acted(log, by, giveApproval({ id, verdict, note, content: contentHash(log.briefing) }))
}

/** The same log with its last change claiming to be another's. */
function forged(before: TestLog, after: TestLog, id: string): TestLog {
  const last = after.changes.at(-1)
  if (last === undefined) throw new Error('No change')
  const { hash: _, ...parts } = last
  return appended(before, [makeChange({ ...parts, id })])
}

/** The briefing that both reviewers got, with a question of Ada's. */
function harbour(): TestLog {
  const text = doc(
    headline('Harbour cities agree a shared flood plan'),
    standfirst(
      'Nine port authorities will pool barriers, pumps and money before the next storm season, leaving the hardest question, who floods first, for June.',
    ),
    keyPoints(
      kp('Nine ports sign a common plan covering over 40 tidal barriers.'),
      kp('Smaller harbours pay less but give up the right to close their gates alone.'),
      kp('A first joint exercise is set for October.'),
    ),
    body(
      p(
        'After two years of talks, nine harbour cities signed an agreement on Tuesday to run their flood defences as one system.',
      ),
      section('Who pays, and when'),
      p(
        'Contributions follow cargo volume rather than population, which halves the bill for three of the smallest members.',
      ),
      p('The fund starts at €2.4bn and doubles by 2032.'),
      section('What the models leave out'),
      p('Rivers that meet the tide at the gates are treated as if they stood still.'),
      p('The annex lists what each port may refuse.'),
    ),
  )
  return commented(
    startLog(text, { byline: 'Ada Okafor', slug: 'harbour-flood-plan', tags: ['ports', 'climate'] }),
    ada,
    'over 40',
    'The annex lists 38. Which number do we stand behind?',
    question,
  )
}

/** Where the files are that two reviewers and their editor have. */
export interface Returned {
  /** The master, with what its editor did since. */
  readonly master: string
  /** The same briefing before anybody was sent a copy, with comments and suggestions by several. */
  readonly ready: string
  /** A copy of another sender's for Eve Holt, who may suggest. */
  readonly copy: string
  /** Cleo's, who could edit: edits, a comment, every kind of conflict, an approval. */
  readonly cleo: string
  /** Ben's, who could suggest: suggestions, a reply, comments, and changes requested. */
  readonly ben: string
  /** A return of a briefing that is in no file here. */
  readonly stranger: string
  /** A second briefing and a return of it. */
  readonly second: string
  readonly secondReturn: string
  /** A file that breaks off. */
  readonly broken: string
}

/** Two returns of one briefing that went on meanwhile, and other files that could come with them. */
export function writeReturns(folder: string): Returned {
  const write = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const back = (name: string, log: TestLog) => write(name, expectOk(writeReturn(log, at(200))))
  const asked = {
    shown: [question],
    asks: 'Do the figures hold?\nPlease look at the fund before anything else.',
  }

  const toCleo = send(harbour(), cleo, 'edit', asked)
  const toBen = send(toCleo.master, ben, 'suggest', asked)
  let master = toBen.master
  master = edited(master, ada, dropBlock('Rivers that meet'))
  master = edited(master, ada, replace('halves the bill', 'cuts the bill by half'))
  master = edited(master, ada, put('next storm season', ' begins'))

  let copy = toCleo.copy
  copy = edited(copy, cleo, put('The fund starts at ', 'up to '))
  copy = edited(copy, cleo, put('as if they stood', ' perfectly'))
  copy = edited(copy, cleo, replace('halves', 'shrinks'))
  copy = edited(copy, cleo, replace('A first joint exercise', 'The first exercise of all nine'))
  copy = commented(copy, cleo, 'the right to close', 'For ever, or for the term of the treaty?', uuid(0xc11))
  copy = acted(copy, cleo, [{ type: 'detail', name: 'slug', value: 'nine-ports-flood-plan', counter: 1 }])
  copy = decided(copy, cleo, 'approved', 'Good to go once the number of barriers is settled.')
  const stolen = master.changes.at(-1)?.id ?? ''
  copy = forged(copy, edited(copy, cleo, put('may refuse', ', and for how long')), stolen)

  let bens = toBen.copy
  bens = acted(
    bens,
    ben,
    reply(question, { id: uuid(0xb01), text: '38 built, four under construction. I would say “nearly 40”.' }),
  )
  bens = suggested(bens, ben, replace('over 40', 'nearly 40'))
  bens = suggested(bens, ben, strike(' on Tuesday'))
  bens = suggested(bens, ben, put('The annex', ', which nobody has seen,'))
  bens = commented(bens, ben, '€2.4bn', 'Source says “up to”. Can we link the annex here?', uuid(0xb11))
  bens = decided(bens, ben, 'changes-requested', 'The fund needs a source.')

  const other = startLog(
    doc(
      headline('Rail talks resume after a week of silence'),
      standfirst('Mediators put a three-stage offer on the table.'),
      body(p('Both sides meet again on Thursday in the old customs house.')),
    ),
    {},
    uuid(2),
  )
  const toOther = send(other, cleo, 'suggest')
  const third = startLog(
    doc(
      headline('Who owns the seabed cables?'),
      body(p('Ownership, landing rights and repair ships, port by port.')),
    ),
    {},
    uuid(3),
  )
  const toThird = send(third, ben, 'comment')

  const eve = { id: uuid(0xe5e), name: 'Eve Holt', initials: 'EH', colour: 'purple' } as const
  const fourth = startLog(
    doc(headline('Stress test slips to autumn'), body(p('The regulator wants one more model run.'))),
    {},
    uuid(4),
  )
  let ready = commented(harbour(), ben, '€2.4bn', 'Source says “up to”.', uuid(0xb13))
  ready = suggested(ready, ben, strike(' on Tuesday'))
  ready = suggested(ready, cleo, replace('A first joint exercise', 'The first exercise of all nine'))
  ready = commented(ready, cleo, 'the right to close', 'For ever, or for the term?', uuid(0xc13))
  ready = acted(ready, ada, resolveThread(ready.briefing.records, uuid(0xc13), true))

  const name = (log: TestLog, ending: string) => `${titleOf(log.briefing.doc)} – ${ending}.briefing`
  const cleos = expectOk(writeReturn(copy, at(200)))
  return {
    master: write('Harbour cities.briefing', fileOf(master)),
    ready: write('Harbour cities, unsent.briefing', fileOf(ready)),
    copy: write(name(fourth, 'for Eve Holt'), fileOf(send(fourth, eve, 'suggest').copy)),
    cleo: write(name(copy, 'return from Cleo'), cleos),
    ben: back(name(bens, 'return from Ben'), bens),
    second: write('Rail talks.briefing', fileOf(toOther.master)),
    secondReturn: back(
      name(other, 'return from Cleo'),
      suggested(toOther.copy, cleo, replace('Thursday', 'Friday')),
    ),
    stranger: back(
      name(third, 'return from Ben'),
      commented(toThird.copy, ben, 'repair ships', 'How many are there?', uuid(0xb12)),
    ),
    broken: write('Daily digest – return from Eve.briefing', cleos.slice(0, 900)),
  }
}
