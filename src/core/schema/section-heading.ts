import { Node } from '@tiptap/core'

/** Level 1 opens a section, level 2 a subsection. */
export type SectionLevel = 1 | 2

/**
 * A section heading. Sections are flat: a heading and all blocks up to the next one; `outline` derives them.
 * In HTML a section is an h2 and a subsection an h3, below the headline's h1.
 */
export const SectionHeading = Node.create({
  name: 'sectionHeading',
  group: 'block',
  content: 'text*',
  marks: 'italic link superscript subscript review',
  defining: true,
  addAttributes: () => ({
    level: { default: 1, rendered: false, validate: validateLevel },
  }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 1 } },
    { tag: 'h2', attrs: { level: 1 } },
    { tag: 'h3', attrs: { level: 2 } },
    { tag: 'h4', attrs: { level: 2 } },
    { tag: 'h5', attrs: { level: 2 } },
    { tag: 'h6', attrs: { level: 2 } },
  ],
  renderHTML: ({ node }) => [
    node.attrs.level === 2 ? 'h3' : 'h2',
    { class: node.attrs.level === 2 ? 'subsection-heading' : 'section-heading' },
    0,
  ],
})

function validateLevel(level: unknown): void {
  if (level !== 1 && level !== 2) throw new RangeError('A section heading has level 1 or 2')
}
