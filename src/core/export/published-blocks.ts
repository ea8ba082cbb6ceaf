import { Fragment, type Node } from 'prosemirror-model'

/**
 * A document as it is published: without blocks that hold no words. White space at the ends of a block goes
 * too, as no format but a word processor's keeps it.
 */
export function publishedDocument(doc: Node): Node {
  return doc.copy(Fragment.from(doc.children.map(field => field.copy(publishedContent(field)))))
}

function publishedContent(node: Node): Fragment {
  if (node.isTextblock) return trimmed(node)
  return Fragment.from(
    node.children.flatMap(child => {
      const content = child.isLeaf ? null : child.copy(publishedContent(child))
      if (content === null) return [child]
      // An attribution is never published without a quote; a quote may well stand without an attribution.
      const part = node.type.name === 'pullQuote'
      return part || hasSubstance(content) ? [content] : []
    }),
  )
}

function hasSubstance(node: Node): boolean {
  return node.textContent.trim() !== '' || node.type.name === 'divider'
}

/** A block's inline content without white space and line breaks at its two ends. */
function trimmed(block: Node): Fragment {
  const nodes = [...block.children]
  while (nodes.length > 0) {
    const first = nodes[0]
    const start = first === undefined ? null : cut(first, text => text.replace(/^\s+/u, ''))
    if (start === first) break
    nodes.splice(0, 1, ...(start === null ? [] : [start]))
  }
  while (nodes.length > 0) {
    const last = nodes[nodes.length - 1]
    const end = last === undefined ? null : cut(last, text => text.replace(/\s+$/u, ''))
    if (end === last) break
    nodes.splice(-1, 1, ...(end === null ? [] : [end]))
  }
  return Fragment.from(nodes)
}

/** The inline node with its text changed: itself where that changes nothing, null where nothing is left. */
function cut(node: Node, change: (text: string) => string): Node | null {
  if (node.type.name === 'hardBreak') return null
  if (node.text === undefined) return node
  const text = change(node.text)
  if (text === node.text) return node
  return text === '' ? null : node.type.schema.text(text, node.marks)
}
