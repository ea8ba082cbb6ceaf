import { Node } from '@tiptap/core'

/** The summary under the headline: one paragraph. */
export const Standfirst = Node.create({
  name: 'standfirst',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-field="standfirst"]' }],
  renderHTML: () => ['p', { class: 'standfirst', 'data-field': 'standfirst' }, 0],
})
