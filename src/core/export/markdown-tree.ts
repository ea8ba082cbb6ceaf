import type { BlockContent, List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Node } from 'prosemirror-model'
import { type Mark, markComment, readPullQuoteParagraphs } from '../briefing/markdown-marks.ts'
import type { Wording } from '../briefing/wording.ts'
import { joinTexts, phrasing, text } from './markdown-inline.ts'

/** CommonMark gives a list's first number at most nine digits. */
const highestNumber = 999_999_999

export function markNode(mark: Mark): RootContent {
  return { type: 'html', value: markComment(mark) }
}

/** A body block as Markdown nodes: itself, with a mark before it where it would be read as another. */
export function markdownBlock(block: Node, wording: Wording): RootContent[] {
  switch (block.type.name) {
    case 'sectionHeading':
      return [{ type: 'heading', depth: block.attrs.level === 2 ? 3 : 2, children: phrasing(block) }]
    case 'bulletList':
    case 'orderedList':
      return [list(block)]
    case 'divider':
      return [{ type: 'thematicBreak' }]
    case 'pullQuote':
      return pullQuote(block, wording)
    case 'blockQuotation': {
      const quotation: RootContent = { type: 'blockquote', children: block.children.map(flow) }
      const allText = block.children.every(child => child.isTextblock)
      const misread = allText && readPullQuoteParagraphs(block.children.map(plainText)) !== null
      return misread ? [markNode('quotation'), quotation] : [quotation]
    }
    default:
      return [paragraph(block)]
  }
}

export function paragraph(block: Node): Paragraph {
  return { type: 'paragraph', children: phrasing(block) }
}

/** A bulleted list of single paragraphs. */
export function plainList(items: readonly Node[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(item => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
  }
}

/** A block's text as the import sees it: a line break is a line feed. */
export function plainText(block: Node): string {
  return block.textBetween(0, block.content.size, undefined, '\n')
}

function flow(block: Node): BlockContent {
  return block.isTextblock ? paragraph(block) : list(block)
}

function list(block: Node): List {
  const ordered = block.type.name === 'orderedList'
  const start = Number(block.attrs.start)
  const children = block.children.map((child): ListItem => {
    const content = child.children.map(flow)
    return { type: 'listItem', spread: !isTight(child), children: content }
  })
  return {
    type: 'list',
    ordered,
    spread: children.some(item => item.spread === true),
    ...(ordered ? { start: start + children.length <= highestNumber ? start : 1 } : {}),
    children,
  }
}

/**
 * Whether an item's blocks need no blank lines between them: a paragraph and one list that can interrupt it
 * (CommonMark 5.3: a numbered one only where it starts at 1), whose own items do not begin with a list.
 */
function isTight(item: Node): boolean {
  const [first, second, third] = item.children
  if (second === undefined) return true
  if (third !== undefined || first?.isTextblock !== true) return false
  const interrupts = second.type.name === 'bulletList' || second.attrs.start === 1
  return interrupts && second.children.every(child => child.firstChild?.isTextblock === true)
}

/** A quotation of two paragraphs, the quote in quotation marks and a dash with the name. */
function pullQuote(block: Node, wording: Wording): RootContent[] {
  const [quote, attribution] = block.children
  if (quote === undefined || attribution === undefined) return []
  const { openQuote, closeQuote } = wording
  const words: Paragraph = {
    type: 'paragraph',
    children: joinTexts([text(openQuote), ...phrasing(quote, false), text(closeQuote)]),
  }
  const name: Paragraph = {
    type: 'paragraph',
    children: joinTexts([text('— '), ...phrasing(attribution, false)]),
  }
  const named = attribution.childCount > 0
  const written = [
    openQuote + plainText(quote) + closeQuote,
    ...(named ? [`— ${plainText(attribution)}`] : []),
  ]
  const node: RootContent = { type: 'blockquote', children: named ? [words, name] : [words] }
  return isReadBack(written, plainText(quote), plainText(attribution))
    ? [node]
    : [markNode('pull quote'), node]
}

function isReadBack(written: readonly string[], quote: string, attribution: string): boolean {
  const ranges = readPullQuoteParagraphs(written)
  if (ranges === null) return false
  const from = written[written.length - 1] ?? ''
  return written[0]?.slice(...ranges.quote) === quote && from.slice(...ranges.attribution) === attribution
}
