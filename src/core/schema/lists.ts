import { Node } from '@tiptap/core'

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  marks: 'suggestion',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
})

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  marks: 'suggestion',
  addAttributes: () => ({
    start: {
      default: 1,
      validate: validateStart,
      parseHTML: element => {
        const start = Number.parseInt(element.getAttribute('start') ?? '1', 10)
        return Number.isSafeInteger(start) && start >= 0 ? start : 1
      },
      renderHTML: attributes => (attributes.start === 1 ? {} : { start: String(attributes.start) }),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
})

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph (paragraph | list)*',
  marks: 'suggestion',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
})

function validateStart(start: unknown): void {
  if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 0) {
    throw new RangeError('A numbered list starts at a whole number from 0')
  }
}
