import { Node } from '@tiptap/core'

/** One key point: a sentence or two. */
export const KeyPoint = Node.create({
  name: 'keyPoint',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'li[data-key-point]' }],
  renderHTML: () => ['li', { class: 'key-point', 'data-key-point': '' }, 0],
})
