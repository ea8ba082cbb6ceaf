import { Mark } from '@tiptap/core'

/** A lead-in: the words that open a paragraph and say what it is for, such as "Why it matters:". */
export const LeadIn = Mark.create({
  name: 'leadIn',
  inclusive: false,
  excludes: 'leadIn bold',
  parseHTML: () => [{ tag: 'strong[data-lead-in]', priority: 60 }],
  renderHTML: () => ['strong', { class: 'lead-in', 'data-lead-in': '' }, 0],
})
