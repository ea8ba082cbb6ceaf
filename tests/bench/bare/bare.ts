import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'

/** The smallest editor there is: paragraphs of text, and the keys that ProseMirror itself needs. */
const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0] },
    text: {},
  },
})

declare global {
  interface Window {
    /** Shows these paragraphs; answers the milliseconds it took until they were painted. */
    mount: (paragraphs: readonly string[]) => Promise<number>
  }
}

window.mount = async paragraphs => {
  const start = performance.now()
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map(text => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])),
  )
  new EditorView(document.body, { state: EditorState.create({ doc, plugins: [keymap(baseKeymap)] }) })
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - start
}
