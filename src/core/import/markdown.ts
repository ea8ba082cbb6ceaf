import type { Definition, Heading, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Node } from 'prosemirror-model'
import { bylineName } from '../briefing/byline.ts'
import { type Details, detailSchemas, emptyDetails } from '../briefing/details.ts'
import { readMark, readTop, type TopBlock } from '../briefing/markdown-marks.ts'
import { schema } from '../schema/schema.ts'
import { type FrontMatter, noFrontMatter, readFrontMatter } from './front-matter.ts'
import { guessLanguage } from './language.ts'
import { LossReport } from './loss.ts'
import { type BlockContext, bodyBlocks } from './markdown-blocks.ts'
import { textBlock } from './markdown-inline.ts'

/** What an imported Markdown text makes, and in `notes`, a sentence each, what it could not keep. */
export interface MarkdownImport {
  readonly doc: Node
  readonly details: Details
  readonly notes: string[]
}

/**
 * Reads Markdown (CommonMark and GitHub's tables, strikethrough and bare addresses) with or without YAML
 * front matter into a briefing (I1). A first heading of depth 1, or the front matter's title, is the
 * headline; a bulleted list at the top holds the key points, and a paragraph between the two is the
 * standfirst; a quotation of a quote in quotation marks and a name behind a dash is a pull quote. What a
 * briefing has no block for becomes text and is noted: no word of the text is lost.
 */
export function importMarkdown(source: string): MarkdownImport {
  const loss = new LossReport()
  const { front, nodes } = readParts(source, loss)
  const { headline, rest } = takeHeadline(nodes, front)
  const context: BlockContext = {
    source,
    loss,
    definitions: definitionsOf(nodes),
    sectionDepth: rest.some(node => node.type === 'heading' && node.depth === 1) ? 1 : 2,
  }
  const top = takeTop(rest, headline.length > 0, context)
  const standfirst: readonly PhrasingContent[] = top.standfirst ?? [
    { type: 'text', value: front.description },
  ]
  const body = bodyBlocks(top.body, context)
  const doc = schema.node('doc', null, [
    textBlock('headline', null, headline, context),
    textBlock('standfirst', null, standfirst, context),
    schema.node('keyPoints', null, top.keyPoints),
    schema.node('body', null, body.length === 0 ? [schema.node('paragraph')] : body),
  ])
  doc.check()
  const text = doc.textBetween(0, doc.content.size, '\n', ' ')
  const details = { ...emptyDetails, ...guessLanguage(text), ...top.details, ...front.details }
  return { doc, details: { ...details, byline: bylineName(details) }, notes: loss.sentences() }
}

/** The front matter, and the blocks below it. Without fields in it, it is text between two rules. */
function readParts(source: string, loss: LossReport): { front: FrontMatter; nodes: RootContent[] } {
  const { children } = parseMarkdown(source, true)
  const yaml = children[0]
  if (yaml?.type !== 'yaml') return { front: noFrontMatter, nodes: children }
  const front = readFrontMatter(yaml.value, loss)
  if (front !== null) return { front, nodes: children.slice(1) }
  return { front: noFrontMatter, nodes: parseMarkdown(source, false).children }
}

/**
 * The transforms of the libraries are left out: one of them links every address in the text once more, also
 * those whose escapes say that they are no links.
 */
function parseMarkdown(source: string, withFrontMatter: boolean): Root {
  return fromMarkdown(source, {
    extensions: [...(withFrontMatter ? [frontmatter(['yaml'])] : []), gfm()],
    mdastExtensions: [
      ...(withFrontMatter ? [frontmatterFromMarkdown(['yaml'])] : []),
      ...gfmFromMarkdown().map(extension => ({ ...extension, transforms: [] })),
    ],
  })
}

interface Headline {
  readonly headline: readonly PhrasingContent[]
  readonly rest: readonly RootContent[]
}

