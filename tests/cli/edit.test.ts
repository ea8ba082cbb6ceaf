import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { authorNamed } from '../../src/core/briefing/author.ts'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../src/core/handoff/write.ts'
import { suggestionsOf } from '../../src/core/review/suggestions.ts'
import { ada, at, body, doc, headline, p } from '../support/builders.ts'
import { builtCli } from '../support/cli.ts'
import { expectOk, startLog } from '../support/log.ts'

const { run, folder } = builtCli()

const log = startLog(doc(headline('The bridge'), body(p('Closed since Monday.'), p('Open on Monday.'))))
const bytes = writeBriefingFile({ ...log, title: 'The bridge', time: at(5) })
const path = (name: string) => join(folder(), name)
const read = (name = 'bridge.briefing') => expectOk(readBriefingFile(readFileSync(path(name)), name))
const script = (entries: unknown) => writeFileSync(path('edits.json'), JSON.stringify(entries))

beforeEach(() => writeFileSync(path('bridge.briefing'), bytes))

describe('[X1] galley edit', () => {
  it('does a script in order, one change an entry, in place of the file', async () => {
    script([
      { op: 'replace', find: 'The bridge', with: 'The old bridge' },
      { op: 'comment', on: 'Closed', text: 'Why?' },
      { op: 'status', to: 'In review' },
    ])
    const done = await run([
      'edit',
      'bridge.briefing',
      '--as',
      'ada okafor',
      '--script',
      'edits.json',
      '--json',
    ])
    expect([done.status, done.err]).toEqual([0, ''])
    expect(JSON.parse(done.out)).toMatchObject({
      file: 'bridge.briefing',
      changes: 3,
      title: 'The old bridge',
      status: 'In review',
      threads: { open: 1, resolved: 0 },
    })
    expect(read().changes.map(({ author }) => author)).toEqual([ada.id, ada.id, ada.id])
  })

  it('writes nothing where one entry cannot be done, and says which', async () => {
    script([
      { op: 'delete', find: 'Closed ' },
      { op: 'delete', find: 'Monday' },
    ])
    const done = await run(['edit', 'bridge.briefing', '--as', 'Ada', '--script', 'edits.json'])
    expect(done.status).toBe(3)
    expect(done.err).toBe(
      'galley: edits.json, entry 2 (delete): “Monday” must stand there exactly once; it stands there 2 times (input.invalid)\n',
    )
    expect(new Uint8Array(readFileSync(path('bridge.briefing')))).toEqual(bytes)
  })

  it.each([
    ['{"op":1}', 'A script is a list of entries'],
    ['[{"op":"delete"}]', 'entry 1: find:'],
    ['[', 'It is not JSON'],
  ])('refuses the script %s', async (text, reason) => {
    writeFileSync(path('edits.json'), text)
    const done = await run(['edit', 'bridge.briefing', '--as', 'Ada', '--script', 'edits.json'])
    expect(done.status).toBe(3)
    expect(done.err).toContain(`galley: edits.json`)
    expect(done.err).toContain(reason)
  })

  it('reads briefing or script from standard input, and writes to standard output', async () => {
    script([{ op: 'set', field: 'headline', text: 'Open' }])
    const piped = await run(['edit', '-', '--as', 'Ada', '--script', 'edits.json'], bytes)
    expect(piped.status).toBe(0)
    expect(expectOk(readBriefingFile(piped.bytes, 'out')).manifest.title).toBe('Open')
    const entries = '[{"op":"set","field":"headline","text":"Shut"}]'
    await run(['edit', 'bridge.briefing', '--as', 'Ada', '--script', '-', '-o', 'other.briefing'], entries)
    expect(read('other.briefing').manifest.title).toBe('Shut')
    expect(read().manifest.title).toBe('The bridge')
  })

  it.each([
    [['edit', 'bridge.briefing', '--script', 'edits.json'], '--as NAME'],
    [['edit', 'bridge.briefing', '--as', 'Ada'], '--script EDITS.json'],
    [['edit', '-', '--as', 'Ada', '--script', '-'], 'Only one'],
    [['comment', 'bridge.briefing', '--as', 'Ada', 'Why?'], '--on'],
    [['comment', 'bridge.briefing', '--as', 'Ada', '--on', 'Closed'], 'Which COMMENT?'],
    [['replace', 'bridge.briefing', '--as', 'Ada', 'Closed'], 'Which NEW?'],
    [['replace', 'bridge.briefing', '--as', ' ', 'Closed', 'Open'], 'a name has'],
    [['replace', 'bridge.briefing', '--as', 'Ada', '--nth', '0', 'Monday', 'May'], '--nth 0'],
  ])('%j is wrong use', async (args, reason) => {
    script([])
    const done = await run(args)
    expect(done.status).toBe(2)
    expect(done.err).toContain(reason)
  })
})

describe('[X1] galley comment and galley replace', () => {
  it('comment on words, signed by somebody who follows from the name', async () => {
    const done = await run([
      'comment',
      'bridge.briefing',
      '--as',
      'Cleo Marsh',
      '--on',
      'Closed',
      'Since when?',
    ])
    expect([done.status, done.out, done.err]).toEqual([0, '', ''])
    const { records, authors } = read().briefing
    const [thread] = [...records.threads.values()]
    expect([thread?.quote?.text, thread?.comments[0]?.text]).toEqual(['Closed', 'Since when?'])
    expect(authors.get(thread?.comments[0]?.author ?? '')).toEqual(authorNamed('Cleo Marsh', []))
    expect(authorNamed('cleo  MARSH', []).id).toBe(thread?.comments[0]?.author)
  })

  it('replace one of several, directly or as a suggestion', async () => {
    await run(['replace', 'bridge.briefing', '--as', 'Cleo Marsh', '--nth', '2', 'Monday', 'Tuesday'])
    expect(read().briefing.doc.textContent).toContain('Open on Tuesday.')
    await run(['replace', 'bridge.briefing', '--as', 'Cleo Marsh', '--suggest', 'Monday', 'May'])
    expect(suggestionsOf(read().briefing.doc)).toHaveLength(1)
    const info = await run(['info', 'bridge.briefing', '--json'])
    expect(JSON.parse(info.out)).toMatchObject({ suggestions: 1, words: 8 })
    const exported = await run(['export', 'bridge.briefing', '--to', 'text'])
    expect(exported.out).toContain('Closed since Monday.')
    expect(exported.err).toBe('galley: 1 undecided suggestion rejected\n')
    const shown = await run(['export', 'bridge.briefing', '--to', 'text', '--suggestions', 'show'])
    expect(shown.out).toContain('Closed since [-Monday-]{+May+}.')
  })
})

describe('[X1] galley compare', () => {
  it('says what differs in text and details', async () => {
    script([
      { op: 'replace', find: 'Closed', with: 'Shut' },
      { op: 'detail', name: 'slug', value: 'bridge' },
    ])
    await run(['edit', 'bridge.briefing', '--as', 'Ada', '--script', 'edits.json', '-o', 'new.briefing'])
    const compared = await run(['compare', 'bridge.briefing', 'new.briefing'])
    expect([compared.status, compared.out]).toEqual([0, 'body\n- Closed\n+ Shut\n\nslug\n+ bridge\n\n'])
    const json = await run(['compare', 'bridge.briefing', 'new.briefing', '--json'])
    expect(JSON.parse(json.out)).toHaveLength(2)
    expect((await run(['compare', 'bridge.briefing'])).status).toBe(2)
  })
})
