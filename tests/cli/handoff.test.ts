import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import { writeBriefingFile } from '../../src/core/handoff/write.ts'
import { readingOf } from '../../src/core/review/publication.ts'
import { at, body, doc, headline, p, section } from '../support/builders.ts'
import { builtCli } from '../support/cli.ts'
import { expectOk, startLog } from '../support/log.ts'

const { run, folder } = builtCli()

const log = startLog(
  doc(
    headline('The bridge'),
    body(p('The quick brown fox jumps.'), p('A second paragraph.'), section('Next'), p('The end.')),
  ),
)
const bytes = writeBriefingFile({ ...log, title: 'The bridge', time: at(5) })
const path = (name: string) => join(folder(), name)
const read = (name: string) => expectOk(readBriefingFile(readFileSync(path(name)), name))
const words = (name: string) => {
  const { briefing } = read(name)
  return briefing.doc.textBetween(0, briefing.doc.content.size, '\n')
}

/** Runs a command line that must be done, with exit status 0 unless another is expected. */
async function done(args: readonly string[], status = 0) {
  const result = await run(args)
  expect([result.err, result.status]).toEqual(['', status])
  return result
}

async function edit(file: string, name: string, entries: unknown, ...more: string[]) {
  writeFileSync(path('edits.json'), JSON.stringify(entries))
  return done(['edit', file, '--as', name, '--script', 'edits.json', ...more])
}

const copy = (name: string, may: string, ...more: string[]) =>
  done(['review-copy', 'master.briefing', '--for', name, '--may', may, '-o', `${name}.briefing`, ...more])

beforeEach(() => writeFileSync(path('master.briefing'), bytes))

