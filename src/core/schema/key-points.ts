import { Node } from '@tiptap/core'

/** The list of key points; it may be empty, as not every briefing has them. */
export const KeyPoints = Node.create({
  name: 'keyPoints',
  content: 'keyPoint*',
  marks: 'suggestion',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'ul[data-field="key-points"]' }],
  renderHTML: () => ['ul', { class: 'key-points', 'data-field': 'key-points' }, 0],
})
