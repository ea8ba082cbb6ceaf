import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { at, body, doc, headline, p, posOf } from '../../support/builders.ts'
import { expectOk, extend, startLog } from '../../support/log.ts'

const log = extend(startLog(doc(headline('Talks resume'), body(p('First words.')))), [
  {
    type: 'steps',
    steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'X ' }] } }],
  },
])
const bytes = writeBriefingFile({ ...log, title: 'Talks resume', time: at(5) })

describe('[H1] a .briefing file', () => {
  it('gives back what was written', () => {
    const read = expectOk(readBriefingFile(bytes, 'talks.briefing'))
    expect(read.origin).toEqual(log.origin)
    expect(read.changes).toEqual(log.changes)
    expect(read.briefing.doc.eq(log.briefing.doc)).toBe(true)
    expect(read.manifest).toMatchObject({ kind: 'master', title: 'Talks resume', head: log.briefing.head })
    expect(posOf(read.briefing.doc, 'X Talks')).toBe(1)
    expect(Object.keys(unzipSync(bytes))).toHaveLength(4)
  })
})