/** The headline: the front matter's, or else a heading of depth 1 that the text begins with. */
function takeHeadline(nodes: readonly RootContent[], front: FrontMatter): Headline {
  const first = nodes[0]
  const heading: Heading | null = first?.type === 'heading' && first.depth === 1 ? first : null
  const titled: readonly PhrasingContent[] =
    front.headline === '' ? [{ type: 'text', value: front.title }] : inlineOf(front.headline)
  if (front.title === '' && front.headline === '') {
    return heading === null
      ? { headline: [], rest: nodes }
      : { headline: heading.children, rest: nodes.slice(1) }
  }
  // Many texts repeat the title as their first heading.
  const repeated = heading !== null && plainText(heading) === front.title
  return repeated ? { headline: heading.children, rest: nodes.slice(1) } : { headline: titled, rest: nodes }
}

interface Top {
  readonly standfirst: readonly PhrasingContent[] | null
  readonly keyPoints: readonly Node[]
  readonly details: Partial<Details>
  readonly body: readonly RootContent[]
}

/** Standfirst and key points, by their marks where there are any, else by where they stand. */
function takeTop(nodes: readonly RootContent[], hasHeadline: boolean, context: BlockContext): Top {
  const details: { -readonly [N in 'byline' | 'dateline']?: string } = {}
  let at = 0
  const markAt = (place: number) => {
    const node = nodes[place]
    return node?.type === 'html' ? readMark(node.value) : null
  }
  for (;;) {
    const mark = markAt(at)
    const value = nodes[at + 1]
    if ((mark !== 'byline' && mark !== 'dateline') || value?.type !== 'paragraph') break
    const checked = detailSchemas[mark].safeParse(plainText(value))
    if (!checked.success) break
    details[mark] = checked.data
    at += 2
  }
  let standfirst: readonly PhrasingContent[] | null = null
  let keyPoints: readonly Node[] = []
  let marked = false
  for (;;) {
    const mark = markAt(at)
    const value = nodes[at + 1]
    if (mark === 'standfirst' && value?.type === 'paragraph') standfirst = value.children
    else if (mark === 'key points' && value?.type === 'list') keyPoints = pointsOf(value, context)
    else {
      marked ||= mark === 'body'
      if (mark === 'body') at++
      break
    }
    marked = true
    at += 2
  }
  const read = marked
    ? { standfirst: false, keyPoints: false }
    : readTop(nodes.slice(at, at + 2).map(topBlock), hasHeadline)
  const first = nodes[at]
  if (read.standfirst && first?.type === 'paragraph') {
    standfirst = first.children
    at++
  }
  const list = nodes[at]
  if (read.keyPoints && list?.type === 'list') {
    keyPoints = pointsOf(list, context)
    at++
  }
  return { standfirst, keyPoints, details, body: nodes.slice(at) }
}

function topBlock(node: RootContent): TopBlock {
  if (node.type === 'paragraph') return { kind: 'paragraph', text: plainText(node) }
  if (node.type !== 'list' || node.ordered === true) return { kind: 'other' }
  const plain = node.children.every(
    item => item.checked == null && item.children.length === 1 && item.children[0]?.type === 'paragraph',
  )
  return { kind: plain ? 'plainList' : 'other' }
}

function pointsOf(list: RootContent, context: BlockContext): Node[] {
  if (list.type !== 'list') return []
  return list.children.flatMap(item =>
    item.children.flatMap(child =>
      child.type === 'paragraph' ? [textBlock('keyPoint', null, child.children, context)] : [],
    ),
  )
}

function definitionsOf(nodes: readonly RootContent[]): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  const walk = (node: RootContent) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if ('children' in node) node.children.forEach(walk)
  }
  nodes.forEach(walk)
  return definitions
}

/** A line of inline Markdown. */
function inlineOf(markdown: string): readonly PhrasingContent[] {
  const [first] = parseMarkdown(markdown, false).children
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: markdown }]
}

function plainText(node: RootContent): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if ('children' in node) return node.children.map(plainText).join('')
  return 'alt' in node ? (node.alt ?? '') : ''
}
