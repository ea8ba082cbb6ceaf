import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Handle, toMarkdown } from 'mdast-util-to-markdown'
import { fields } from '../briefing/briefing.ts'
import { bylineText } from '../briefing/byline.ts'
import { type Mark, readTop, type TopBlock } from '../briefing/markdown-marks.ts'
import { type Wording, wordingOf } from '../briefing/wording.ts'
import { type FrontMatterStyle, frontMatter } from './front-matter.ts'
import { markdownBlock, markNode, paragraph, plainList, plainText } from './markdown-tree.ts'
import type { Publication } from './publication.ts'
import { type Note, published } from './published.ts'

export interface MarkdownOptions {
  readonly frontMatter: FrontMatterStyle | 'none'
}

/**
 * The briefing as Markdown (P1): CommonMark, with everything escaped that CommonMark or GitHub's dialect
 * would read as markup. Galley imports it back to the same briefing. Headline, byline and dateline stand in
 * the front matter where one is asked for, as site generators expect, and else in the text. Suggestions that
 * are shown are `<ins>` and `<del>`; comments are GitHub's footnotes, or a list at the end.
 */
export function exportMarkdown(publication: Publication, options: MarkdownOptions): string {
  const { details } = publication
  const { doc, plain, notes } = published(publication)
  const { headline, standfirst, keyPoints, body } = fields(doc)
  const wording = wordingOf(details.language)
  const head: RootContent[] = []
  if (options.frontMatter === 'none') {
    if (headline.childCount > 0) {
      head.push({ type: 'heading', depth: 1, children: paragraph(headline).children })
    }
    if (details.byline !== '') head.push(markNode('byline'), textParagraph(bylineText(details)))
    if (details.dateline !== '') head.push(markNode('dateline'), textParagraph(details.dateline))
  }
  const bodyBlocks = body.children.flatMap(block => markdownBlock(block, wording))
  const top: TopPart[] = []
  if (standfirst.childCount > 0) {
    top.push({
      mark: 'standfirst',
      node: paragraph(standfirst),
      kind: { kind: 'paragraph', text: plainText(standfirst) },
    })
  }
  if (keyPoints.childCount > 0) {
    top.push({ mark: 'key points', node: plainList(keyPoints.children), kind: { kind: 'plainList' } })
  }
  const blocks = [
    ...head,
    ...topBlocks(top, bodyBlocks, headline.childCount > 0),
    ...bodyBlocks,
    ...commentList(notes, publication.review?.comments === 'footnotes', wording),
  ]
  const text = write(blocks)
  if (options.frontMatter === 'none') return text
  const title = fields(plain).headline
  const hasMarks = title.children.some(node => node.marks.length > 0)
  const markedHeadline = hasMarks ? write([paragraph(title)]).trim() : ''
  return `${frontMatter(options.frontMatter, plain, details, markedHeadline)}\n${text}`
}

/** The comments that were asked for: GitHub's footnotes where their numbers stand in the text, else a list. */
function commentList(notes: readonly Note[], isFootnotes: boolean, wording: Wording): RootContent[] {
  if (notes.length === 0) return []
  const { openQuote, closeQuote } = wording
  const content = ({ quote, isResolved, comments }: Note) => [
    ...(quote === '' ? [] : [textParagraph(`${openQuote}${quote}${closeQuote}`)]),
    ...comments.map(({ author, date, text }) => textParagraph(`${author}, ${date}: ${text}`)),
    ...(isResolved ? [textParagraph(`(${wording.resolved})`)] : []),
  ]
  if (isFootnotes) {
    return notes.map(note => {
      const label = String(note.number)
      return { type: 'footnoteDefinition', identifier: label, label, children: content(note) }
    })
  }
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: wording.comments }] },
    {
      type: 'list',
      ordered: true,
      start: 1,
      spread: true,
      children: notes.map(note => ({ type: 'listItem', spread: true, children: content(note) })),
    },
  ]
}

function write(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      bulletOther: '*',
      emphasis: '*',
      strong: '*',
      rule: '*',
      listItemIndent: 'one',
      extensions: [gfmToMarkdown()],
      handlers: { strong: attention('strong', '*'), leadIn: attention('leadIn', '_'), text: plainWords },
    },
  )
}

interface TopPart {
  readonly mark: Mark
  readonly node: RootContent
  readonly kind: TopBlock
}

/** Standfirst and key points, with marks only where without them the reading would be another. */
function topBlocks(
  top: readonly TopPart[],
  body: readonly RootContent[],
  hasHeadline: boolean,
): RootContent[] {
  const isPart = (mark: Mark) => top.some(part => part.mark === mark)
  const read = readTop([...top.map(part => part.kind), ...body.slice(0, 2).map(topBlock)], hasHeadline)
  const plain = read.standfirst === isPart('standfirst') && read.keyPoints === isPart('key points')
  if (plain) return top.map(part => part.node)
  if (top.length === 0) return [markNode('body')]
  return top.flatMap(part => [markNode(part.mark), part.node])
}

function topBlock(node: RootContent): TopBlock {
  if (node.type === 'paragraph') return { kind: 'paragraph', text: textOf(node) }
  if (node.type !== 'list' || node.ordered === true) return { kind: 'other' }
  const plain = node.children.every(
    item => item.children.length === 1 && item.children[0]?.type === 'paragraph',
  )
  return { kind: plain ? 'plainList' : 'other' }
}

function textOf(node: RootContent): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function textParagraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}

/**
 * Text, escaped. The library takes an emoji for a letter (it reads half of it) and leaves underscores between
 * letters as they are; beside a sign like an emoji they would end a lead-in.
 */
const plainWords: Handle = (node: { value: string }, _parent, state, info) =>
  state
    .safe(node.value, info)
    .replace(/(?<![\\_])_+(?=[\ud800-\udbff])|(?<=[\udc00-\udfff])_+/g, run => run.replace(/_/g, '\\_'))

/**
 * Bold is always `**` and a lead-in always `__`: the import tells them apart by that, so the library may not
 * choose between the two as it does by default.
 */
function attention(type: 'strong' | 'leadIn', marker: '*' | '_'): Handle {
  const handle: Handle = (node: PhrasingContent, _parent, state, info) =>
    state.containerPhrasing({ type: 'paragraph', children: [node] }, info)
  return Object.assign(handle, {
    attention: () => ({ construct: 'strong', markers: [marker], sizes: [2] }),
    peek: () => marker,
    type,
  })
}
