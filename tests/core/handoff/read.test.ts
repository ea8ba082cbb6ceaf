import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/core/canonical.ts'
import { limits } from '../../../src/core/handoff/limits.ts'
import { readBriefingFile } from '../../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../../src/core/handoff/write.ts'
import { makeChange } from '../../../src/core/history/change.ts'
import { describeFailure } from '../../../src/core/result.ts'
import { ada, at, body, doc, headline, p, uuid } from '../../support/builders.ts'
import { extend, startLog } from '../../support/log.ts'
import { directoryHeaderOf, patched, unzipText, withEntries, zipText } from '../../support/zip.ts'

const log = extend(startLog(doc(headline('Talks resume'), body(p('First words.')))), [
  {
    type: 'steps',
    steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'X ' }] } }],
  },
])
const good = writeBriefingFile({ ...log, title: 'Talks resume', time: at(5) })
const texts = unzipText(good)
const end = good.length - 22

function entry(name: string) {
  return texts[name] ?? ''
}

/** The manifest with some members changed. */
function manifest(changes: Record<string, unknown>): string {
  return JSON.stringify({ ...JSON.parse(entry('manifest.json')), ...changes })
}

/** The file with some entries changed, stored, since they repeat themselves more than a packed one may. */
function withStored(changed: Record<string, string>): Uint8Array {
  return zipText(unzipText(withEntries(good, changed)), 0)
}

function refusal(bytes: Uint8Array) {
  const read = readBriefingFile(bytes, 'talks.briefing')
  if (read.ok) throw new Error('The file was read')
  expect(read.error.file).toBe('talks.briefing')
  expect(read.error.message).not.toBe('')
  return read.error
}

