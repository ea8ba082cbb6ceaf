import { Node } from '@tiptap/core'

/** A longer passage quoted in the run of the text; unlike a pull quote it belongs to the argument. */
export const BlockQuotation = Node.create({
  name: 'blockQuotation',
  group: 'block',
  content: '(paragraph | list)+',
  marks: 'suggestion',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', { class: 'block-quotation' }, 0],
})
