import type { Definition, PhrasingContent } from 'mdast'
import type { Mark, Node } from 'prosemirror-model'
import { safeHref } from '../schema/href.ts'
import { schema } from '../schema/schema.ts'
import { htmlRemains } from './html-remains.ts'
import type { LossReport } from './loss.ts'

/** What reading inline content needs to know of the text around it. */
export interface MarkdownContext {
  readonly source: string
  readonly definitions: ReadonlyMap<string, Definition>
  readonly loss: LossReport
}

/** HTML tags that say what a mark says. */
const tagMarks: Readonly<Record<string, string>> = {
  sup: 'superscript',
  sub: 'subscript',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
}

/** The blocks of a briefing that hold inline content. */
type TextBlockName = 'headline' | 'standfirst' | 'keyPoint' | 'paragraph' | 'sectionHeading'

/** A text block from inline Markdown; marks that it cannot hold go, the words stay. */
export function textBlock(
  name: TextBlockName,
  attributes: Record<string, unknown> | null,
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): Node {
  const { type } = schema.node(name, attributes)
  const content = inlineNodes(nodes, context).map(node => {
    const allowed = node.mark(type.allowedMarks(node.marks))
    // Fields of one line have no place for a line break.
    return type.contentMatch.matchType(node.type) === null ? schema.text(' ') : allowed
  })
  return type.create(attributes, content)
}

function inlineNodes(nodes: readonly PhrasingContent[], context: MarkdownContext): Node[] {
  const content: Node[] = []
  const openTags: { tag: string; mark: Mark }[] = []
  const add = (text: string, marks: readonly Mark[]) => {
    if (text !== '') content.push(schema.text(text, marks))
  }
  const readTag = (html: string, marks: readonly Mark[]) => {
    const [, slash = '', tag = ''] = /^<(\/?)([a-z]+)\s*\/?>$/i.exec(html) ?? []
    const name = tag.toLowerCase()
    const markName = tagMarks[name]
    if (name === 'br') content.push(schema.node('hardBreak', null, [], marks))
    else if (markName !== undefined && slash === '') openTags.push({ tag: name, mark: schema.mark(markName) })
    else if (markName !== undefined) {
      const open = openTags.findLastIndex(entry => entry.tag === name)
      if (open >= 0) openTags.splice(open, 1)
    } else {
      context.loss.count(html.startsWith('<!--') ? 'comment' : 'html')
      add(htmlRemains(html).join(' '), marks)
    }
  }
  const walk = (children: readonly PhrasingContent[], outer: readonly Mark[], atStart: boolean) => {
    children.forEach((node, i) => {
      const marks = openTags.reduce((set, { mark }) => mark.addToSet(set), outer)
      switch (node.type) {
        case 'text':
          add(node.value.replace(/\s*\n\s*/g, ' '), marks)
          break
        case 'break':
          content.push(schema.node('hardBreak', null, [], marks))
          break
        case 'strong':
          walk(
            node.children,
            schema.mark(isLeadIn(node, atStart && i === 0) ? 'leadIn' : 'bold').addToSet(marks),
            false,
          )
          break
        case 'emphasis':
          walk(node.children, schema.mark('italic').addToSet(marks), false)
          break
        case 'link':
          walk(node.children, withLink(node.url, marks), false)
          break
        case 'linkReference':
          walk(node.children, withLink(context.definitions.get(node.identifier)?.url ?? '', marks), false)
          break
        case 'delete':
          context.loss.count('strikethrough')
          walk(node.children, marks, false)
          break
        case 'inlineCode':
          context.loss.count('code')
          add(node.value, marks)
          break
        case 'html':
          readTag(node.value, marks)
          break
        case 'image':
        case 'imageReference':
          context.loss.count('image')
          add(node.alt ?? '', marks)
          break
        case 'footnoteReference':
          add(`[${node.label ?? node.identifier}]`, marks)
          break
        default:
          break
      }
    })
  }
  /** Where the source has underscores, strong text that opens a paragraph is a lead-in. */
  const isLeadIn = (node: PhrasingContent, opens: boolean) => {
    const at = node.position?.start.offset
    return opens && at !== undefined && context.source.startsWith('__', at)
  }
  const withLink = (url: string, marks: readonly Mark[]) => {
    const href = safeHref(url)
    if (href === null) context.loss.count('link')
    return href === null ? marks : schema.mark('link', { href }).addToSet(marks)
  }
  walk(nodes, [], true)
  return content
}
