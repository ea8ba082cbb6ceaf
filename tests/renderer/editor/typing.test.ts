import type { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/contract/commands.ts'
import { slashState } from '../../../src/renderer/editor/slash/slash.ts'
import { body, doc, headline, keyPoints, kp, p, section } from '../../support/builders.ts'
import { cursorAt, mounted, shape } from './mounted.ts'

/** Types as the page gets it: each character is offered to the plugins first, then inserted. */
function type(editor: Editor, text: string): void {
  for (const character of text) {
    const { view } = editor
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    const handled = view.someProp('handleTextInput', handle => handle(view, from, to, character, insert))
    if (handled !== true) view.dispatch(insert())
  }
}

function press(editor: Editor, key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  editor.view.someProp('handleKeyDown', handle => handle(editor.view, event) === true || undefined)
}

const empty = () => {
  const editor = mounted(doc(headline('Top'), keyPoints(kp('k')), body(p())))
  editor.commands.focus('end')
  return editor
}
const blocks = (editor: Editor) => shape(editor.state.doc.child(3))

describe('[D8] what is typed at the start of a paragraph', () => {
  it.each([
    ['## Costs', ['sectionHeading: Costs']],
    ['### Costs', ['sectionHeading: Costs']],
    ['- one', ['bulletList', '  listItem', '    paragraph: one']],
    ['3. one', ['orderedList', '  listItem', '    paragraph: one']],
    ['> said', ['blockQuotation', '  paragraph: said']],
    ['---x', ['divider', 'paragraph: x']],
    ['a - b', ['paragraph: a - b']],
  ])('“%s” becomes a block', (typed, expected) => {
    const editor = empty()
    type(editor, typed)
    expect(blocks(editor)).toEqual(expected)
  })

  it('is given back by Backspace', () => {
    const editor = empty()
    type(editor, '- ')
    press(editor, 'Backspace')
    expect(blocks(editor)).toEqual(['paragraph: - '])
  })

  it('stays what it is in the other fields', () => {
    const editor = empty()
    cursorAt(editor, 'Top')
    type(editor, '## ')
    cursorAt(editor, 'k')
    type(editor, '- ')
    expect(editor.state.doc.child(0).textContent).toBe('## Top')
    expect(editor.state.doc.child(2).textContent).toBe('- k')
  })
})

describe('[D8] the slash menu', () => {
  it('opens at the start of a block and behind a space, and not in a word or a headline', () => {
    const editor = empty()
    type(editor, '/')
    expect(slashState(editor.state)?.items.length).toBeGreaterThan(5)
    type(editor, ' ')
    type(editor, 'and/')
    expect(slashState(editor.state)).toBeNull()
    type(editor, 'or /')
    expect(slashState(editor.state)).not.toBeNull()
    cursorAt(editor, 'Top')
    type(editor, '/')
    expect(slashState(editor.state)).toBeNull()
  })

  it('filters, moves by arrow keys, and tells the text box which option is active', () => {
    const editor = empty()
    type(editor, '/quo')
    expect(slashState(editor.state)?.items.map(item => item.label)).toEqual(['Pull quote', 'Block quotation'])
    press(editor, 'ArrowDown')
    expect(editor.view.dom.getAttribute('aria-activedescendant')).toBe('slash-menu-1')
    press(editor, 'Enter')
    expect(blocks(editor)).toEqual(['blockQuotation', '  paragraph: '])
    expect(editor.view.dom.hasAttribute('aria-activedescendant')).toBe(false)
  })

  it('leaves the text alone on Escape, and closes when nothing matches', () => {
    const editor = empty()
    type(editor, '/pull')
    press(editor, 'Escape')
    expect(slashState(editor.state)).toBeNull()
    expect(blocks(editor)).toEqual(['paragraph: /pull'])
    type(editor, ' /zzz')
    expect(slashState(editor.state)).toBeNull()
  })
})

describe('[D1] the page', () => {
  it('names its fields for screen readers and draws placeholders outside the text', () => {
    const editor = mounted(doc(body(p(), section())))
    const names = [...editor.view.dom.querySelectorAll('[role=group]')].map(group =>
      group.getAttribute('aria-label'),
    )
    expect(names).toEqual(['Headline', 'Standfirst', 'Key points', 'Body'])
    expect(editor.view.dom.querySelector('h1')?.dataset.placeholder).toBe('Headline')
    expect(editor.state.doc.textContent).toBe('')
    type(editor, 'A')
    expect(editor.view.dom.querySelector('h1')?.hasAttribute('data-empty')).toBe(false)
    expect(editor.view.dom.querySelector('h1')?.hasAttribute('aria-label')).toBe(false)
    expect(editor.view.dom.querySelector('h2')?.getAttribute('aria-label')).toBe('Section heading')
  })

  it('offers to add a key point where there is none, and does it', () => {
    const editor = mounted(doc(body(p())))
    editor.view.dom.querySelector<HTMLButtonElement>('.add-key-point')?.click()
    expect(editor.state.doc.child(2).childCount).toBe(1)
    expect(editor.state.selection.$from.parent.type.name).toBe('keyPoint')
    expect(editor.view.dom.querySelector('.key-points')?.parentElement?.hasAttribute('data-empty')).toBe(
      false,
    )
  })

  it('lets each block find its direction, and an empty one keep the briefing’s', () => {
    const editor = mounted(doc(headline('عاجل'), body(p('text'), p())))
    expect(editor.view.dom.querySelector('h1')?.dir).toBe('auto')
    const paragraphs = [...editor.view.dom.querySelectorAll('.body p')]
    expect(paragraphs.map(paragraph => paragraph.getAttribute('dir'))).toEqual(['auto', null])
  })

  it('works on core’s own schema, so that its steps are the log’s', () => {
    const content = doc(headline('x'))
    expect(mounted(content).state.doc.type.schema).toBe(content.type.schema)
  })
})

describe('[D8] keys', () => {
  const withKey = commands.filter(command => 'key' in command)

  it.each(withKey)('leaves $key ($label) to the table of commands', ({ key }) => {
    const editor = empty()
    cursorAt(editor, 'Top')
    const parts = key.split('+')
    const last = parts.at(-1) ?? ''
    const event = new KeyboardEvent('keydown', {
      key: { Up: 'ArrowUp', Down: 'ArrowDown' }[last] ?? last.toLowerCase(),
      keyCode: last.length === 1 ? last.charCodeAt(0) : 0,
      ctrlKey: parts.includes('Mod'),
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
      bubbles: true,
      cancelable: true,
    })
    editor.view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
})
