import { Mark } from '@tiptap/core'

/**
 * The place in the text that a thread is about. Several can overlap; typing at its edge does not widen it.
 * Never read from HTML, so copied text does not take its comments along.
 */
export const Comment = Mark.create({
  name: 'comment',
  group: 'review',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ thread: { rendered: false, validate: 'string' } }),
  renderHTML: ({ mark }) => ['mark', { class: 'comment', 'data-thread': String(mark.attrs.thread) }, 0],
})
