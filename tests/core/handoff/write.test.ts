import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { detailOperation } from '../../../src/core/history/log.ts'
import { emptyRecording, operationsOf, record } from '../../../src/core/history/recorder.ts'
import { at, body, doc, headline, p } from '../../support/builders.ts'
import { edits, perform } from '../../support/edits.ts'
import { expectOk, extend, startLog } from '../../support/log.ts'
import { documents } from '../../support/small-documents.ts'
import { unzipText } from '../../support/zip.ts'

const start = startLog(doc(headline('Talks resume'), body(p('First words.'))))
const log = extend(start, [expectOk(detailOperation(start.briefing, 'slug', 'talks'))])
const { origin, changes } = log
const file = { origin, changes, title: 'Talks resume', time: at(5) }

describe('[H1] a master file', () => {
  it('is the same bytes for the same briefing, in every time zone', () => {
    const zone = process.env.TZ
    const bytes = writeBriefingFile(file)
    try {
      process.env.TZ = 'Pacific/Auckland'
      expect(writeBriefingFile(file)).toEqual(bytes)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    expect(writeBriefingFile({ ...file, briefing: log.briefing })).toEqual(bytes)
  })

  it('says in readable JSON what the briefing is now', () => {
    const entries = unzipText(writeBriefingFile(file))
    expect(Object.keys(entries)).toEqual(['manifest.json', 'document.json', 'origin.json', 'changes.ndjson'])
    expect(JSON.parse(entries['document.json'] ?? '')).toEqual({
      id: log.briefing.id,
      head: log.briefing.head,
      document: log.briefing.doc.toJSON(),
      details: log.briefing.details,
    })
    expect(entries['document.json']).toContain('\n  "details": {\n')
    expect(JSON.parse(entries['manifest.json'] ?? '')).toMatchObject({
      format: 'galley-briefing',
      formatVersion: 2,
      kind: 'master',
      title: 'Talks resume',
      time: at(5),
    })
  })

  it('gives back every document and every history', () => {
    fc.assert(
      fc.property(documents(), fc.array(edits(3), { maxLength: 4 }), (first, changes) => {
        let written = startLog(first)
        for (const [index, list] of changes.entries()) {
          const transform = new Transform(written.briefing.doc)
          for (const edit of list) perform(transform, edit, `[n${index}]`)
          const operations = operationsOf(record(emptyRecording, transform.steps))
          if (operations.length > 0) written = extend(written, operations)
        }
        const bytes = writeBriefingFile({ ...written, title: '', time: at(5) })
        const read = expectOk(readBriefingFile(bytes, 'any.briefing'))
        expect(read.origin).toEqual(written.origin)
        expect(read.changes).toEqual(written.changes)
        expect(read.briefing.doc.eq(written.briefing.doc)).toBe(true)
      }),
      { numRuns: Number(process.env.GALLEY_RUNS ?? 60) },
    )
  })

  it('can be read although its text repeats itself like a zip bomb', () => {
    const repeated = startLog(doc(body(p('ha '.repeat(300_000)))))
    const bytes = writeBriefingFile({ ...repeated, title: 'Ha', time: at(5) })
    expect(readBriefingFile(bytes, 'ha.briefing').ok).toBe(true)
  })

  it('is never written from a log that does not hold, nor with another briefing’s document', () => {
    const tampered = log.changes.map(change => ({ ...change, time: at(30) }))
    expect(() => writeBriefingFile({ ...file, changes: tampered })).toThrow('history.broken')
    expect(() => writeBriefingFile({ ...file, briefing: start.briefing })).toThrow('log’s end')
  })
})
