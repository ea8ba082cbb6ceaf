import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBriefingFile } from '../../src/core/handoff/read.ts'
import { builtCli } from '../support/cli.ts'
import { fixture } from '../support/fixtures.ts'
import { expectOk } from '../support/log.ts'

const { run, folder } = builtCli()

const text = `- The council met on Monday.
- The bridge stays closed.

The council met on Monday and closed the bridge until spring.

What Happens Next

Engineers will look at the pillars in March.

“We had no choice.” – Ida Brandt, mayor
`

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder(), name), content)
  return name
}

function briefing(name: string) {
  return expectOk(readBriefingFile(readFileSync(join(folder(), name)), name))
}

describe('[X1] galley import', () => {
  it('[I1] makes a briefing of the seed, with its roles and not a word lost', async () => {
    const seed = fixture('seed/briefing.txt')
    expect(await run(['import', seed, '-o', 'seed.briefing'])).toEqual(
      expect.objectContaining({ status: 0, out: '', err: '' }),
    )
    const { briefing: made } = briefing('seed.briefing')
    const kinds = (field: number) => made.doc.child(field).children.map(node => node.type.name)
    expect(made.doc.child(0).textContent).toBe('')
    expect(kinds(2)).toEqual(['keyPoint', 'keyPoint', 'keyPoint'])
    expect(kinds(3)).toEqual([
      ...['paragraph', 'paragraph', 'sectionHeading'],
      ...Array.from({ length: 5 }, () => 'paragraph'),
      'pullQuote',
    ])
    expect(made.doc.child(3).lastChild?.lastChild?.textContent).toBe('Volodymyr Zelenskyy')
    const words = (said: string) => said.match(/[\p{L}\p{N}’'.]+/gu)
    const said = made.doc.textBetween(0, made.doc.content.size, '\n')
    expect(words(said)).toEqual(words(readFileSync(seed, 'utf8')))
  })

  it('writes beside the text, and not over a briefing that is there', async () => {
    put('bridge.txt', text)
    expect(await run(['import', 'bridge.txt'])).toMatchObject({ status: 0, out: '', err: '' })
    const first = readFileSync(join(folder(), 'bridge.briefing'))
    expect(await run(['import', 'bridge.txt'])).toMatchObject({
      status: 2,
      err: 'galley: bridge.briefing: This briefing exists already; -o replaces it or names another (usage)\n',
    })
    expect(readFileSync(join(folder(), 'bridge.briefing'))).toEqual(first)
    expect(await run(['import', 'bridge.txt', '-o', 'bridge.briefing'])).toMatchObject({ status: 0 })
    expect(briefing('bridge.briefing').briefing.id).not.toBe(
      expectOk(readBriefingFile(first, 'first')).briefing.id,
    )
    expect(readFileSync(join(folder(), 'bridge.txt'), 'utf8')).toBe(text)
  })

  it('[X1] writes over neither the text nor the briefing that it reads, also through a link', async () => {
    const words = readFileSync(join(folder(), put('own.txt', text)), 'utf8')
    symlinkSync('own.txt', join(folder(), 'link.txt'))
    for (const name of ['own.txt', './own.txt', 'link.txt']) {
      const { status, err } = await run(['import', 'own.txt', '-o', name])
      expect([status, err]).toEqual([2, expect.stringContaining('FILE itself')])
    }
    expect(readFileSync(join(folder(), 'own.txt'), 'utf8')).toBe(words)
    await run(['import', 'own.txt', '-o', 'own.briefing'])
    const { status } = await run(['export', 'own.briefing', '--to', 'html', '-o', 'own.briefing'])
    expect(status).toBe(2)
    briefing('own.briefing')
  })

  it('is by “Galley import”, on whichever machine', async () => {
    put('who.txt', text)
    await run(['import', 'who.txt'])
    expect(briefing('who.briefing').origin.author).toEqual({
      id: '67616c6c-6579-8000-8069-6d706f727465',
      name: 'Galley import',
      initials: 'GI',
      colour: 'sky',
    })
  })

  it('reads standard input and writes standard output', async () => {
    const { status, bytes, err } = await run(['import', '-'], text)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(expectOk(readBriefingFile(bytes, '-')).briefing.doc.child(2).childCount).toBe(2)
    expect(
      await run(['import', '-', '--from', 'markdown', '-o', 'from-input.briefing'], '# Title\n'),
    ).toMatchObject({
      status: 0,
      out: '',
    })
    expect(briefing('from-input.briefing').manifest.title).toBe('Title')
  })

  it('takes .md for Markdown, and says what --from says', async () => {
    put('notes.md', '# A title\n\nA **bold** paragraph.\n')
    await run(['import', 'notes.md'])
    expect(briefing('notes.briefing').briefing.doc.child(0).textContent).toBe('A title')
    await run(['import', 'notes.md', '--from', 'text', '-o', 'as-text.briefing', '--report'])
    const bodyOf = (name: string) => briefing(name).briefing.doc.child(3).textContent
    expect(bodyOf('notes.briefing')).toBe('A bold paragraph.')
    expect(bodyOf('as-text.briefing')).toBe('A **bold** paragraph.')
  })

  it('reports what each line was taken for, to people and to scripts', async () => {
    put('report.txt', text)
    const { out } = await run(['import', 'report.txt', '--report'])
    expect(out.split('\n')[0]).toMatch(/^keyPoint +The council met on Monday\. +\(.+\)$/)
    const { out: json } = await run(['import', 'report.txt', '-o', 'r.briefing', '--report', '--json'])
    expect(JSON.parse(json)).toMatchObject({ file: 'r.briefing', keyPoints: 2, sections: 1, pullQuotes: 1 })
    expect(JSON.parse(json).report[0]).toEqual({
      role: 'keyPoint',
      reason: expect.any(String),
      text: 'The council met on Monday.',
    })
    const piped = await run(['import', 'report.txt', '-o', '-', '--report'])
    expect(piped.err).toMatch(/^keyPoint/)
    expect(readBriefingFile(piped.bytes, '-').ok).toBe(true)
  })

  it.each<[string, string | Uint8Array | null, RegExp]>([
    ['gone.txt', null, /^galley: gone\.txt: There is no such file \(file\.not-found\)\n$/],
    ['empty.txt', '', /^galley: empty\.txt: .+ \(file\.empty\)\n$/],
    [
      'picture.txt',
      new Uint8Array([0x89, 0x50, 0, 0, 1, 2, 3, 0]),
      /^galley: picture\.txt: .+ \(file\.binary\)\n$/,
    ],
    [
      'latin.txt',
      new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]),
      /^galley: latin\.txt: .+ \(file\.encoding\)\n$/,
    ],
  ])('[F1] refuses %s in one line and writes nothing', async (name, content, expected) => {
    if (content !== null) put(name, content)
    const { status, out, err } = await run(['import', name])
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(err).toMatch(expected)
    expect(readdirSync(folder())).not.toContain(name.replace('.txt', '.briefing'))
  })

  it('[F1] refuses a folder', async () => {
    mkdirSync(join(folder(), 'folder'))
    expect(await run(['import', 'folder'])).toMatchObject({
      status: 3,
      err: 'galley: folder: This is a folder (file.unreadable)\n',
    })
  })
})

