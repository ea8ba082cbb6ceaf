import { Node } from '@tiptap/core'

/**
 * A pull quote: the quote and who said it. The text holds no quotation marks: the page and every export
 * set them. As HTML it is a figure with the attribution outside the blockquote (HTML Standard, 4.4.4).
 */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'quoteText quoteAttribution',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'figure[data-pull-quote]' }],
  renderHTML: () => ['figure', { class: 'pull-quote', 'data-pull-quote': '' }, 0],
})

export const QuoteText = Node.create({
  name: 'quoteText',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote[data-quote-text]' }],
  renderHTML: () => ['blockquote', { class: 'quote-text', 'data-quote-text': '' }, 0],
})

export const QuoteAttribution = Node.create({
  name: 'quoteAttribution',
  content: 'text*',
  marks: 'italic link review',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption[data-quote-attribution]' }],
  renderHTML: () => ['figcaption', { class: 'quote-attribution', 'data-quote-attribution': '' }, 0],
})
