import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../../src/core/briefing/briefing.ts'
import { exportMarkdown } from '../../../src/core/export/markdown.ts'
import { exportText } from '../../../src/core/export/text.ts'
import { approvalsNow } from '../../../src/core/review/approvals.ts'
import { contentHash } from '../../../src/core/review/publication.ts'
import { withAll } from '../../../src/core/review/resolve.ts'
import { readScript, runScript } from '../../../src/core/review/script/run-script.ts'
import { suggestionsOf } from '../../../src/core/review/suggestions.ts'
import {
  ada,
  at,
  ben,
  body,
  bold,
  bullets,
  doc,
  headline,
  keyPoints,
  kp,
  li,
  p,
  pullQuote,
  section,
  standfirst,
} from '../../support/builders.ts'
import { expectOk, startLog } from '../../support/log.ts'
import { suggestionIds } from '../../support/suggesting.ts'

const text = doc(
  headline('Nine ports agree a plan'),
  standfirst('They pool money for cranes'),
  keyPoints(kp('Forty cranes'), kp('Two years')),
  body(
    p('The fund starts in May. It ', bold('doubles'), ' in June.'),
    p('The fund ends in July.'),
    section('Who pays'),
    p('Nobody says.'),
    bullets(li(p('Rotterdam')), li(p('Gdańsk'))),
    section('What next'),
    pullQuote('We are done', 'Ida Brandt'),
  ),
)
const start = startLog(text).briefing
const newId = suggestionIds()

function run(script: unknown, from: Briefing = start, by = { author: ada, suggest: false }) {
  return runScript(from, expectOk(readScript(script)), { ...by, time: at(5), newId })
}
const edited = (...script: unknown[]) => expectOk(run(script)).briefing
const markdown = (briefing: Briefing) => exportMarkdown(briefing, { frontMatter: 'none' })
const why = (...script: unknown[]) => {
  const done = run(script)
  return done.ok ? 'done' : `${done.error.entry}: ${done.error.message}`
}

/** Every edit of the text, with what it leads to. */
const textEdits: [entry: object, holds: string][] = [
  [{ op: 'insert', after: 'Nobody', text: ' here' }, 'Nobody here says.'],
  [{ op: 'insert', before: 'Nobody', text: 'Well, ' }, 'Well, Nobody says.'],
  [{ op: 'insert', after: 'doubl', text: 'y doubl' }, '**doubly doubles**'],
  [{ op: 'replace', find: 'Forty', with: 'Fifty' }, '- Fifty cranes'],
  [{ op: 'replace', find: 'doubles', with: 'grows' }, 'It **grows** in'],
  [{ op: 'delete', find: ' for cranes' }, 'They pool money\n'],
  [{ op: 'split', before: 'It doubles' }, 'May.\n\nIt **doubles**'],
  [{ op: 'split', before: 'cranes', nth: 2 }, '- Forty\n- cranes\n- Two'],
  [{ op: 'split', before: 'dam' }, '- Rotter\n- dam\n'],
  [{ op: 'join', after: 'starts' }, 'June.The fund ends'],
  [{ op: 'join', after: 'Forty' }, '- Forty cranesTwo years'],
  [{ op: 'join', after: 'Rotterdam' }, '- RotterdamGdańsk'],
  [{ op: 'retype', at: 'Nobody', to: 'subsection' }, '### Nobody says.'],
  [{ op: 'retype', at: 'Who pays', to: 'paragraph' }, '\nWho pays\n'],
  [{ op: 'retype', at: 'Nobody', to: 'quote' }, '> Nobody says.'],
  [{ op: 'retype', at: 'Nobody', to: 'bullets' }, '- Nobody says.'],
  [{ op: 'retype', at: 'Gdańsk', to: 'numbers' }, '1. Rotterdam\n2. Gdańsk'],
  [{ op: 'retype', at: 'Gdańsk', to: 'section' }, '- Rotterdam\n\n## Gdańsk'],
  [{ op: 'mark', find: 'Nobody', mark: 'italic' }, '*Nobody* says.'],
  [{ op: 'move', block: 'Nobody', before: 'The fund ends' }, 'Nobody says.\n\nThe fund ends'],
  [{ op: 'move', block: 'Gdańsk', before: 'Rotterdam' }, '- Gdańsk\n- Rotterdam'],
  [{ op: 'move', block: 'Two years', before: 'Forty' }, '- Two years\n- Forty cranes'],
  [{ op: 'move', block: 'Rotterdam', before: 'Nobody' }, '## Who pays\n\n- Rotterdam\n- Gdańsk\n\nNobody'],
  [{ op: 'move-section', section: 'What next', before: 'Who pays' }, '— Ida Brandt\n\n## Who pays'],
  [{ op: 'delete-block', at: 'Ida' }, '## What next\n'],
  [{ op: 'delete-block', at: 'Gdańsk' }, '- Rotterdam\n\n## What'],
  [{ op: 'delete-block', at: 'Two years' }, '- Forty cranes\n\n'],
  [{ op: 'add-key-point', text: 'Third' }, '- Two years\n- Third'],
  [{ op: 'set', field: 'headline', text: 'Ten ports' }, '# Ten ports\n'],
  [{ op: 'set', field: 'standfirst', text: '' }, 'plan\n\n- Forty'],
]

