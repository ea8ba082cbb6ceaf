import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportFragment } from '../../src/core/export/fragment.ts'
import { exportMarkdown } from '../../src/core/export/markdown.ts'
import { exportPage } from '../../src/core/export/page.ts'
import { exportText } from '../../src/core/export/text.ts'
import { writeBriefingFile } from '../../src/core/handoff/write.ts'
import { contentHash } from '../../src/core/review/publication.ts'
import {
  at,
  body,
  bold,
  doc,
  headline,
  keyPoints,
  kp,
  p,
  pullQuote,
  section,
  standfirst,
} from '../support/builders.ts'
import { builtCli } from '../support/cli.ts'
import { startLog } from '../support/log.ts'

const { run, folder } = builtCli()

const log = startLog(
  doc(
    headline('The bridge stays closed'),
    standfirst('Engineers need until spring.'),
    keyPoints(kp('Closed since Monday.'), kp('Detours of an hour.')),
    body(
      p('The ', bold('old'), ' bridge & its pillars.'),
      section('Next'),
      p('Later.'),
      pullQuote('No choice.', 'Ida Brandt'),
    ),
  ),
  { byline: 'Ada Okafor', slug: 'bridge', tags: ['transport'] },
)
const bytes = writeBriefingFile({ ...log, title: 'The bridge stays closed', time: at(5) })

beforeAll(() => writeFileSync(join(folder(), 'bridge.briefing'), bytes))

describe('[X1] galley export', () => {
  it.each([
    ['fragment', [], exportFragment(log.briefing)],
    ['markdown', [], exportMarkdown(log.briefing, { frontMatter: 'none' })],
    ['markdown', ['--front-matter', 'hugo'], exportMarkdown(log.briefing, { frontMatter: 'hugo' })],
    ['text', ['--comments', 'appendix', '--suggestions', 'reject'], exportText(log.briefing)],
  ])('[P1] writes %s %j as the app does, to standard output or a file', async (format, options, expected) => {
    const printed = await run(['export', 'bridge.briefing', '--to', format, ...options])
    expect(printed).toMatchObject({ status: 0, out: expected, err: '' })
    const filed = await run(['export', '-', '--to', format, ...options, '-o', 'out.txt'], bytes)
    expect(filed).toMatchObject({ status: 0, out: '', err: '' })
    expect(readFileSync(join(folder(), 'out.txt'), 'utf8')).toBe(expected)
  })

  it('[P1] writes a page as the app does, with the typefaces of its letters inside it', async () => {
    const { status, out, err } = await run(['export', 'bridge.briefing', '--to', 'html'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const faces = out.match(/@font-face \{[^}]*\}\n/g) ?? []
    const names = faces.map(face =>
      /font-family: '([^']+)';\s*font-style: (\w+)/.exec(face)?.slice(1).join(' '),
    )
    expect(names.sort()).toEqual([
      ...['Inter Variable normal', 'Source Serif 4 Variable italic', 'Source Serif 4 Variable normal'],
    ])
    expect(faces.every(face => /src: url\(data:font\/woff2;base64,d09GMg/.test(face))).toBe(true)
    expect(out.length).toBeLessThan(450_000)
    // Compared as a truth value: a difference would print the typefaces.
    expect(out === exportPage(log.briefing, { typefaces: faces.join('').trim() })).toBe(true)
  })

  it('[P1] writes a page that brings its typefaces along, and the text as the app does', async () => {
    const { status, out } = await run(['export', 'bridge.briefing', '--to', 'html'])
    expect(status).toBe(0)
    expect(out).toContain(exportFragment(log.briefing))
    expect(out).toMatch(/@font-face\s*{[^}]*url\("?data:font\/woff2;base64,/)
    const withoutFaces = out.replace(/@font-face\s*{[^}]*}\s*/g, '')
    expect(withoutFaces.replace(/\s+/g, ' ')).toBe(exportPage(log.briefing).replace(/\s+/g, ' '))
  })

  it('[F1] refuses a broken file in one line, with the file, the entry and the reason', async () => {
    const broken = bytes.slice()
    broken[60] = (broken[60] ?? 0) ^ 0xff
    writeFileSync(join(folder(), 'broken.briefing'), broken)
    const { status, out, err } = await run(['export', 'broken.briefing', '--to', 'html', '-o', 'kept.html'])
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(err).toMatch(/^galley: broken\.briefing, manifest\.json: [^\n]+ \(briefing\.\w+\)\n$/)
    expect(await run(['export', '-', '--to', 'text'], 'no briefing')).toMatchObject({
      status: 3,
      err: 'galley: standard input: This is not a .briefing file (briefing.not-zip)\n',
    })
  })
})

describe('[X1] galley info', () => {
  it('prints the facts as data', async () => {
    const { status, out } = await run(['info', 'bridge.briefing', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({
      title: 'The bridge stays closed',
      status: 'Draft',
      words: 26,
      keyPoints: 2,
      sections: 1,
      pullQuotes: 1,
      threads: { open: 0, resolved: 0 },
      suggestions: 0,
      conflicts: 0,
      hash: contentHash(log.briefing),
    })
  })

  it('prints them for people, also from standard input', async () => {
    const { out } = await run(['info', '-'], bytes)
    expect(out).toMatch(/^Title {8}The bridge stays closed\nStatus {7}Draft\nWords {8}26\n/)
  })
})