describe('[H1] a file that is broken is refused whole', () => {
  it('when it is empty, no ZIP, or a ZIP of something else', () => {
    expect(refusal(new Uint8Array())).toMatchObject({ code: 'file.empty' })
    expect(refusal(new TextEncoder().encode('Plain text, not a file of Galley.'))).toMatchObject({
      code: 'briefing.not-zip',
    })
    expect(refusal(zipText({ 'word/document.xml': '<w:document/>' }))).toMatchObject({
      code: 'briefing.missing-entry',
      entry: 'manifest.json',
    })
    expect(refusal(zipText({}))).toMatchObject({ code: 'briefing.not-zip' })
  })

  it('when it is cut at any byte', () => {
    for (let length = 0; length < good.length; length += 1) {
      const { code } = refusal(good.slice(0, length))
      expect(['file.empty', 'briefing.not-zip', 'briefing.truncated']).toContain(code)
    }
  })

  it('when bytes follow it', () => {
    const longer = new Uint8Array(good.length + 1)
    longer.set(good)
    refusal(longer)
  })

  it('when any bit is flipped, unless what it says stays the same', () => {
    const started = performance.now()
    let readable = 0
    for (let byte = 0; byte < good.length; byte += 1) {
      const flipped = good.slice()
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (byte % 8))
      const read = readBriefingFile(flipped, 'talks.briefing')
      if (!read.ok) continue
      readable += 1
      expect(read.value.briefing.head).toBe(log.briefing.head)
      expect(read.value.manifest.title).toBe('Talks resume')
    }
    // Dates, versions and attributes of the ZIP say nothing about the briefing; all else is covered.
    expect(readable).toBeLessThan(4 * 32)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it.each(['document.json', 'origin.json', 'changes.ndjson', 'manifest.json'])('when %s is missing', name => {
    const { [name]: _, ...rest } = texts
    expect(refusal(zipText(rest))).toMatchObject({ code: 'briefing.missing-entry', entry: name })
  })

  it('when an entry is not the one that the manifest lists', () => {
    const other = zipText({ ...texts, 'document.json': entry('document.json').replace('First', 'Other') })
    expect(refusal(other)).toMatchObject({ code: 'briefing.checksum', entry: 'document.json' })
  })

  it('when the readable document is not what the history gives', () => {
    const other = withEntries(good, { 'document.json': entry('document.json').replace('First', 'Other') })
    expect(refusal(other)).toMatchObject({ code: 'briefing.invalid', entry: 'document.json' })
  })

  it.each<[string, Record<string, string>, { code: string; entry: string }]>([
    ['an entry is not JSON', { 'origin.json': '{"id":' }, { code: 'briefing.invalid', entry: 'origin.json' }],
    [
      'an entry is of a wrong type',
      { 'origin.json': '[]' },
      { code: 'briefing.invalid', entry: 'origin.json' },
    ],
    [
      'a member is of a wrong type',
      { 'origin.json': entry('origin.json').replace('"epoch": 1', '"epoch": "1"') },
      { code: 'briefing.invalid', entry: 'origin.json' },
    ],
    [
      'a line of the history is damaged',
      { 'changes.ndjson': 'oops\n' },
      { code: 'briefing.invalid', entry: 'changes.ndjson, line 1' },
    ],
    [
      'the last line of the history has no end',
      { 'changes.ndjson': entry('changes.ndjson').trimEnd() },
      { code: 'briefing.invalid', entry: 'changes.ndjson' },
    ],
    ['the history ends early', { 'changes.ndjson': '' }, { code: 'history.broken', entry: 'changes.ndjson' }],
    [
      'a change was tampered with',
      { 'changes.ndjson': entry('changes.ndjson').replace('X ', 'Y ') },
      { code: 'history.broken', entry: `changes.ndjson, change 1 (${log.changes[0]?.id})` },
    ],
    [
      'the first document breaks the schema',
      { 'origin.json': entry('origin.json').replace('"standfirst"', '"paragraph"') },
      { code: 'history.invalid', entry: 'origin.json' },
    ],
    [
      'an entry is nested too deeply',
      { 'document.json': `${'['.repeat(limits.nesting + 1)}${']'.repeat(limits.nesting + 1)}` },
      { code: 'briefing.limit', entry: 'document.json' },
    ],
    [
      'a line is nested beyond all measure',
      {
        'changes.ndjson': `${Array.from({ length: 100_000 }, (_, level) => `{"${level * 7919}":`).join('')}1${'}'.repeat(100_000)}\n`,
      },
      { code: 'briefing.limit', entry: 'changes.ndjson, line 1' },
    ],
  ])('when %s', (_, changed, expected) => {
    expect(refusal(withEntries(good, changed))).toMatchObject(expected)
  })

  it('when a change is well formed but cannot be applied', () => {
    const change = makeChange({
      id: uuid(9),
      author: ada.id,
      time: at(1),
      parent: log.briefing.head,
      operations: [{ type: 'steps', steps: [{ stepType: 'replace', from: 0, to: 99 }] }],
    })
    const changes = `${entry('changes.ndjson')}${canonicalJson(change)}\n`
    expect(refusal(withEntries(good, { 'changes.ndjson': changes }))).toMatchObject({
      code: 'history.invalid',
      entry: `changes.ndjson, change 2 (${change.id})`,
    })
  })
})

describe('[H1] a file from another time', () => {
  it.each([{ formatVersion: 3 }, { epoch: 2 }, { formatVersion: 4, somethingNew: true }])(
    'is told to be newer: %o',
    changed => {
      expect(refusal(zipText({ ...texts, 'manifest.json': manifest(changed) }))).toMatchObject({
        code: 'briefing.too-new',
        entry: 'manifest.json',
      })
    },
  )

  it.each([
    { format: 'other' },
    { kind: 'review-copy' },
    { id: 'x' },
    { entries: {} },
    { extra: 1 },
    { head: 'x' },
  ])('is refused where its manifest makes no sense: %o', changed => {
    expect(refusal(zipText({ ...texts, 'manifest.json': manifest(changed) }))).toMatchObject({
      code: 'briefing.invalid',
      entry: 'manifest.json',
    })
  })
})

describe('[H1] a hostile file is refused before anything is unpacked', () => {
  it.each([
    '../manifest.json',
    '/etc/passwd',
    'a/../../b',
    'C:/x',
    'a\\b',
    './x',
    'a//b',
    'folder/',
    'with\u0000nul',
    'with\u202eturn',
    'x'.repeat(300),
  ])('with the entry name %j', name => {
    expect(refusal(zipText({ ...texts, [name]: 'x' }))).toMatchObject({ code: 'briefing.entry-name' })
  })

  it('with an entry that does not belong to it', () => {
    expect(refusal(zipText({ ...texts, 'run.sh': 'x' }))).toMatchObject({
      code: 'briefing.entry-name',
      entry: 'run.sh',
    })
  })

  it('with two entries of one name', () => {
    expect(refusal(zipText({ ...texts, 'Origin.json': 'x' }))).toMatchObject({
      code: 'briefing.entry-name',
      entry: 'Origin.json',
    })
  })

  it('with too many entries', () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.entries + 1 }, (_, index) => [`e${index}`, 'x']),
    )
    expect(refusal(zipText(many))).toMatchObject({ code: 'briefing.limit' })
  })

  it('that unpacks to far more than it is (a zip bomb)', () => {
    const bomb = zipText({ ...texts, 'document.json': ' '.repeat(20_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    const started = performance.now()
    expect(refusal(bomb)).toMatchObject({ code: 'briefing.limit', entry: 'document.json' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('that lies about how much it unpacks to', () => {
    const bomb = zipText({ ...texts, 'document.json': ' '.repeat(20_000_000) })
    const header = directoryHeaderOf(bomb, 'document.json')
    const local = new DataView(bomb.buffer).getUint32(header + 42, true)
    const lying = patched(patched(bomb, header + 24, 60_000, 4), local + 22, 60_000, 4)
    const listed = JSON.parse(entry('manifest.json'))
    expect(listed.entries['document.json'].size).toBeGreaterThan(0)
    expect(refusal(lying)).toMatchObject({ code: 'briefing.invalid', entry: 'document.json' })
  })

  it('with an entry too large', () => {
    const header = directoryHeaderOf(good, 'document.json')
    expect(refusal(patched(good, header + 24, limits.entry + 1, 4))).toMatchObject({ code: 'briefing.limit' })
  })

  it('that is encrypted, packed otherwise, split over disks, or points outside itself', () => {
    const header = directoryHeaderOf(good, 'document.json')
    expect(refusal(patched(good, header + 8, 1, 2))).toMatchObject({ code: 'briefing.invalid' })
    expect(refusal(patched(good, header + 10, 14, 2))).toMatchObject({ code: 'briefing.invalid' })
    expect(refusal(patched(good, end + 4, 1, 2))).toMatchObject({ code: 'briefing.invalid' })
    expect(refusal(patched(good, header + 42, 0xfffffff0, 4))).toMatchObject({ code: 'briefing.invalid' })
    expect(refusal(patched(good, header + 20, 0xfffffff0, 4))).toMatchObject({ code: 'briefing.invalid' })
    expect(refusal(patched(good, end + 16, 0, 4))).toMatchObject({ code: 'briefing.invalid' })
  })

  it('whose entries share bytes', () => {
    const first = directoryHeaderOf(good, 'document.json')
    const second = directoryHeaderOf(good, 'manifest.json')
    const view = new DataView(good.buffer, good.byteOffset)
    const moved = patched(good, first + 42, view.getUint32(second + 42, true), 4)
    expect(refusal(moved)).toMatchObject({ code: 'briefing.invalid', entry: 'document.json' })
  })

  it.each<[string, string, string]>([
    ['far more values than any text', '[],', 'briefing.limit'],
    // Told one by one they would overflow the stack.
    ['very many wrong operations', '{},', 'briefing.invalid'],
  ])('whose history has a line with %s', (_, item, code) => {
    const count = code === 'briefing.limit' ? limits.values : limits.values / 4
    const line = `{"operations":[${item.repeat(count)}0]}\n`
    const bytes = withStored({ 'changes.ndjson': line })
    const started = performance.now()
    const refused = refusal(bytes)
    expect(refused).toMatchObject({ code, entry: 'changes.ndjson, line 1' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('with very many wrong items in a list inside an operation', () => {
    const done = `{"type":"merge","merge":"${uuid(1)}","reviewers":[],"done":[${'0,'.repeat(200_000)}0]}`
    const line = `{"id":"${uuid(9)}","author":"${ada.id}","operations":[${done}]}\n`
    expect(refusal(withStored({ 'changes.ndjson': line }))).toMatchObject({ code: 'briefing.invalid' })
  })

  it('with members beyond number, told in a short line', () => {
    const members = Array.from({ length: 10_000 }, (_, n) => `"member${n}":0`).join(',')
    const refused = refusal(withStored({ 'document.json': `{${members}}` }))
    expect(describeFailure(refused).length).toBeLessThan(400)
  })

  it('with an entry of blocks of nothing, which take long to unpack', () => {
    const header = directoryHeaderOf(good, 'document.json')
    const view = new DataView(good.buffer, good.byteOffset)
    const size = view.getUint32(header + 24, true)
    const bytes = patched(good, header + 20, size * 2 + limits.slack, 4)
    expect(refusal(bytes)).toMatchObject({ code: 'briefing.invalid', entry: 'document.json' })
  })
})
