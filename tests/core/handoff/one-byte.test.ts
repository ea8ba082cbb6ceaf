import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/core/canonical.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeReturn } from '../../../src/core/handoff/return.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { describeFailure } from '../../../src/core/result.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf } from '../../support/builders.ts'
import { edited, send } from '../../support/handoff.ts'
import { expectOk, startLog } from '../../support/log.ts'

const start = edited(
  startLog(doc(headline('Talks resume'), body(p('The quick brown fox jumps.')))),
  ada,
  tr => tr.insert(posOf(tr.doc, 'quick'), schema.text('very ')),
)
const sent = send(start, ben, 'suggest')
const theirs = edited(sent.copy, ben, tr => tr.insert(posOf(tr.doc, 'jumps'), schema.text('often ')))
const master = writeBriefingFile({ ...sent.master, title: 'Talks resume', time: at(5) })
const copy = writeBriefingFile({ ...sent.copy, title: 'Talks resume', time: at(5) })

/** With GALLEY_RUNS every value is tried in every place: about ten minutes. */
const isLong = process.env.GALLEY_RUNS !== undefined

/** All that reading a file gives, to the last member. */
function seen(bytes: Uint8Array): string | null {
  const read = readBriefingFile(bytes, 'talks.briefing')
  if (!read.ok) {
    expect(describeFailure(read.error)).toMatch(/^talks\.briefing[^\n]{1,300}$/)
    return null
  }
  const { manifest, origin, changes, briefing } = read.value
  const { doc: text, authors, records, ...rest } = briefing
  const threads = [...records.threads]
  return canonicalJson([
    manifest,
    origin,
    changes,
    text.toJSON(),
    [...authors],
    { ...records, threads },
    rest,
  ])
}

/** What one byte can do in a place, by what happens to it. */
function* variants(bytes: Uint8Array, place: number): Generator<Uint8Array> {
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place + 1)]
  const old = bytes[place] ?? 0
  yield new Uint8Array([...before, ...after])
  yield before
  const values = isLong ? Array.from({ length: 256 }, (_, value) => value) : [old ^ (1 << (place % 8)), 0x50]
  for (const value of values) {
    if (value !== old) yield bytes.with(place, value)
    yield new Uint8Array([...before, value, old, ...after])
  }
}

describe('[H1] a byte that is lost, changed or added is noticed or does no harm', () => {
  it.each([
    ['a master', master],
    ['a review copy', copy],
    ['a return', expectOk(writeReturn(theirs, at(6)))],
  ])('in %s', { timeout: 1_800_000 }, (_, bytes) => {
    const whole = seen(bytes)
    expect(whole).not.toBeNull()
    for (let place = 0; place < bytes.length; place += isLong ? 1 : 2) {
      for (const variant of variants(bytes, place)) {
        const other = seen(variant)
        if (other !== null && other !== whole) throw new Error(`The byte in place ${place} was misread`)
      }
    }
  })
})
