import { Node } from '@tiptap/core'

/** The summary under the headline: one paragraph. */
export const Standfirst = Node.create({
  name: 'standfirst',
  content: 'inline*',
  defining: true,
  isolating: true,
  // Before the paragraph's rule, which comes first in the schema and would take it.
  parseHTML: () => [{ tag: 'p[data-field="standfirst"]', priority: 60 }],
  renderHTML: () => ['p', { class: 'standfirst', 'data-field': 'standfirst' }, 0],
})
