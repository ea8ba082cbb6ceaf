import { readdirSync, readFileSync } from 'node:fs'
import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { notices } from '../../../src/renderer/ui/notify.ts'
import {
  body,
  br,
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
import { fixture } from '../../support/fixtures.ts'
import { cursorAt, mounted, pasteHtml, pasteText, selectWords, shape } from './mounted.ts'

const briefing = doc(
  headline('Ferries return'),
  standfirst('In May.'),
  keyPoints(kp('Leased.')),
  body(p('Signed.'), pullQuote('We sail', 'Ada'), p()),
)

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><h1 style='margin:0cm'>Costs<o:p></o:p></h1>
<p class=MsoNormal>Lead <b style='mso-bidi-font-weight:normal'>bold</b> text.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>one<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>deep</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>two</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">Costs</span></h2><p dir="ltr"><span style="font-weight:400">Lead </span><span style="font-weight:700">bold</span><span style="font-style:italic"> slanted</span></p><br /><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li></ul></b><br class="Apple-interchange-newline">`

describe('[D8] pasting into the body', () => {
  it('takes headings, paragraphs, formatting and nested lists from Word', () => {
    const editor = mounted(doc(headline('x'), body(p())))
    editor.commands.focus('end')
    pasteHtml(editor, word)
    expect(shape(editor.state.doc.child(3))).toEqual([
      'sectionHeading: Costs',
      'paragraph: Lead bold text.',
      'bulletList',
      '  listItem',
      '    paragraph: one',
      '    bulletList',
      '      listItem',
      '        paragraph: deep',
      '  listItem',
      '    paragraph: two',
    ])
    expect(editor.state.doc.child(3).child(1).child(1).marks[0]?.type.name).toBe('bold')
  })

  it('takes what Google Docs says in styles, and nothing bold that is not', () => {
    const editor = mounted(doc(headline('x'), body(p())))
    editor.commands.focus('end')
    pasteHtml(editor, docs)
    expect(shape(editor.state.doc.child(3))).toEqual([
      'sectionHeading: Costs',
      'paragraph: Lead bold slanted',
      'bulletList',
      '  listItem',
      '    paragraph: one',
    ])
    const marks = editor.state.doc
      .child(3)
      .child(1)
      .content.content.map(node => node.marks.map(mark => mark.type.name))
    expect(marks).toEqual([[], ['bold'], ['italic']])
  })

  it('keeps the words of tables and images, and says what did not come along', () => {
    notices.setState({ shown: [] })
    const editor = mounted(doc(headline('x'), body(p())))
    editor.commands.focus('end')
    pasteHtml(
      editor,
      '<p>Before</p><table><tr><th>Port</th><th>Boats</th></tr><tr><td><p>Oslo</p></td><td>4</td></tr></table><p><img src="https://x.example/a.png" alt="A quay"></p><iframe src="https://x.example"></iframe>',
    )
    expect(shape(editor.state.doc.child(3))).toEqual([
      'paragraph: Before',
      'paragraph: Port | Boats',
      'paragraph: Oslo | 4',
      'paragraph: A quay',
    ])
    const message = notices
      .getState()
      .shown.map(notice => notice.message)
      .join()
    expect(message).toContain('1 image was left out')
    expect(message).toContain('1 table became')
    expect(message).toContain('1 film')
  })

  it('takes the words of a mail that is laid out with tables without counting them as tables', () => {
    notices.setState({ shown: [] })
    const editor = mounted(doc(headline('x'), body(p())))
    editor.commands.focus('end')
    pasteHtml(
      editor,
      '<table><tr><td><h2>News</h2><p>One.</p></td></tr><tr><td><div>Two.</div></td></tr></table>',
    )
    expect(shape(editor.state.doc.child(3))).toEqual([
      'sectionHeading: News',
      'paragraph: One.',
      'paragraph: Two.',
    ])
    expect(notices.getState().shown).toEqual([])
  })

  it('makes paragraphs and lists of lines of plain text', () => {
    const editor = mounted(doc(headline('x'), body(p())))
    editor.commands.focus('end')
    pasteText(editor, 'One.\r\n\r\n- a\n• b\n\n3. c\nTwo.')
    expect(shape(editor.state.doc.child(3))).toEqual([
      'paragraph: One.',
      'bulletList',
      '  listItem',
      '    paragraph: a',
      '  listItem',
      '    paragraph: b',
      'orderedList',
      '  listItem',
      '    paragraph: c',
      'paragraph: Two.',
    ])
  })

  it.each([
    ['an empty body', body(p()), ''],
    ['the end of a body', body(p('Signed.')), 'Signed.'],
    ['a list at the end of a body', body(bullets(li(p('Signed.')))), 'Signed.'],
  ])('takes what ends in a list or a quotation into %s', (_where, into, words) => {
    for (const [html, last] of [
      ['<p>One.</p><ul><li>two</li></ul>', 'two'],
      ['<div><p>One.</p><blockquote><p>Two.</p></blockquote></div>', 'Two.'],
      ['<h2>One</h2><ol><li>a<ul><li>b</li></ul></li></ol>', 'b'],
      ['<p>One.</p><hr>', ''],
    ] as const) {
      const editor = mounted(doc(headline('x'), into))
      editor.commands.focus('end')
      pasteHtml(editor, html)
      const pasted = editor.state.doc.child(3)
      expect(pasted.textContent).toMatch(new RegExp(`^${words}One.*${last}$`))
      // Nothing empty is left behind.
      expect(pasted.lastChild?.type.name === 'divider' || pasted.lastChild?.textContent).not.toBe('')
      editor.state.doc.check()
      undo(editor.state, editor.view.dispatch)
      expect(editor.state.doc.child(3).eq(into)).toBe(true)
    }
  })

  it('loses no word of what GOV.UK publishes, pasted into an empty body and after other text', () => {
    const bodies = readdirSync(fixture('govuk'))
      .map(name => JSON.parse(readFileSync(fixture(`govuk/${name}`), 'utf8')).details?.body)
      .filter(html => typeof html === 'string' && html !== '')
    expect(bodies.length).toBeGreaterThan(5)
    for (const html of bodies) {
      for (const into of [body(p()), body(p('Before.'))]) {
        const editor = mounted(doc(headline('x'), into))
        editor.commands.focus('end')
        pasteHtml(editor, html)
        const { doc: pasted } = editor.state
        const text = pasted.textBetween(0, pasted.content.size, ' ', ' ')
        const page = new DOMParser().parseFromString(html, 'text/html')
        for (const word of page.body.textContent.match(/[\p{L}\p{N}]+/gu) ?? []) expect(text).toContain(word)
      }
    }
  })

  it('keeps the spaces of a piece of a line', () => {
    const editor = mounted(briefing)
    cursorAt(editor, 'Signed.', 6)
    pasteText(editor, ' and sealed')
    expect(editor.state.doc.child(3).child(0).textContent).toBe('Signed and sealed.')
  })
})

describe('[D1] pasting into a field of one line', () => {
  it.each([
    ['headline', 'Ferries return', 0],
    ['standfirst', 'In May.', 1],
  ])('puts every word of several blocks into the %s', (_name, words, index) => {
    const editor = mounted(briefing)
    selectWords(editor, words)
    pasteHtml(editor, '<h2>First</h2><p>second<br>third</p><ul><li>fourth</li></ul>')
    const field = editor.state.doc.child(index)
    expect(field.textBetween(0, field.content.size, '', ' ')).toBe('First second third fourth')
    editor.state.doc.check()
  })

  it('makes a key point of each block, between the halves of the one it is pasted into', () => {
    const editor = mounted(briefing)
    cursorAt(editor, 'Leased.', 3)
    pasteText(editor, '- one\n- two\n- three')
    expect(shape(editor.state.doc.child(2))).toEqual([
      'keyPoint: Leaone',
      'keyPoint: two',
      'keyPoint: threesed.',
    ])
  })

  it('puts several lines into a quote and its attribution as one', () => {
    const editor = mounted(briefing)
    selectWords(editor, 'Ada')
    pasteText(editor, 'Ada\nOkafor')
    expect(editor.state.doc.child(3).child(1).child(1).textContent).toBe('Ada Okafor')
  })

  it('over a selection across fields leaves the structure as it is', () => {
    const editor = mounted(briefing)
    selectWords(editor, 'return', 'Signed')
    pasteHtml(editor, '<p>one</p><p>two</p>')
    expect(shape(editor.state.doc)[0]).toBe('headline: Ferries one two')
    expect(editor.state.doc.child(3).child(0).textContent).toBe('.')
    editor.state.doc.check()
  })
})

describe('[D8] copying', () => {
  it('of everything pastes over everything as the same briefing', () => {
    const editor = mounted(briefing)
    editor.commands.selectAll()
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
    const other = mounted(doc(headline('Other'), keyPoints(kp('a'), kp('b')), body(p('x'))))
    other.commands.selectAll()
    pasteHtml(other, dom.innerHTML)
    expect(other.state.doc.toJSON()).toEqual(briefing.toJSON())
  })

  it('of everything pastes into a body as blocks', () => {
    const editor = mounted(briefing)
    editor.commands.selectAll()
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
    const other = mounted(doc(headline('Other'), body(p())))
    other.commands.focus('end')
    pasteHtml(other, dom.innerHTML)
    expect(shape(other.state.doc.child(3)).slice(0, 7)).toEqual([
      'sectionHeading: Ferries return',
      'paragraph: In May.',
      'bulletList',
      '  listItem',
      '    paragraph: Leased.',
      'paragraph: Signed.',
      'pullQuote',
    ])
  })

  it('gives plain text with bullets and quotation marks', () => {
    const editor = mounted(
      doc(
        headline('Ferries'),
        standfirst('In', br(), 'May'),
        keyPoints(kp('One'), kp('Two')),
        body(
          section('Costs'),
          bullets(li(p('a'), bullets(li(p('b')))), li(p('c'))),
          pullQuote('We sail', 'Ada'),
        ),
      ),
    )
    editor.commands.selectAll()
    const { text } = editor.view.serializeForClipboard(editor.state.selection.content())
    expect(text).toBe('Ferries\n\nIn\nMay\n\n- One\n- Two\n\nCosts\n\n- a\n  - b\n- c\n\n“We sail” – Ada')
  })
})

const hostile = 'script, iframe, img:not(.ProseMirror-separator), svg, object, embed, style, form, input'

describe('[D8] hostile HTML', () => {
  const payloads = readdirSync(fixture('xss')).flatMap(name =>
    readFileSync(fixture(`xss/${name}`), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== ''),
  )

  it('runs nothing, keeps no address that is not a web, mail or telephone address, and stays valid', () => {
    const window_ = window as unknown as Record<string, unknown>
    const ran: string[] = []
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window_[name] = () => ran.push(name)
    const seen = document.createElement('div')
    for (let first = 0; first < payloads.length; first += 25) {
      const editor = mounted(doc(headline('x'), body(p())))
      for (const payload of payloads.slice(first, first + 25)) {
        editor.commands.focus('end')
        pasteHtml(editor, payload)
      }
      cursorAt(editor, 'x')
      pasteHtml(editor, payloads.slice(first, first + 25).join(''))
      editor.state.doc.check()
      seen.append(...editor.view.dom.cloneNode(true).childNodes)
    }
    expect(payloads.length).toBeGreaterThan(100)
    expect(ran).toEqual([])
    expect(seen.querySelectorAll(hostile)).toHaveLength(0)
    for (const element of seen.querySelectorAll('*')) {
      for (const attribute of element.getAttributeNames()) expect(attribute).not.toMatch(/^on/)
    }
    for (const link of seen.querySelectorAll('a')) {
      expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(link.href).protocol)
    }
  })

  it('cannot smuggle in what the schema forbids by naming a slice of its own', () => {
    const editor = mounted(doc(headline('x'), body(p())))
    editor.commands.focus('end')
    pasteHtml(editor, `<p data-pm-slice='1 1 ["sectionHeading",{"level":9}]'>words</p>`)
    editor.state.doc.check()
    expect(editor.state.doc.textContent).toContain('words')
  })
})
