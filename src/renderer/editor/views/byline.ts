import { type Editor, Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const key = new PluginKey<DecorationSet>('byline')

/** Draws the byline below the standfirst, where exports have it. It is a detail and no part of the text. */
export const Byline = Extension.create({
  name: 'byline',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, drawn) {
          const byline: string | undefined = tr.getMeta(key)
          if (byline !== undefined) return draw(tr.doc, byline)
          return drawn.map(tr.mapping, tr.doc)
        },
      },
      props: { decorations: state => key.getState(state) },
    }),
  ],
})

/** Sets the byline that is drawn; an empty one takes it away. */
export function setByline(editor: Editor, byline: string): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, byline).setMeta('addToHistory', false))
}

function draw(doc: Node, byline: string): DecorationSet {
  if (byline === '') return DecorationSet.empty
  const standfirstEnd = doc.child(0).nodeSize + doc.child(1).nodeSize
  const paragraph = () => {
    const dom = document.createElement('p')
    dom.className = 'byline'
    dom.spellcheck = false
    dom.textContent = byline
    return dom
  }
  return DecorationSet.create(doc, [
    Decoration.widget(standfirstEnd, paragraph, { side: -1, key: byline, ignoreSelection: true }),
  ])
}