describe('[X1] galley review-copy, return and merge', () => {
  it('bring back what reviewers did, attributed, and a report of it', async () => {
    await copy('Ben', 'edit')
    await copy('Cleo', 'comment')
    await edit('Ben.briefing', 'Ben', [{ op: 'insert', before: 'jumps', text: 'often ' }])
    await edit('Cleo.briefing', 'Cleo', [
      { op: 'comment', on: 'quick', text: 'How quick?' },
      { op: 'request-changes', note: 'Not yet.' },
    ])
    await edit('master.briefing', 'Ada Okafor', [{ op: 'split', before: 'brown' }])
    await done(['return', 'Ben.briefing', '-o', 'ben-return.briefing'])
    await done(['return', 'Cleo.briefing', '-o', 'cleo-return.briefing'])
    expect(read('ben-return.briefing').manifest).toMatchObject({
      kind: 'return',
      invitation: { reviewer: { name: 'Ben' }, rights: 'edit' },
    })
    const merged = await done([
      'merge',
      'master.briefing',
      'ben-return.briefing',
      'cleo-return.briefing',
      '-o',
      'out.briefing',
      '--report',
      'report.json',
    ])
    expect(merged.out).toContain('Ben: 0 comments, 0 suggestions, 1 edit, 0 approvals, 0 conflicts')
    expect(words('out.briefing')).toContain('The quick \nbrown fox often jumps.')
    expect([...read('out.briefing').briefing.records.threads.values()]).toMatchObject([
      { comments: [{ text: 'How quick?' }] },
    ])
    expect(JSON.parse(readFileSync(path('report.json'), 'utf8'))).toMatchObject({
      returns: [
        {
          reviewer: { name: 'Ben' },
          edits: [{ inserted: 'often ', authorName: 'Ben', where: { before: 'brown fox ' } }],
          isKnown: false,
        },
        {
          reviewer: { name: 'Cleo' },
          comments: [{ text: 'How quick?', where: { text: 'quick' } }],
          approvals: [{ verdict: 'changes-requested' }],
        },
      ],
      conflicts: [],
    })
    const again = await done(['merge', 'out.briefing', 'cleo-return.briefing', 'ben-return.briefing'])
    expect(again.out).toBe('Cleo: known already\nBen: known already\n')
    expect(words('out.briefing')).toContain('often')
  })

  it('[R4] put a draft in review, and leave a status that is further on', async () => {
    const statuses = () => read('master.briefing').briefing.records.statusHistory.map(({ status }) => status)
    await copy('Ben', 'edit')
    expect(statuses()).toEqual(['In review'])
    await edit('master.briefing', 'Ada Okafor', [{ op: 'status', to: 'Approved' }])
    await copy('Cleo', 'edit')
    expect(statuses()).toEqual(['In review', 'Approved'])
    await done(['review-copy', 'Ben.briefing', '--for', 'Dan', '--may', 'edit', '-o', 'Dan.briefing'])
    expect(read('Ben.briefing').briefing.records.status).toBe('Draft')
  })

  it('exit 1 where conflicts remain, with their content in the report and in info', async () => {
    await copy('Ben', 'edit')
    await edit('Ben.briefing', 'Ben', [{ op: 'insert', before: 'paragraph', text: 'SHORT ' }])
    await edit('master.briefing', 'Ada Okafor', [{ op: 'delete-block', at: 'A second' }])
    const merged = await done(['merge', 'master.briefing', 'Ben.briefing', '--json'], 1)
    expect(JSON.parse(merged.out)).toMatchObject({
      openConflicts: 1,
      conflicts: [
        {
          kind: 'lost',
          content: 'SHORT ',
          authorName: 'Ben',
          where: { before: 'The quick brown fox jumps.' },
        },
      ],
    })
    const info = await done(['info', 'master.briefing', '--json'])
    expect(JSON.parse(info.out)).toMatchObject({ conflicts: 1 })
    const told = await done(['merge', 'master.briefing', 'Ben.briefing'], 1)
    expect(told.out).toContain('  Ben: To put in words where the text is gone: SHORT\n')
    expect(read('master.briefing').briefing.records.handoff.conflicts).toHaveLength(1)
  })

  it('make suggestions of what goes beyond the rights', async () => {
    await copy('Ben', 'comment')
    await done(['replace', 'Ben.briefing', '--as', 'Ben', 'quick', 'lazy'])
    await done(['merge', 'master.briefing', 'Ben.briefing'])
    const { doc: text } = read('master.briefing').briefing
    expect(readingOf(text, 'reject').textContent).toContain('The quick brown')
    expect(readingOf(text, 'accept').textContent).toContain('The lazy brown')
  })

  it('show others’ comments and suggestions only where asked', async () => {
    await done(['replace', 'master.briefing', '--as', 'Dora', '--suggest', 'quick', 'SECRET'])
    await done(['comment', 'master.briefing', '--as', 'Dora', '--on', 'fox', 'PRIVATE'])
    await copy('Ben', 'suggest')
    await copy('Cleo', 'suggest', '--show', 'all')
    const all = (name: string) => JSON.stringify([read(name).origin, read(name).changes])
    expect(all('Ben.briefing')).not.toMatch(/SECRET|PRIVATE|Dora/)
    expect(all('Cleo.briefing')).toContain('SECRET')
    expect([...read('Cleo.briefing').briefing.records.threads.values()]).toMatchObject([
      { comments: [{ text: 'PRIVATE' }] },
    ])
  })

  it('follow a chain of reviewers', async () => {
    await copy('Ben', 'suggest')
    await edit('Ben.briefing', 'Ben', [{ op: 'insert', before: 'jumps', text: 'often ' }], '--suggest')
    await done(['review-copy', 'Ben.briefing', '--for', 'Cleo', '--may', 'edit', '-o', 'Cleo.briefing'])
    await edit('Cleo.briefing', 'Cleo', [{ op: 'insert', after: 'The end', text: ' indeed' }], '--suggest')
    await done(['merge', 'Ben.briefing', 'Cleo.briefing'])
    await done(['return', 'Ben.briefing', '-o', 'back.briefing'])
    await done(['merge', 'master.briefing', 'back.briefing', 'Cleo.briefing'])
    expect(words('master.briefing')).toContain('often jumps.')
    expect(words('master.briefing')).toContain('The end indeed.')
    expect(read('Cleo.briefing').manifest).toMatchObject({ invitation: { rights: 'suggest' } })
  })

  it('join another copy of the master', async () => {
    writeFileSync(path('other.briefing'), bytes)
    await edit('master.briefing', 'Ada Okafor', [{ op: 'insert', before: 'quick', text: 'very ' }])
    await edit('other.briefing', 'Ada Okafor', [{ op: 'insert', before: 'jumps', text: 'often ' }])
    await done(['merge', 'master.briefing', 'other.briefing', '-o', 'a.briefing'])
    await done(['merge', 'other.briefing', 'master.briefing', '-o', 'b.briefing'])
    expect(words('a.briefing')).toContain('The very quick brown fox often jumps.')
    expect(read('a.briefing').briefing.head).toBe(read('b.briefing').briefing.head)
    const told = await done(['merge', 'master.briefing', 'other.briefing', '--report', 'report.json'])
    expect(told.out).toBe('Other copies of the briefing: 0 comments, 0 suggestions, 1 edit, 0 conflicts\n')
    expect(JSON.parse(readFileSync(path('report.json'), 'utf8'))).toMatchObject({
      copies: { changes: 1, edits: [{ inserted: 'often ' }] },
    })
    const again = await done(['merge', 'master.briefing', 'other.briefing'])
    expect(again.out).toBe('Other copies of the briefing: known already\n')
  })

  it('write over nothing that they read, by whatever name', async () => {
    await copy('Ben', 'edit')
    symlinkSync(path('master.briefing'), path('link.briefing'))
    const before = ['master.briefing', 'Ben.briefing'].map(name => readFileSync(path(name)))
    for (const args of [
      ['review-copy', 'master.briefing', '--for', 'Cleo', '--may', 'edit', '-o', './master.briefing'],
      ['review-copy', 'master.briefing', '--for', 'Cleo', '--may', 'edit', '-o', 'link.briefing'],
      ['merge', 'master.briefing', 'Ben.briefing', '-o', './Ben.briefing'],
      ['merge', 'master.briefing', 'Ben.briefing', '--report', 'link.briefing'],
      ['merge', 'master.briefing', 'Ben.briefing', '--report', './Ben.briefing'],
      ['merge', 'master.briefing', 'Ben.briefing', '-o', 'new.briefing', '--report', './new.briefing'],
    ]) {
      const { status, err } = await run(args)
      expect([args.at(-1), status]).toEqual([args.at(-1), 2])
      expect(err).toMatch(/names another file \(usage\)\n$/)
    }
    expect(['master.briefing', 'Ben.briefing'].map(name => readFileSync(path(name)))).toEqual(before)
    expect(existsSync(path('new.briefing'))).toBe(false)
  })

  it('refuse what is not a return of this briefing, and write nothing', async () => {
    const other = startLog(doc(headline('Another')))
    const origin = { ...other.origin, id: '99999999-0000-4000-8000-000000000001' }
    writeFileSync(path('other.briefing'), writeBriefingFile({ origin, changes: [], title: '', time: at(5) }))
    await copy('Ben', 'edit')
    const before = readFileSync(path('master.briefing'))
    for (const [name, code] of [
      ['other.briefing', 'handoff.other-briefing'],
      ['missing.briefing', 'file.not-found'],
    ] as const) {
      const refused = await run(['merge', 'master.briefing', 'Ben.briefing', name])
      expect(refused.status).toBe(3)
      expect(refused.err).toMatch(new RegExp(`^galley: ${name}: [^\\n]+\\(${code}\\)\\n$`))
    }
    expect(await run(['return', 'master.briefing', '-o', 'x.briefing'])).toMatchObject({
      status: 3,
      err: 'galley: master.briefing: This is not a review copy: there is nobody to return it to (handoff.not-a-copy)\n',
    })
    expect(readFileSync(path('master.briefing'))).toEqual(before)
  })

  it.each([
    ['review-copy', 'master.briefing', '--for', 'Ben', '--may', 'edit'],
    ['review-copy', 'master.briefing', '--for', 'Ben', '--may', 'all', '-o', 'x.briefing'],
    ['review-copy', 'master.briefing', '--may', 'edit', '-o', 'x.briefing'],
    ['review-copy', '-', '--for', 'Ben', '--may', 'edit', '-o', 'x.briefing'],
    ['return', 'Ben.briefing'],
    ['merge', 'master.briefing'],
    ['merge', 'master.briefing', 'x.briefing', '--edits', 'none'],
  ])('refuse wrong use: %s %s %s %s %s %s', async (...args) => {
    const { status, err } = await run(args)
    expect(status).toBe(2)
    expect(err).toMatch(/^galley: [^\n]+\(usage\)\n$/)
  })
})