describe('[X1] scripts edit the text', () => {
  test.each(textEdits)('%j', (entry, holds) => {
    expect(markdown(edited(entry))).toContain(holds)
  })

  test.each(textEdits)('[R2] %j as a suggestion: accepted it is the same, rejected it never was', entry => {
    const direct = run([entry])
    const suggested = run([entry], start, { author: ben, suggest: true })
    const { doc: marked } = expectOk(suggested).briefing
    expect(withAll(marked, 'accept').eq(expectOk(direct).briefing.doc)).toBe(true)
    expect(withAll(marked, 'reject').eq(text)).toBe(true)
    expect(new Set(suggestionsOf(marked).map(({ author }) => author))).toEqual(new Set([ben.id]))
  })

  test('each entry is one change, and all are done or none', () => {
    const done = expectOk(
      run([
        { op: 'replace', find: 'Nine', with: 'Ten' },
        { op: 'set', field: 'headline', text: 'Ten ports agree a plan' },
        { op: 'detail', name: 'tags', value: 'ports, money' },
      ]),
    )
    expect(done.changes).toHaveLength(2)
    expect(done.briefing.details.tags).toEqual(['ports', 'money'])
    expect(why({ op: 'delete', find: 'Nine ' }, { op: 'delete', find: 'Nine' })).toBe(
      'entry 2 (delete): “Nine” must stand there exactly once; it stands there 0 times',
    )
  })

  test('words must stand exactly once, or be numbered', () => {
    expect(why({ op: 'delete', find: 'The fund' })).toContain('it stands there 2 times')
    expect(markdown(edited({ op: 'delete', find: 'The fund ', nth: 2 }))).toContain('\nends in July')
    expect(why({ op: 'delete', find: 'The fund', nth: 3 })).toContain('has no number 3')
    expect(why({ op: 'delete', find: 'plan They' })).toContain('0 times')
  })

  test('what cannot be done is refused with the reason', () => {
    expect(why({ op: 'split', before: 'agree' })).toContain('headline cannot be split')
    expect(why({ op: 'join', after: 'agree' })).toContain('No text follows in this field')
    expect(why({ op: 'join', after: 'We are done' })).toContain('stay apart')
    expect(why({ op: 'retype', at: 'Forty', to: 'section' })).toContain('of the body')
    expect(why({ op: 'mark', find: 'Who pays', mark: 'bold' })).toContain('heading has no bold')
    expect(why({ op: 'move', block: 'Forty', before: 'Nobody' })).toContain('cannot change places')
    expect(why({ op: 'move-section', section: 'Who', before: 'Who' })).toContain('into itself')
    expect(why({ op: 'delete-block', at: 'agree' })).toContain('not deleted')
    expect(why({ op: 'detail', name: 'slug', value: 'No Slug' })).toContain('Lower-case')
    expect(why({ op: 'detail', name: 'colour', value: 'red' })).toContain('A detail is')
    expect(why({ op: 'status', to: 'Done' })).toContain('A status is Draft')
  })

  test('a script that is none is refused with the entry', () => {
    const refusal = (script: unknown) => {
      const read = readScript(script)
      return read.ok ? 'read' : `${read.error.entry ?? ''} ${read.error.message}`.trim()
    }
    expect(refusal({})).toBe('A script is a list of entries')
    expect(refusal([{ op: 'shout' }])).toContain('entry 1 op: must be one of insert, replace')
    expect(
      refusal([
        { op: 'delete', find: 'x' },
        { op: 'replace', find: 'x' },
      ]),
    ).toContain('entry 2 with')
    expect(refusal([{ op: 'delete', find: '' }])).toContain('Nothing is quoted')
    expect(refusal([{ op: 'insert', after: 'a', before: 'b', text: 'c' }])).toContain('entry 1')
    expect(refusal([{ op: 'set', field: 'headline', text: '\u0007' }])).toContain('control characters')
    expect(refusal([null, 1])).toContain('entry 1')
  })
})

