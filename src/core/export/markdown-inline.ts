import type { Parent, PhrasingContent } from 'mdast'
import type { Mark, Node } from 'prosemirror-model'
import { type Inline, inlineTree } from './inline-tree.ts'

/** The words that open a paragraph, which Galley writes as `__…__` where bold is `**…**`. */
export interface LeadInNode extends Parent {
  type: 'leadIn'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface StrongData {
    /** Whether it opens its paragraph, where it must not look like a lead-in. */
    opens?: boolean
  }
  interface PhrasingContentMap {
    leadIn: LeadInNode
  }
  interface RootContentMap {
    leadIn: LeadInNode
  }
}

/** Text for a Markdown node; a line feed would end its line. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/[\r\n]+/g, ' ') }
}

/**
 * A block's inline content as Markdown nodes.
 * @param opens whether it stands at the start of its paragraph, where a lead-in can be told from bold
 */
export function phrasing(block: Node, opens = true): PhrasingContent[] {
  return joinTexts(inlineTree(block).flatMap((item, i) => inline(item, opens && i === 0)))
}

/** Neighbouring texts as one: what has to be escaped shows only in the whole. */
export function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined[joined.length - 1]
    if (last?.type === 'text' && node.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value }
    } else joined.push(node)
  }
  return joined
}

function inline(item: Inline, opens: boolean): PhrasingContent[] {
  if (item.kind === 'text') return [text(item.text)]
  if (item.kind === 'break') return [{ type: 'break' }]
  return marked(item.mark, joinTexts(item.children.flatMap(child => inline(child, false))), opens)
}

function marked(mark: Mark, children: PhrasingContent[], opens: boolean): PhrasingContent[] {
  switch (mark.type.name) {
    case 'leadIn':
      return withoutSpace(children, inside => ({ type: opens ? 'leadIn' : 'strong', children: inside }))
    case 'bold':
      return withoutSpace(children, inside => ({ type: 'strong', children: inside, data: { opens } }))
    case 'italic':
      return withoutSpace(children, inside => ({ type: 'emphasis', children: inside }))
    case 'link':
      return [{ type: 'link', url: String(mark.attrs.href), children }]
    case 'superscript':
      return [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }]
    case 'subscript':
      return [{ type: 'html', value: '<sub>' }, ...children, { type: 'html', value: '</sub>' }]
    case 'insertion':
      return [{ type: 'html', value: '<ins>' }, ...children, { type: 'html', value: '</ins>' }]
    case 'deletion':
      return [{ type: 'html', value: '<del>' }, ...children, { type: 'html', value: '</del>' }]
    case 'comment': {
      const label = String(mark.attrs.thread)
      return [{ type: 'footnoteReference', identifier: label, label }]
    }
    default:
      return children
  }
}

/** Emphasis cannot begin or end with white space in Markdown; it makes no difference to move that outside. */
function withoutSpace(
  children: readonly PhrasingContent[],
  wrap: (inside: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const inside = [...children]
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  for (;;) {
    const first = inside[0]
    if (first?.type === 'break') before.push(first)
    else if (first?.type !== 'text' || !/^\s/u.test(first.value)) break
    else {
      const rest = first.value.trimStart()
      before.push(text(first.value.slice(0, first.value.length - rest.length)))
      if (rest !== '') {
        inside[0] = text(rest)
        break
      }
    }
    inside.shift()
  }
  for (;;) {
    const last = inside[inside.length - 1]
    if (last?.type === 'break') after.unshift(last)
    else if (last?.type !== 'text' || !/\s$/u.test(last.value)) break
    else {
      const rest = last.value.trimEnd()
      after.unshift(text(last.value.slice(rest.length)))
      if (rest !== '') {
        inside[inside.length - 1] = text(rest)
        break
      }
    }
    inside.pop()
  }
  return inside.length === 0 ? [...before, ...after] : [...before, wrap(inside), ...after]
}
