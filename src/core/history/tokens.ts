import type { Node } from 'prosemirror-model'

/** A unit of a document: a character, the start or the end of a node, or a leaf, and the node that it is of. */
export interface Token {
  readonly kind: 'open' | 'close' | 'leaf' | 'text'
  readonly node: Node
  /** A character's; else empty. */
  readonly text: string
}

/** The units of a document; each one's place is its position. */
export function tokensIn(doc: Node): Token[] {
  const tokens: Token[] = []
  const add = (parent: Node) => {
    parent.forEach(node => {
      if (node.isText)
        for (const text of (node.text ?? '').split('')) tokens.push({ kind: 'text', node, text })
      else if (node.isLeaf) tokens.push({ kind: 'leaf', node, text: '' })
      else {
        tokens.push({ kind: 'open', node, text: '' })
        add(node)
        tokens.push({ kind: 'close', node, text: '' })
      }
    })
  }
  add(doc)
  return tokens
}

/** Whether one unit can become the other without ceasing to be what it is: only its form may differ. */
export function isAlike(a: Token, b: Token): boolean {
  if (a.kind !== b.kind || a.text !== b.text) return false
  return a.kind === 'leaf' ? a.node.type === b.node.type : a.node.isTextblock === b.node.isTextblock
}
