import { Node } from '@tiptap/core'

export const Paragraph = Node.create({
  name: 'paragraph',
  // First among the blocks, so that whatever the schema has to fill in is a paragraph.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})
