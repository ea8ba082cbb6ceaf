import type { Blockquote, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import type { Node } from 'prosemirror-model'
import {
  type Mark,
  markedPullQuoteRanges,
  readMark,
  readPullQuoteParagraphs,
} from '../briefing/markdown-marks.ts'
import { schema } from '../schema/schema.ts'
import { htmlRemains } from './html-remains.ts'
import { LossReport } from './loss.ts'
import { type MarkdownContext, textBlock } from './markdown-inline.ts'

/** What the blocks of a Markdown text need to know beside its inline content. */
export interface BlockContext extends MarkdownContext {
  /** The depth of the headings that open sections; deeper ones open subsections. */
  readonly sectionDepth: number
}

/** The body blocks of Markdown nodes, in order. */
export function bodyBlocks(nodes: readonly RootContent[], context: BlockContext): Node[] {
  const blocks: Node[] = []
  let mark: Mark | null = null
  for (const node of nodes) {
    const found = node.type === 'html' ? readMark(node.value) : null
    if (found === null) blocks.push(...bodyBlock(node, mark, context))
    mark = found
  }
  return blocks
}

function bodyBlock(node: RootContent, mark: Mark | null, context: BlockContext): Node[] {
  switch (node.type) {
    case 'heading': {
      const level = node.depth > context.sectionDepth ? 2 : 1
      return [textBlock('sectionHeading', { level }, node.children, context)]
    }
    case 'blockquote':
      return [pullQuote(node, mark, context) ?? quotation(node, context)]
    case 'thematicBreak':
      return [schema.node('divider')]
    default:
      return flow(node, context, true)
  }
}

/** What may stand in a list item or a quotation as well as in the body: paragraphs and lists. */
function flow(node: RootContent, context: BlockContext, atTop: boolean): Node[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node.children, context)]
    case 'list': {
      const items = node.children.map(item => listItem(item, context))
      if (items.length === 0) return []
      const start = node.start ?? 1
      return [
        node.ordered === true
          ? schema.node('orderedList', { start }, items)
          : schema.node('bulletList', null, items),
      ]
    }
    case 'code':
      context.loss.count('code')
      return textLines(node.value.split('\n'))
    case 'table':
      context.loss.count('table')
      return tableRows(node, context)
    case 'html': {
      const lines = htmlRemains(node.value)
      context.loss.count(lines.length === 0 && node.value.startsWith('<!--') ? 'comment' : 'html')
      return textLines(lines)
    }
    case 'footnoteDefinition':
      context.loss.count('footnote')
      return node.children.flatMap(child => flow(child, context, atTop))
    case 'heading':
      context.loss.count('nesting')
      return [paragraph(node.children, context)]
    case 'blockquote':
      context.loss.count('nesting')
      return node.children.flatMap(child => flow(child, context, false))
    case 'thematicBreak':
      context.loss.count('nesting')
      return []
    case 'definition':
    case 'yaml':
      return []
    default:
      return []
  }
}

function paragraph(children: readonly PhrasingContent[], context: BlockContext): Node {
  return textBlock('paragraph', null, children, context)
}

/** Lines of plain text as one paragraph with line breaks. */
function textLines(lines: readonly string[]): Node[] {
  const content = lines
    .filter(line => line.trim() !== '')
    .flatMap((line, i) => [...(i === 0 ? [] : [schema.node('hardBreak')]), schema.text(line)])
  return content.length === 0 ? [] : [schema.node('paragraph', null, content)]
}

function tableRows(table: Table, context: BlockContext): Node[] {
  return table.children.map(row => {
    const cells = row.children.flatMap((cell, i): PhrasingContent[] =>
      i === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
    )
    return paragraph(cells, context)
  })
}

function listItem(item: ListItem, context: BlockContext): Node {
  if (item.checked != null) context.loss.count('checkbox')
  const content = item.children.flatMap(child => flow(child, context, false))
  const first = content[0]
  return schema.node(
    'listItem',
    null,
    first?.type.name === 'paragraph' ? content : [schema.node('paragraph'), ...content],
  )
}

function quotation(node: Blockquote, context: BlockContext): Node {
  const content = node.children.flatMap(child => flow(child, context, false))
  return schema.node('blockQuotation', null, content.length === 0 ? [schema.node('paragraph')] : content)
}

/** The pull quote that a quotation is, by its shape or by the mark before it; else null. */
function pullQuote(node: Blockquote, mark: Mark | null, context: BlockContext): Node | null {
  if (mark === 'quotation') return null
  const contents = node.children.flatMap(child => (child.type === 'paragraph' ? [child.children] : []))
  if (contents.length !== node.children.length || contents.length > 2) return null
  // Losses are counted once the quotation is known to be a pull quote; else they are when it is read again.
  const loss = new LossReport()
  const paragraphs = contents.map(children => paragraph(children, { ...context, loss }))
  const texts = paragraphs.map(block => block.textBetween(0, block.content.size, undefined, '\n'))
  const ranges = mark === 'pull quote' ? markedPullQuoteRanges(texts) : readPullQuoteParagraphs(texts)
  const [first, second = first] = paragraphs
  if (ranges === null || first === undefined || second === undefined) return null
  context.loss.add(loss)
  const withoutName = mark === 'pull quote' && paragraphs.length === 1
  const attribution = withoutName ? [] : second.cut(...ranges.attribution).children
  const { type } = schema.node('quoteAttribution')
  return schema.node('pullQuote', null, [
    schema.node('quoteText', null, first.cut(...ranges.quote).children),
    schema.node(
      'quoteAttribution',
      null,
      attribution.map(child =>
        child.isText ? child.mark(type.allowedMarks(child.marks)) : schema.text(' '),
      ),
    ),
  ])
}