describe('[X1] scripts review', () => {
  const commented = edited(
    { op: 'comment', on: 'Forty', text: 'Who counted?' },
    { op: 'comment', text: 'Good.' },
    { op: 'reply', to: 'Who counted?', text: 'We did.' },
  )

  test('they comment, reply, resolve and reopen', () => {
    const [thread, whole] = [...commented.records.threads.values()]
    expect(thread?.quote).toEqual({ text: 'Forty', before: '', after: ' cranes' })
    expect(thread?.comments.map(each => each.text)).toEqual(['Who counted?', 'We did.'])
    expect(whole?.quote).toBeNull()
    const resolved = expectOk(run([{ op: 'resolve', thread: 'counted' }], commented)).briefing
    expect([...resolved.records.threads.values()][0]?.resolved?.author).toBe(ada.id)
    const open = expectOk(run([{ op: 'reopen', thread: 'We did.' }], resolved)).briefing
    expect([...open.records.threads.values()][0]?.resolved).toBeNull()
  })

  test('they find words beside and around what is suggested to be deleted', () => {
    const suggested = expectOk(
      run([{ op: 'replace', find: 'Forty', with: 'Fifty' }], start, { author: ben, suggest: true }),
    ).briefing
    const onward = expectOk(run([{ op: 'comment', on: 'Fifty cranes', text: 'Sure?' }], suggested)).briefing
    expect([...onward.records.threads.values()][0]?.quote?.text).toBe('Fifty cranes')
    expect(run([{ op: 'comment', on: 'Forty', text: 'Sure?' }], suggested).ok).toBe(false)
  })

  test('they decide suggestions: one by its words, an author’s, all', () => {
    const two = expectOk(
      run([{ op: 'replace', find: 'Forty', with: 'Fifty' }], start, { author: ben, suggest: true }),
    ).briefing
    const both = expectOk(
      run([{ op: 'delete', find: ' agree' }], two, { author: ada, suggest: true }),
    ).briefing
    const text = (script: unknown[]) => exportText(expectOk(run(script, both)).briefing)
    expect(text([{ op: 'accept', find: 'Fifty' }])).toContain('Fifty cranes')
    expect(text([{ op: 'accept', find: 'Forty' }])).toContain('Nine ports agree')
    expect(text([{ op: 'accept', author: 'Ada Okafor' }])).toContain('Nine ports a plan')
    expect(text([{ op: 'accept', all: true }])).toContain('Fifty cranes')
    const rejected = expectOk(run([{ op: 'reject', all: true }], both)).briefing
    expect(rejected.doc.eq(start.doc)).toBe(true)
    expect(run([{ op: 'accept', find: 'nothing' }], both)).toMatchObject({ ok: false })
    expect(run([{ op: 'accept', author: 'Nobody' }], both)).toMatchObject({ ok: false })
  })

  test('[R4] they set the status, and approve one exact version', () => {
    const approved = edited({ op: 'status', to: 'in review' }, { op: 'approve', note: 'Fine' })
    expect(approved.records.status).toBe('In review')
    expect(approvalsNow(approved.records, contentHash(approved)).map(({ state }) => state)).toEqual([
      'current',
    ])
    const changed = expectOk(
      run([{ op: 'delete', find: 'Nine ' }, { op: 'request-changes' }], approved),
    ).briefing
    expect(approvalsNow(changed.records, contentHash(changed)).map(({ verdict }) => verdict)).toEqual([
      'changes-requested',
    ])
  })
})
