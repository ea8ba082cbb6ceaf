import { Extension } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView, NodeViewConstructor } from 'prosemirror-view'
import { ContainerView } from './container-view.ts'
import { KeyPointsView } from './key-points-view.ts'
import { nameGroup, type TextShape, TextView } from './text-view.ts'

/** How each node of the schema stands in the page. What is not named here is drawn as the schema says. */
const nodeViews: Record<string, NodeViewConstructor> = {
  headline: text({ tag: 'h1', className: 'headline', placeholder: 'Headline', group: 'Headline' }),
  standfirst: text({ tag: 'p', className: 'standfirst', placeholder: 'Standfirst', group: 'Standfirst' }),
  keyPoints: (node, view) => new KeyPointsView(node, view),
  keyPoint: text({ tag: 'li', className: 'key-point', placeholder: 'Key point' }),
  body: () => {
    const dom = document.createElement('div')
    dom.className = 'body'
    nameGroup(dom, 'Body')
    return { dom, contentDOM: dom }
  },
  sectionHeading: node => {
    const subsection = node.attrs.level === 2
    return new TextView(node, {
      tag: subsection ? 'h3' : 'h2',
      className: subsection ? 'subsection-heading' : 'section-heading',
      placeholder: subsection ? 'Subsection heading' : 'Section heading',
      ownDirection: true,
    })
  },
  paragraph: (node, view, getPos) =>
    isInBody(view, getPos())
      ? new TextView(node, { tag: 'p', placeholder: 'Write…', ownDirection: true })
      : new TextView(node, { tag: 'p', ownDirection: false }),
  quoteText: node =>
    new TextView(node, {
      tag: 'blockquote',
      className: 'quote-text',
      placeholder: 'Quote',
      marker: 'data-quote-text',
      ownDirection: false,
    }),
  quoteAttribution: node =>
    new TextView(node, {
      tag: 'figcaption',
      className: 'quote-attribution',
      placeholder: 'Who said it',
      ownDirection: false,
    }),
  pullQuote: node => new ContainerView(node, 'figure', 'pull-quote'),
  blockQuotation: node => new ContainerView(node, 'blockquote', 'block-quotation'),
  bulletList: node => new ContainerView(node, 'ul'),
  orderedList: node => new ContainerView(node, 'ol'),
  listItem: node => new ContainerView(node, 'li'),
}

/** The page's node views: plain DOM, because React node views cost milliseconds a key (tiptap#8288). */
export const NodeViews = Extension.create({
  name: 'nodeViews',
  addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews } })],
})

function text(shape: Omit<TextShape, 'ownDirection'>): NodeViewConstructor {
  return (node: Node) => new TextView(node, { ...shape, ownDirection: true })
}

function isInBody(view: EditorView, pos: number | undefined): boolean {
  return pos === undefined || view.state.doc.resolve(pos).parent.type.name === 'body'
}
