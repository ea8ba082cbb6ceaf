import { Node } from '@tiptap/core'

/** The briefing's running text: the lede, then sections. Never without a block. */
export const Body = Node.create({
  name: 'body',
  content: 'block+',
  marks: 'suggestion',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-field="body"]' }],
  renderHTML: () => ['div', { class: 'body', 'data-field': 'body' }, 0],
})