describe('[F1] galley and a damaged briefing', () => {
  const damaged = () => {
    const at = Buffer.from(bytes).indexOf('origin.json') + 20
    return bytes.with(at, (bytes[at] ?? 0) ^ 0xff)
  }

  it('refuses it in one line that says what can be done', async () => {
    writeFileSync(path('bad.briefing'), damaged())
    await copy('Ben', 'edit')
    const before = readFileSync(path('master.briefing'))
    for (const args of [
      ['info', 'bad.briefing'],
      ['merge', 'master.briefing', 'bad.briefing'],
    ]) {
      const { status, err } = await run(args)
      expect(status).toBe(3)
      expect(err).toMatch(
        /^galley: bad\.briefing, origin\.json: [^\n]+; galley salvage [^\n]+\(briefing\.[a-z]+\)\n$/,
      )
    }
    expect(readFileSync(path('master.briefing'))).toEqual(before)
  })

  it('makes a new briefing of what can be read, that is never merged with the other', async () => {
    writeFileSync(path('bad.briefing'), damaged())
    const made = await run(['salvage', 'bad.briefing', '-o', 'new.briefing', '--json'])
    expect(made).toMatchObject({ status: 0, err: expect.stringContaining('could be read') })
    expect(JSON.parse(made.out)).toMatchObject({ title: 'The bridge', salvaged: 'text' })
    expect(words('new.briefing')).toBe(words('master.briefing'))
    expect((await run(['merge', 'master.briefing', 'new.briefing'])).err).toContain('handoff.other-briefing')
    expect(Buffer.from(readFileSync(path('bad.briefing')))).toEqual(Buffer.from(damaged()))
  })

  it('refuses what is not damaged or holds nothing', async () => {
    writeFileSync(path('text.briefing'), 'Only words.')
    const salvaged = (file: string) => run(['salvage', file, '-o', 'new.briefing'])
    expect(await salvaged('master.briefing')).toMatchObject({ status: 2 })
    expect(await salvaged('text.briefing')).toMatchObject({ status: 3 })
    expect((await salvaged('text.briefing')).err).not.toContain('galley salvage')
    expect(await run(['salvage', 'text.briefing'])).toMatchObject({ status: 2 })
  })

  it('refuses a return whose base is unknown here', async () => {
    await copy('Ben', 'edit')
    writeFileSync(path('older.briefing'), bytes)
    await edit('older.briefing', 'Ada Okafor', [{ op: 'insert', before: 'quick', text: 'very ' }])
    writeFileSync(path('master.briefing'), readFileSync(path('older.briefing')))
    await done(['review-copy', 'master.briefing', '--for', 'Cleo', '--may', 'edit', '-o', 'Cleo.briefing'])
    writeFileSync(path('master.briefing'), bytes)
    const refused = await run(['merge', 'master.briefing', 'Cleo.briefing'])
    expect(refused.status).toBe(3)
    expect(refused.err).toMatch(/^galley: Cleo\.briefing: [^\n]+\(handoff\.unknown-base\)\n$/)
    expect(new Uint8Array(readFileSync(path('master.briefing')))).toEqual(bytes)
  })
})
