import { describe, expect, it } from 'vitest'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { salvage } from '../../../src/core/handoff/salvage.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { openThread } from '../../../src/core/review/operations.ts'
import { schema } from '../../../src/core/schema/schema.ts'
import { ada, at, ben, body, doc, headline, p, posOf, uuid } from '../../support/builders.ts'
import { acted, edited } from '../../support/handoff.ts'
import { startLog } from '../../support/log.ts'
import { directoryHeaderOf, unzipText, withEntries, zipText } from '../../support/zip.ts'

const comment = openThread({ thread: uuid(1), quote: null, comment: { id: uuid(2), text: 'Source?' } })
const first = acted(startLog(doc(headline('Talks resume'), body(p('First words.')))), ben, comment)
const log = edited(first, ada, tr => tr.insert(posOf(tr.doc, 'words'), schema.text('few ')))
const good = writeBriefingFile({ ...log, title: 'Talks resume', time: at(5) })
const texts = unzipText(good)

/** What is found in bytes that are no sound file. */
function found(bytes: Uint8Array) {
  const read = readBriefingFile(bytes, 'talks.briefing')
  if (read.ok) throw new Error('The file was read')
  return salvage(bytes, read.error)
}

/** The file with the packed bytes of an entry damaged in their middle. */
function damaged(name: string, bytes = good): Uint8Array {
  const header = directoryHeaderOf(bytes, name)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const local = view.getUint32(header + 42, true)
  const from = local + 30 + view.getUint16(local + 26, true)
  const copy = bytes.slice()
  copy.fill(0xff, from + 8, from + 20)
  return copy
}

describe('[F1] of a damaged file', () => {
  it.each([
    ['the end is missing', good.slice(0, good.length - 30)],
    ['the first byte is another', good.with(0, 0x51)],
    ['the manifest is damaged', damaged('manifest.json')],
    ['the readable document is damaged', damaged('document.json')],
    ['something is in front', new Uint8Array([1, 2, 3, ...good])],
  ])('all can be read where %s', (_, bytes) => {
    const salvaged = found(bytes)
    // With its first byte the manifest's header is gone, but nothing else is.
    expect(salvaged?.what).toBe('all')
    expect(salvaged?.briefing.doc.eq(log.briefing.doc)).toBe(true)
    expect([...(salvaged?.briefing.records.threads.keys() ?? [])]).toEqual([uuid(1)])
  })

  it('the text can be read where the history is damaged, with what the sound part of it says', () => {
    const salvaged = found(damaged('changes.ndjson'))
    expect(salvaged?.what).toBe('text')
    expect(salvaged?.briefing.doc.eq(log.briefing.doc)).toBe(true)
    const line = texts['changes.ndjson']?.split('\n')[0]
    const cut = found(withEntries(good, { 'changes.ndjson': `${line}\n{"id` }))
    expect(cut?.what).toBe('text')
    expect(cut?.briefing.doc.eq(log.briefing.doc)).toBe(true)
    expect(cut?.briefing.records.threads.size).toBe(1)
    expect(cut?.briefing.authors.get(ben.id)?.name).toBe(ben.name)
  })

  it('the text can be read where its beginning is damaged', () => {
    const salvaged = found(damaged('origin.json'))
    expect(salvaged?.what).toBe('text')
    expect(salvaged?.briefing.doc.eq(log.briefing.doc)).toBe(true)
    expect(salvaged?.briefing.records.threads.size).toBe(0)
  })

  it('an earlier state can be read where the text and the end of the history are damaged', () => {
    const [line] = texts['changes.ndjson']?.split('\n') ?? []
    const salvaged = found(
      zipText({ ...texts, 'document.json': '{', 'changes.ndjson': `${line}\n{"id":"half` }),
    )
    expect(salvaged?.what).toBe('earlier')
    expect(salvaged?.briefing.doc.eq(first.briefing.doc)).toBe(true)
  })

  it('nothing is taken that could be other words than were written', () => {
    const [line] = texts['changes.ndjson']?.split('\n') ?? []
    const other = (name: string) => texts[name]?.replace('First', 'Other') ?? ''
    const changes = `${line?.replace('Source', 'Course')}\n`
    for (const entries of [
      { ...texts, 'document.json': other('document.json'), 'origin.json': '' },
      { ...texts, 'document.json': '', 'origin.json': other('origin.json') },
      { ...texts, 'document.json': '', 'changes.ndjson': changes },
    ]) {
      // As a flipped bit in a stored entry would: the checksums are those of the right words.
      const stored = zipText(entries, 0)
      const salvaged = found(withChecksumsOf(stored, zipText(texts, 0)))
      expect(JSON.stringify(salvaged?.briefing.doc.toJSON() ?? '')).not.toContain('Other')
      expect(JSON.stringify([...(salvaged?.briefing.records.threads ?? [])])).not.toContain('Course')
    }
  })

  it('nothing is taken where it is newer, hostile, empty or something else', () => {
    const manifest = JSON.stringify({ ...JSON.parse(texts['manifest.json'] ?? ''), formatVersion: 9 })
    expect(found(zipText({ ...texts, 'manifest.json': manifest }))).toBeNull()
    expect(found(zipText({ ...texts, 'manifest.json': manifest }).slice(0, -9))).toBeNull()
    expect(found(zipText({ ...texts, '../x': '' }))).toBeNull()
    expect(found(new Uint8Array())).toBeNull()
    expect(found(new TextEncoder().encode('PK\u0003\u0004 and so on, '.repeat(9)))).toBeNull()
    expect(found(zipText({ 'word/document.xml': '<w:document/>' }))).toBeNull()
  })

  it('wherever it is cut or a byte is lost, what is found is the text as it is or as it once was', () => {
    const texts = new Set([first, log].map(({ briefing }) => JSON.stringify(briefing.doc.toJSON())))
    texts.add(JSON.stringify(first.origin.doc))
    let whole = 0
    for (let at = 0; at < good.length; at += 7) {
      const lost = new Uint8Array([...good.subarray(0, at), ...good.subarray(at + 1)])
      for (const bytes of [good.slice(0, at), lost]) {
        const salvaged = found(bytes)
        if (salvaged === null) continue
        expect(texts).toContain(JSON.stringify(salvaged.briefing.doc.toJSON()))
        if (salvaged.briefing.doc.eq(log.briefing.doc)) whole += 1
      }
    }
    // One lost byte never costs the text: it stands in the file twice.
    expect(whole).toBeGreaterThan(good.length / 7)
  })
})

/** A ZIP of stored entries with the CRC-32s of another that has the same names. */
function withChecksumsOf(bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const [to, from] = [copy, other].map(one => new DataView(one.buffer, one.byteOffset)) as [
    DataView,
    DataView,
  ]
  for (const name of Object.keys(texts)) {
    const [ours, theirs] = [directoryHeaderOf(copy, name), directoryHeaderOf(other, name)]
    const crc = from.getUint32(theirs + 16, true)
    to.setUint32(ours + 16, crc, true)
    to.setUint32(to.getUint32(ours + 42, true) + 14, crc, true)
  }
  return copy
}
