import type { Mark, Node } from 'prosemirror-model'

/** Inline content as a tree of marks, as HTML and Markdown nest it; ProseMirror keeps marks flat on the text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly children: Inline[] }

interface Leaf {
  readonly content: Inline
  readonly marks: readonly Mark[]
}

/**
 * The tree of a block's inline content. Of a leaf's marks the one that reaches furthest is outermost, so that
 * a link is not cut by a bold word in it; among equals the schema's order decides. A lead-in is always
 * outermost: it is a part of the paragraph rather than a look of its words.
 */
export function inlineTree(block: Node): Inline[] {
  return nest(
    block.children.map(node => ({
      content: node.text === undefined ? { kind: 'break' } : { kind: 'text', text: node.text },
      marks: node.marks,
    })),
  )
}

function nest(leaves: readonly Leaf[]): Inline[] {
  const tree: Inline[] = []
  let at = 0
  for (;;) {
    const leaf = leaves[at]
    if (leaf === undefined) return tree
    const [mark, end] = outermost(leaves, at)
    if (mark === null) {
      tree.push(leaf.content)
      at++
      continue
    }
    const inside = leaves.slice(at, end).map(({ content, marks }) => ({
      content,
      marks: marks.filter(other => !other.eq(mark)),
    }))
    tree.push({ kind: 'mark', mark, children: nest(inside) })
    at = end
  }
}

/** The mark of the leaf at `at` that the most leaves from there on share, and where it ends. */
function outermost(leaves: readonly Leaf[], at: number): [Mark | null, number] {
  let found: Mark | null = null
  let furthest = at
  for (const mark of leaves[at]?.marks ?? []) {
    let end = at
    while (leaves[end]?.marks.some(other => other.eq(mark))) end++
    if (mark.type.name === 'leadIn') return [mark, end]
    if (end > furthest) {
      found = mark
      furthest = end
    }
  }
  return [found, furthest]
}