describe('[F2] what is written', () => {
  it('leaves no file of its own beside it, keeps permissions, and follows a link', async () => {
    put('kept.txt', text)
    put('private.briefing', 'old')
    chmodSync(join(folder(), 'private.briefing'), 0o640)
    symlinkSync('private.briefing', join(folder(), 'link.briefing'))
    expect(await run(['import', 'kept.txt', '-o', 'link.briefing'])).toMatchObject({ status: 0 })
    expect(statSync(join(folder(), 'private.briefing')).mode & 0o777).toBe(0o640)
    expect(briefing('private.briefing').manifest.kind).toBe('master')
    expect(readdirSync(folder()).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('fails with a reason where it cannot be written, the old file untouched', async () => {
    put('a.txt', text)
    expect(await run(['import', 'a.txt', '-o', 'no/such/folder/a.briefing'])).toMatchObject({
      status: 3,
      err: 'galley: no/such/folder/a.briefing: The folder does not exist (file.unwritable)\n',
    })
    mkdirSync(join(folder(), 'taken.briefing'))
    expect(await run(['import', 'a.txt', '-o', 'taken.briefing'])).toMatchObject({ status: 3 })
    expect(await run(['import', 'a.txt', '-o', '/dev/full'])).toMatchObject({
      status: 3,
      err: 'galley: /dev/full: The disk is full (file.disk-full)\n',
    })
  })
})
