import { Node } from '@tiptap/core'

/** The briefing's headline: one line of text. */
export const Headline = Node.create({
  name: 'headline',
  content: 'text*',
  marks: 'italic superscript subscript review',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'h1[data-field="headline"]' }],
  renderHTML: () => ['h1', { class: 'headline', 'data-field': 'headline' }, 0],
})
