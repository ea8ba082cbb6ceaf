import { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import { onTestFinished } from 'vitest'
import { briefingExtensions } from '../../../src/renderer/editor/briefing-extensions.ts'
import { editorOptions } from '../../../src/renderer/editor/editor-options.ts'
import { posOf } from '../../support/builders.ts'

// jsdom lays nothing out, so it has nothing to scroll.
Element.prototype.scrollIntoView ??= () => {}
Range.prototype.getClientRects ??= () => document.body.getClientRects()
Range.prototype.getBoundingClientRect ??= () => document.body.getBoundingClientRect()

/** An editor in the test's page, as the desk makes it; it goes when the test ends. */
export function mounted(doc: Node): Editor {
  const element = document.createElement('div')
  document.body.append(element)
  const editor = new Editor({
    ...editorOptions,
    element,
    content: doc.toJSON(),
    extensions: briefingExtensions,
  })
  onTestFinished(() => {
    editor.destroy()
    element.remove()
  })
  return editor
}

/** Puts the cursor before some words, or selects them. */
export function cursorAt(editor: Editor, words: string, offset = 0): void {
  const at = posOf(editor.state.doc, words) + offset
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)))
}

/** Selects from before the first of two texts to behind the second. */
export function selectWords(editor: Editor, first: string, last = first): void {
  const from = posOf(editor.state.doc, first)
  const to = posOf(editor.state.doc, last) + last.length
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
}

/** A paste as the browser gives it to the page; jsdom has neither its event nor its data. */
function paste(editor: Editor, data: Readonly<Record<string, string>>): void {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const clipboardData = { getData: (type: string) => data[type] ?? '', files: [] }
  editor.view.dom.dispatchEvent(Object.assign(event, { clipboardData }))
}

export function pasteHtml(editor: Editor, html: string): void {
  paste(editor, { 'text/html': html, 'text/plain': 'only for those who take no HTML' })
}

export function pasteText(editor: Editor, text: string): void {
  paste(editor, { 'text/plain': text })
}

/** A field's blocks as `type: text`, nested ones indented. */
export function shape(node: Node): string[] {
  const lines: string[] = []
  node.forEach(child => {
    const text = child.isTextblock ? `: ${child.textBetween(0, child.content.size, '', '⏎')}` : ''
    lines.push(`${child.type.name}${text}`)
    if (!child.isTextblock) lines.push(...shape(child).map(line => `  ${line}`))
  })
  return lines
}
