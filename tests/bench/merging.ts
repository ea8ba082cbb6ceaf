/** Measures merging and files, one of its parts in a process of its own, and prints what it took. */
import { Transform } from 'prosemirror-transform'
import type { Author } from '../../src/core/briefing/author.ts'
import { mergeReturns } from '../../src/core/handoff/merge.ts'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../src/core/handoff/write.ts'
import type { Change } from '../../src/core/history/change.ts'
import { applyChange, composeChange } from '../../src/core/history/log.ts'
import { schema } from '../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, uuid } from '../support/builders.ts'
import { send } from '../support/handoff.ts'
import { expectOk, startLog, type TestLog } from '../support/log.ts'
import { numbersFrom } from '../support/random.ts'

const random = numbersFrom(20_260_318)
let ids = 0

/** A log with changes of a word each, put in or taken out all over the text. */
function scattered(log: TestLog, author: Author, count: number): TestLog {
  const changes: Change[] = [...log.changes]
  let { briefing } = log
  while (changes.length < log.changes.length + count) {
    const tr = new Transform(briefing.doc)
    const from = random(briefing.doc.content.size)
    const $from = briefing.doc.resolve(from)
    if (!$from.parent.isTextblock) continue
    const hasRoom = $from.parentOffset + 5 < $from.parent.content.size
    if (random(3) === 0 && hasRoom) tr.delete(from, from + 5)
    else tr.insert(from, schema.text('word '))
    ids += 1
    const change = composeChange(briefing, {
      id: uuid(0x2000000 + ids),
      author,
      time: at(1),
      operations: [{ type: 'steps', steps: tr.steps.map(step => step.toJSON()) }],
    })
    briefing = expectOk(applyChange(briefing, change))
    changes.push(change)
  }
  return { origin: log.origin, changes, briefing }
}

function milliseconds(work: () => unknown): number {
  const started = performance.now()
  work()
  return Math.round(performance.now() - started)
}

/** 20,000 words. */
const text = doc(
  headline('Speed'),
  body(...Array.from({ length: 400 }, (_, n) => p(`${n} ${'lorem ipsum dolor sit amet '.repeat(10)}`))),
)
const options = { author: ada, time: at(3), edits: 'edits' } as const

/** 10 returns of 200 changes each into 20,000 words, beside a structured clone of the text per change. */
function tenReturns(): void {
  let master = startLog(text)
  const returns: TestLog[] = []
  for (let n = 0; n < 10; n += 1) {
    const author = { ...ben, id: uuid(0xb000 + n) }
    const sent = send(master, author)
    master = sent.master
    returns.push(scattered(sent.copy, author, 200))
  }
  master = scattered(master, ada, 200)
  const json = text.toJSON()
  const clones = milliseconds(() => {
    for (let n = 0; n < 2000; n += 1) structuredClone(json)
  })
  const merged = milliseconds(() => expectOk(mergeReturns(master, returns, options)))
  console.log(`merge 10 × 200: ${merged} ms; 2,000 structured clones: ${clones} ms`)
}

/** One return of more and more changes. */
function longReturns(): void {
  for (const count of [2000, 4000, 8000]) {
    const sent = send(startLog(text), ben)
    const back = scattered(sent.copy, ben, count)
    const ours = scattered(sent.master, ada, 500)
    const merged = milliseconds(() => expectOk(mergeReturns(ours, [back], options)))
    console.log(`merge 1 × ${count}: ${merged} ms, ${((1000 * merged) / count).toFixed(0)} µs a change`)
  }
}

/** Writing and reading a file of 2,000 changes, beside plain JSON. */
function files(): void {
  const log = scattered(startLog(text), ada, 2000)
  const write = () => writeBriefingFile({ ...log, title: 'Speed', time: at(3) })
  const bytes = write()
  const written = milliseconds(write)
  const read = milliseconds(() => expectOk(readBriefingFile(bytes, 'speed.briefing')))
  let json = ''
  const dumped = milliseconds(() => {
    json = JSON.stringify({ origin: log.origin, changes: log.changes, document: log.briefing.doc.toJSON() })
  })
  const parsed = milliseconds(() => JSON.parse(json))
  console.log(`file: written in ${written} ms, read in ${read} ms, ${bytes.length} bytes`)
  console.log(`JSON: written in ${dumped} ms, read in ${parsed} ms, ${json.length} characters`)
}

const measured: Readonly<Record<string, () => void>> = { tenReturns, longReturns, files }
measured[process.argv[2] ?? '']?.()
